import * as vscode from 'vscode';
import type { ConcernComment } from '../concerns/concernComment';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Keeps a comment as it was edited. */
export function registerSaveComment(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.saveComment', (comment: ConcernComment) =>
    keepOrSay(threads.change(comment, comment.body.value)),
  );
}
