import type { Connection } from 'vscode-languageserver';
import type { Log } from '../core/host';

/** Core's log, sent to the client's log channel. */
export function connectionLog({ console }: Connection): Log {
  return {
    error: (message) => console.error(message),
    warn: (message) => console.warn(message),
    info: (message) => console.info(message),
    debug: (message) => console.debug(message),
  };
}
