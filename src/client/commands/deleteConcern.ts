import * as vscode from 'vscode';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Deletes a concern with all its comments, unless a person takes that back. */
export function registerDeleteConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.deleteConcern', async (thread: vscode.CommentThread) => {
    const restore = await keepOrSay(threads.remove(thread));
    if (restore === undefined) return;
    const undo = 'Undo';
    if ((await vscode.window.showInformationMessage('The concern is deleted.', undo)) === undo)
      await keepOrSay(restore());
  });
}
