import * as vscode from 'vscode';
import { type ConcernThreads, placeOf } from '../concerns/concernThreads';
import { say, sayFailed } from '../notice';
import { itemOf } from '../views/reviewTree';

/** Opens a comment thread on the line or the selection; from the view Review for the question that it is called on. */
export function registerRaiseConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.raiseConcern', async (given: unknown) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || placeOf(editor.document) === undefined)
      return say('A concern is about lines of a file in the workspace: open it, and put the cursor there.');
    const item = typeof given === 'string' ? given : itemOf(given)?.id;
    await threads.raise(editor, item).catch((error: unknown) => sayFailed(String(error)));
  });
}
