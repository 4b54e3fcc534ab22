import * as vscode from 'vscode';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Marks a concern as settled; it stays where it is. */
export function registerResolveConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.resolveConcern', (thread: vscode.CommentThread) =>
    keepOrSay(threads.setState(thread, 'resolved')),
  );
}
