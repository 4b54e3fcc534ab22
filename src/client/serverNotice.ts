import * as vscode from 'vscode';
import type { ServerLink } from './link/serverLink';

/** Says once that the server is gone for good; not again while that is still on the screen. */
export function registerServerNotice(link: ServerLink): vscode.Disposable {
  let showing = false;
  return link.onDidChangeState(async (state) => {
    if (state !== 'failed' || showing) return;
    showing = true;
    const restart = 'Restart Server';
    const showLog = 'Show Log';
    const chosen = await vscode.window.showErrorMessage(
      'Leadlight shows no guidance: its language server does not run.',
      restart,
      showLog,
    );
    showing = false;
    if (chosen === restart) await vscode.commands.executeCommand('leadlight.restartServer');
    if (chosen === showLog) await vscode.commands.executeCommand('leadlight.showLog');
  });
}
