import type * as vscode from 'vscode';

/**
 * A function that runs `run` soon, and at most once in `ms` milliseconds: runs never overlap, and the last call is
 * never lost. `run` must not reject.
 */
export function throttle(ms: number, run: () => Promise<void>): vscode.Disposable & { call(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isWanted = false;
  let isDisposed = false;
  const turn = async () => {
    isWanted = false;
    await run();
    if (isDisposed) return;
    timer = setTimeout(() => {
      isBusy = false;
      if (isWanted) call();
    }, ms);
  };
  const call = () => {
    isWanted = true;
    if (isBusy || isDisposed) return;
    isBusy = true;
    void turn();
  };
  return {
    call,
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
