export interface Throttled {
  call(): void;
  /** Nothing is called any more, and no timer is left. */
  dispose(): void;
}

/** Calls at once, and then at most once in so many milliseconds; the last call is never lost. */
export function throttled(milliseconds: number, call: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  let isDisposed = false;
  const run = () => {
    isWanted = false;
    call();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) run();
    }, milliseconds);
  };
  return {
    call() {
      isWanted = !isDisposed;
      if (isWanted && timer === undefined) run();
    },
    dispose() {
      isDisposed = true;
      isWanted = false;
      clearTimeout(timer);
    },
  };
}
