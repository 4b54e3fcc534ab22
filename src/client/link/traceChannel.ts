import * as vscode from 'vscode';
import { traceIsOn } from '../settings';

/**
 * The log, as the language client wants it for the messages it traces: it traces when a channel's level is Trace.
 * Here the setting decides instead, and what is traced is seen at the log's own level.
 */
export function traceChannel(
  log: vscode.LogOutputChannel,
): vscode.Disposable & { readonly channel: vscode.LogOutputChannel } {
  const level = () => (traceIsOn() ? vscode.LogLevel.Trace : vscode.LogLevel.Info);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const listener = vscode.workspace.onDidChangeConfiguration(() => changed.fire(level()));
  const channel: vscode.LogOutputChannel = {
    name: log.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: (message) => log.info(message),
    debug: (message) => log.debug(message),
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (error) => log.error(error),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    dispose: () => undefined,
  };
  return { channel, dispose: () => vscode.Disposable.from(changed, listener).dispose() };
}
