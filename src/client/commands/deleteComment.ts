import * as vscode from 'vscode';
import type { ConcernComment } from '../concerns/concernComment';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Deletes one comment of a concern, and with the last one the concern. */
export function registerDeleteComment(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.deleteComment', (comment: ConcernComment) =>
    keepOrSay(threads.change(comment, '')),
  );
}
