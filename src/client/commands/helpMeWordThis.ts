import * as vscode from 'vscode';
import { wordComment } from '../../core/discourse/wordComment';
import { askWording } from '../wording/askWording';
import { chooseDestination } from '../wording/destinations';

/**
 * Helps to word a comment: shows the levels of disagreement, asks what to quote, what the point is and what is asked
 * for, and puts the comment that this makes where its writer wants it. It reads nothing but what is said to it and
 * what is selected.
 */
export function registerHelpMeWordThis(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.helpMeWordThis', async () => {
    const editor = vscode.window.activeTextEditor;
    const selected = editor === undefined ? '' : editor.document.getText(editor.selection);
    const draft = await askWording(selected);
    if (draft === undefined) return;
    const text = wordComment(draft);
    await chooseDestination(text, editor);
  });
}
