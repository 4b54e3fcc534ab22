import * as vscode from 'vscode';

/** Sets a setting of the user; without a value, it has its default again. */
export function set(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
