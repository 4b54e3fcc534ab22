import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { CancelSignal } from '../core/host';

/** What a client says of a request that it does not want any more, for core. */
export function signalOf(token: CancellationToken): CancelSignal {
  const listeners = new Map<() => void, Disposable>();
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
    addEventListener: (_type, listener) =>
      void listeners.set(
        listener,
        token.onCancellationRequested(() => listener()),
      ),
    removeEventListener(_type, listener) {
      listeners.get(listener)?.dispose();
      listeners.delete(listener);
    },
  };
}
