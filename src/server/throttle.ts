/** Calls at once, and then at most once in so many milliseconds; the last call is never lost. */
export function throttled(milliseconds: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const run = () => {
    isWanted = false;
    call();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) run();
    }, milliseconds);
  };
  return () => {
    isWanted = true;
    if (timer === undefined) run();
  };
}
