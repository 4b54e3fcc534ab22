import type { Range } from 'vscode-languageserver-types';
import type { StepData } from '../guidance/schema';
import { cut } from '../text/cut';
import { cleanLine } from '../text/markdown';

/** What a step's `at` says; lines and characters of a selection and a line count from 1. */
export type StepAnchor = NonNullable<StepData['at']>;

/** Where an anchor is in a text, or why it is not there; `message` is a sentence that quotes what was looked for. */
export type TextPlace = Placed | Unplaced;

export interface Placed {
  readonly state: 'found' | 'moved';
  /** Absent for the whole file. */
  readonly range?: Range;
  readonly message?: string;
}

export interface Unplaced {
  readonly state: 'ambiguous' | 'missing';
  readonly message: string;
}

export function isPlaced(place: TextPlace): place is Placed {
  return place.state === 'found' || place.state === 'moved';
}

/** Whether only numbers say where an anchor is, so that edits leave it behind without a sign. */
export function isNumber({ symbol, text, pattern, selection, line }: StepAnchor): boolean {
  return (symbol ?? text ?? pattern) === undefined && (selection !== undefined || line !== undefined);
}

/** A piece of a repository's text in a sentence. */
export function quoted(text: string): string {
  return `"${cut(cleanLine(text), 80)}"`;
}
