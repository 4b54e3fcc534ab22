import type * as vscode from 'vscode';

/** A function that calls `run` once it has not been called for `ms` milliseconds. */
export function debounce(ms: number, run: () => void): vscode.Disposable & { call(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dispose = () => clearTimeout(timer);
  return {
    call: () => {
      dispose();
      timer = setTimeout(run, ms);
    },
    dispose,
  };
}
