import * as vscode from 'vscode';
import { cleanLine } from '../core/text/markdown';

/** A sentence for a notification, which would make links, also such as run commands, of `[text](target)`. */
export function noticeText(text: string): string {
  return cleanLine(text).replaceAll('](', '] (');
}

/** Says that something failed, and offers the log. `sentence` may hold text of a repository. */
export function sayFailed(sentence: string): void {
  const showLog = 'Show Log';
  void vscode.window
    .showErrorMessage(noticeText(sentence), showLog)
    .then((chosen) => chosen && vscode.commands.executeCommand('leadlight.showLog'));
}

export function say(sentence: string): void {
  void vscode.window.showInformationMessage(noticeText(sentence));
}
