import * as vscode from 'vscode';
import { plainText } from './plainText';

const shownMs = 5_000;

/** After an entry was folded or muted: how to get it back, without a notification to close. */
export function sayMarked(done: 'Folded' | 'Muted', title: string): void {
  say(`${done} "${title}". Leadlight: Show Muted and Folded Guidance brings it back.`);
}

export function sayUnfolded(title: string): void {
  say(`"${title}" is shown whole again.`);
}

/** What a line above an entry counted a moment ago is not there any more. */
export function sayGone(): void {
  say('There is nothing to show any more.');
}

/** A link in a hover from long ago was followed. */
export function sayOutdated(): void {
  say('This hover is out of date: hover again.');
}

function say(text: string): void {
  // What was followed is out of date now; older editors do not know the command.
  void Promise.resolve(vscode.commands.executeCommand('editor.action.hideHover')).catch(() => undefined);
  vscode.window.setStatusBarMessage(`$(book) ${plainText(text)}`, shownMs);
}
