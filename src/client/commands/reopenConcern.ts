import * as vscode from 'vscode';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Opens a concern again that was settled. */
export function registerReopenConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.reopenConcern', (thread: vscode.CommentThread) =>
    keepOrSay(threads.setState(thread, 'open')),
  );
}
