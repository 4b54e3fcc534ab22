import * as vscode from 'vscode';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Keeps what was typed below a thread: the first comment of a concern, or a reply. */
export function registerSaveConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.saveConcern', ({ thread, text }: vscode.CommentReply) =>
    keepOrSay(threads.say(thread, text)),
  );
}
