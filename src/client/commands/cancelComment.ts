import * as vscode from 'vscode';
import type { ConcernComment } from '../concerns/concernComment';
import type { ConcernThreads } from '../concerns/concernThreads';

/** Leaves a comment as it was before somebody began to edit it. */
export function registerCancelComment(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.cancelComment', (comment: ConcernComment) =>
    threads.setMode(comment, vscode.CommentMode.Preview),
  );
}
