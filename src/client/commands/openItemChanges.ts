import * as vscode from 'vscode';
import { type Answering, chooseItem } from '../answering';
import { openChanges } from '../openChanges';

/** Opens the changes of the files that a question is about, old beside new. */
export function registerOpenItemChanges(answering: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openItemChanges', async (given: unknown) => {
    const item = await chooseItem(answering, given);
    if (item !== undefined) await openChanges(answering.review, item);
  });
}
