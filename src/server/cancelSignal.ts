import type { CancellationToken } from 'vscode-languageserver';
import type { CancelSignal } from '../core/host';

/** What a client says of a request that it does not want any more, for core. */
export function signalOf(token: CancellationToken): CancelSignal {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
    addEventListener: (_type, listener) => void token.onCancellationRequested(listener),
  };
}
