import type { Region, RegionKind } from './regions';
import type { Heredoc } from './syntax';

/**
 * A rule is tried where its first character stands. It answers the offset at which scanning goes on,
 * or `NOT_HERE`. It may emit regions, and enter or leave frames.
 */
export type Rule = (scan: Scan, at: number) => number;

export const NOT_HERE = -1;

/** What to look for in one state of the scanner. */
export interface Grammar {
  /** By character code: 0, or an index into `rules`. Characters beyond ASCII begin nothing. */
  readonly dispatch: Uint8Array;
  readonly rules: readonly (readonly Rule[])[];
  /** What a piece of text in this state is, when it is not code. */
  readonly text?: 'string' | 'markupText';
}

/** A state that scanning has entered, and will leave again. */
export interface Frame {
  grammar: Grammar;
  /** The frame is left here at the latest: the end of the line, of the element or of the text. */
  readonly limit: number;
  /** What ends the frame, once its brackets are balanced; empty when a rule of its grammar does. */
  readonly close: string;
  /** Where it was opened. */
  readonly opened: number;
  /** Brackets before this index in the scan's list belong to frames outside. */
  readonly base: number;
  /** Where the piece of text being read began. */
  start: number;
  /** Elements that are open. */
  depth: number;
  /** The tag being read closes an element. */
  closing: boolean;
}

export interface NewFrame {
  readonly grammar: Grammar;
  readonly opened: number;
  readonly start: number;
  readonly close?: string;
  readonly limit?: number;
}

export interface PendingHeredoc {
  readonly form: Heredoc;
  readonly tag: string;
}

/**
 * One pass over a text: a stack of frames instead of recursion, so that depth costs memory and not stack.
 * Every rule consumes what it has looked at, or looks at a bounded stretch, so a pass is linear.
 *
 * Nothing but the frames, the brackets, the heredocs and the two offsets decides what comes next: a copy of
 * them, taken at a line's start, is enough to begin again there after an edit, and to stop where a copy
 * taken before the edit is met again.
 */
export class Scan {
  readonly text: string;
  readonly regions: Region[] = [];
  /** Offsets of the brackets that are open. */
  readonly brackets: number[] = [];
  readonly heredocs: PendingHeredoc[] = [];
  frame: Frame;
  /** The opener of the bracket that was closed last. */
  lastOpened = -1;
  /** Before this offset no regular expression begins: one was tried, and its line ended first. */
  noRegexBefore = 0;
  readonly #outer: Frame[] = [];
  #lineStart = 0;
  #lineEnd = -1;

  constructor(text: string, grammar: Grammar) {
    this.text = text;
    this.frame = {
      grammar,
      limit: text.length,
      close: '',
      opened: 0,
      base: 0,
      start: 0,
      depth: 0,
      closing: false,
    };
  }

  run(): void {
    let at = 0;
    for (;;) {
      at = this.#runFrame(at);
      if (at < this.frame.limit) continue;
      this.endText(at);
      if (this.#outer.length === 0) return;
      this.leave(at);
    }
  }

  emit(kind: RegionKind, start: number, end: number): void {
    if (start < end) this.regions.push({ kind, start, end });
  }

  enter({ grammar, opened, start, close = '', limit = this.frame.limit }: NewFrame): void {
    this.#outer.push(this.frame);
    const base = this.brackets.length;
    this.frame = { grammar, limit, close, opened, base, start, depth: 0, closing: false };
  }

  /** Goes back to the frame outside, where the text goes on at `at`. */
  leave(at: number): void {
    this.brackets.length = this.frame.base;
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    this.frame = outer;
    outer.start = at;
  }

  /** The end of the line that holds `at`, remembered so that many calls on one long line stay linear. */
  lineEnd(at: number): number {
    if (at < this.#lineStart || at > this.#lineEnd) {
      this.#lineStart = at;
      this.#lineEnd = nextLineEnd(this.text, at);
    }
    return this.#lineEnd;
  }

  /** Scans until the frame changes or its limit is reached; returns where. */
  #runFrame(from: number): number {
    const { text, frame } = this;
    const { grammar, limit } = frame;
    const { dispatch, rules } = grammar;
    let at = from;
    while (at < limit) {
      const code = text.charCodeAt(at);
      const index = code < 128 ? dispatch[code]! : 0;
      if (index === 0) {
        at += 1;
        continue;
      }
      at = this.#apply(rules[index]!, at);
      if (this.frame !== frame || frame.grammar !== grammar) return at;
    }
    return Math.min(at, limit);
  }

  #apply(rules: readonly Rule[], at: number): number {
    for (const rule of rules) {
      const next = rule(this, at);
      if (next !== NOT_HERE) return next;
    }
    return at + 1;
  }

  /** Ends the piece of text being read; nothing in a state of code. */
  endText(at: number): void {
    const { grammar, start } = this.frame;
    if (grammar.text === 'string') this.emit('string', start, at);
    else if (grammar.text === 'markupText') this.#emitTrimmed(start, at);
  }

  /** Markup text is a string without the white space around it. */
  #emitTrimmed(start: number, end: number): void {
    const piece = this.text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed === '') return;
    const first = start + piece.indexOf(trimmed.charAt(0));
    this.emit('string', first, first + trimmed.length);
  }
}

function nextLineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  const carriage = text.slice(at, end).indexOf('\r');
  return carriage === -1 ? end : at + carriage;
}
