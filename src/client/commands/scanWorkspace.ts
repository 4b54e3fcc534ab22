import * as vscode from 'vscode';
import type { Debt } from '../debt';
import type { ServerLink } from '../link/serverLink';

/** Looks for markers in all files of the workspace, says how far that is, and can be cancelled. */
export function registerScanWorkspace(
  debt: Debt,
  link: Pick<ServerLink, 'onDidChangeDebt'>,
): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.scanWorkspace', () =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, cancellable: true, title: 'Looking for markers' },
      async (progress, token) => {
        const listeners = vscode.Disposable.from(
          token.onCancellationRequested(() => debt.cancelScan()),
          link.onDidChangeDebt(({ done, files }) =>
            progress.report({ message: `${done} of ${files} files` }),
          ),
        );
        await debt.scan();
        listeners.dispose();
      },
    ),
  );
}
