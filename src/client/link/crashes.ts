const most = 4;
const withinMs = 3 * 60_000;

/** The crashes that still count at a time (in ms), and whether a server that crashed so often is started again. */
export function countCrash(
  before: readonly number[],
  now: number,
): { readonly crashes: readonly number[]; readonly restart: boolean } {
  const crashes = [...before.filter((time) => now - time < withinMs), now];
  return { crashes, restart: crashes.length < most };
}
