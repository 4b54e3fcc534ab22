import * as vscode from 'vscode';
import type { ConcernThreads } from '../concerns/concernThreads';
import { keepOrSay } from '../concerns/keepOrSay';

/** Keeps a reply to a concern. */
export function registerReplyToConcern(threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand(
    'leadlight.replyToConcern',
    ({ thread, text }: vscode.CommentReply) => keepOrSay(threads.say(thread, text)),
  );
}
