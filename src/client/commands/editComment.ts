import * as vscode from 'vscode';
import type { ConcernComment } from '../concerns/concernComment';
import type { ConcernThreads } from '../concerns/concernThreads';

/** Lets a person edit what they wrote in a concern. */
export function registerEditComment(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.editComment', (comment: ConcernComment) =>
    threads.setMode(comment, vscode.CommentMode.Editing),
  );
}
