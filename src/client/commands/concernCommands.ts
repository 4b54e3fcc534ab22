import * as vscode from 'vscode';
import type { Concerns } from '../concerns/concerns';
import type { ConcernThreads } from '../concerns/concernThreads';
import { registerCancelComment } from './cancelComment';
import { registerDeleteComment } from './deleteComment';
import { registerDeleteConcern } from './deleteConcern';
import { registerEditComment } from './editComment';
import { registerRaiseConcern } from './raiseConcern';
import { registerReopenConcern } from './reopenConcern';
import { registerResolveConcern } from './resolveConcern';
import { registerSaveComment } from './saveComment';
import { registerReplyToConcern } from './replyToConcern';
import { registerShowConcerns } from './showConcerns';

/** All commands about concerns. */
export function registerConcernCommands(concerns: Concerns, threads: ConcernThreads): vscode.Disposable {
  return vscode.Disposable.from(
    registerRaiseConcern(threads),
    registerShowConcerns(concerns, threads),
    registerReplyToConcern(threads),
    registerResolveConcern(threads),
    registerReopenConcern(threads),
    registerDeleteConcern(threads),
    registerEditComment(threads),
    registerSaveComment(threads),
    registerCancelComment(threads),
    registerDeleteComment(threads),
  );
}
