import type * as vscode from 'vscode';
import type { Answer, Concern } from '../../core/review/answer';
import { say } from '../notice';
import { answerKind, concernKind } from './answerFiles';
import { type Note, noteKind } from './note';
import type { RecordKind } from './record';
import { RecordFiles } from './recordFiles';

/** Where this person's answers, concerns and notes are kept, on this machine: below the extension's global storage. */
export function personalFiles(storage: vscode.Uri): {
  readonly answers: RecordFiles<Answer>;
  readonly concerns: RecordFiles<Concern>;
  readonly notes: RecordFiles<Note>;
} {
  return {
    answers: filesOf(answerKind, storage),
    concerns: filesOf(concernKind, storage),
    notes: filesOf(noteKind, storage),
  };
}

function filesOf<T>(kind: RecordKind<T>, storage: vscode.Uri): RecordFiles<T> {
  return new RecordFiles({
    storage,
    kind,
    onUnreadable: (file, why) => say(unreadable(kind.name, file, why)),
  });
}

function unreadable(name: string, { fsPath }: vscode.Uri, why: 'newer' | 'broken'): string {
  return why === 'newer'
    ? `One ${name} was written by a newer version of Leadlight and is not shown: update Leadlight. It stays in ${fsPath}`
    : `One ${name} cannot be read, perhaps because the editor ended while it was written: give it again. What is left of it stays in ${fsPath}`;
}
