import { lineEndFrom } from './characters';
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
  /** What ends this state looks at its text again, from where it was opened. */
  readonly readsBack?: true;
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

/** What decides how scanning goes on at `at`, beside the text, and the regions before. */
export interface ScanState {
  readonly at: number;
  /** The innermost last; `limit` is infinite where it is the end of the text. */
  readonly frames: readonly Readonly<Frame>[];
  readonly brackets: readonly number[];
  readonly lastOpened: number;
  /** What was decided before `at` depends on no character at this offset or behind it. */
  readonly looked: number;
  /** How many regions there are until here. */
  readonly regions: number;
}

/** What `run` answers when it has scanned to the end. */
export const AT_END = -1;

/**
 * One pass over a text: a stack of frames instead of recursion, so that depth costs memory and not stack.
 * Every rule consumes what it has looked at, or looks at a bounded stretch, so a pass is linear.
 * A pass can pause at a line's start, and another one go on from there: see `DocumentRegions`.
 */
export class Scan {
  readonly text: string;
  readonly regions: Region[];
  /** Offsets of the brackets that are open. */
  readonly brackets: number[] = [];
  readonly heredocs: PendingHeredoc[] = [];
  frame: Frame;
  /** The opener of the bracket that was closed last. */
  lastOpened = -1;
  /** Before this offset no regular expression begins: one was tried, and its line ended first. */
  noRegexBefore = 0;
  #looked = 0;
  readonly #outer: Frame[] = [];
  #lineStart = 0;
  #lineEnd = -1;

  constructor(text: string, grammar: Grammar, regions: Region[] = []) {
    this.text = text;
    this.regions = regions;
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

  /**
   * Scans from `from` to the end, or to the first place from `pause` on where no rule is at work; answers which.
   * It can go on from there as if it had not stopped.
   */
  run(from = 0, pause = Infinity): number {
    let at = from;
    for (;;) {
      at = this.#runFrame(at, pause);
      if (at >= this.frame.limit) {
        this.endText(at);
        if (this.#outer.length === 0) return AT_END;
        this.leave(at);
      } else if (at >= pause) {
        return at;
      }
    }
  }

  /** The state where scanning has paused; `undefined` where a rule has promised something about the text behind. */
  stateAt(at: number): ScanState | undefined {
    if (this.heredocs.length > 0 || this.noRegexBefore > at) return undefined;
    return {
      at,
      frames: [...this.#outer, this.frame].map((frame) => ({
        ...frame,
        limit: frame.limit === this.text.length ? Infinity : frame.limit,
      })),
      brackets: [...this.brackets],
      lastOpened: this.lastOpened,
      looked: this.#looked,
      regions: this.regions.length,
    };
  }

  /** Takes a state for its own; the regions before it must be there. */
  resume({ frames, brackets, lastOpened, looked }: ScanState): void {
    const own = frames.map((frame) => ({ ...frame, limit: Math.min(frame.limit, this.text.length) }));
    this.frame = own.pop()!;
    this.#outer.push(...own);
    this.brackets.push(...brackets);
    this.lastOpened = lastOpened;
    this.#looked = looked;
  }

  /** A rule tells how far it has looked, when that is neither what it consumes nor a few characters. */
  look(end: number): void {
    if (end > this.#looked) this.#looked = end;
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
      this.#lineEnd = lineEndFrom(this.text, at, this.text.length);
    }
    return this.#lineEnd;
  }

  /** Scans until the frame changes or its limit is reached; returns where. */
  #runFrame(from: number, pause: number): number {
    const { text, frame } = this;
    const { grammar, limit } = frame;
    const { dispatch, rules } = grammar;
    const end = Math.min(limit, pause);
    let at = from;
    while (at < end) {
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
