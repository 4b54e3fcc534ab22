import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';

export function registerRestartServer(link: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.restartServer', () =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: 'Leadlight: restarting the server' },
      () => link.restart(),
    ),
  );
}
