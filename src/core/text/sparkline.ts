const bars = [...'▁▂▃▄▅▆▇█'];

/** Amounts as a row of bars, oldest first, each in proportion to the highest; none is the lowest bar. */
export function sparkline(amounts: readonly number[]): string {
  const most = Math.max(1, ...amounts);
  return amounts.map((amount) => bars[Math.round((amount / most) * (bars.length - 1))]).join('');
}
