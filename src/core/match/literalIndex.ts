import { otherCases } from '../text/patternClasses';
import type { Literal } from '../text/requiredLiterals';

/** Finds many literals in one pass over a text. */
export interface LiteralIndex {
  /**
   * Calls `report` with the index of each literal and the offset where it begins, for each place in
   * `[from, to)` where it may stand. A place may be false: whoever asks looks again. None is missed.
   */
  scan(text: string, range: { readonly from: number; readonly to: number }, report: LiteralReport): void;
}

export type LiteralReport = (literal: number, start: number) => void;

/**
 * The automaton of Aho and Corasick, https://doi.org/10.1145/360825.360855, with every transition in a table.
 * Letters are one symbol in both cases, and so may be characters that few literals hold; a long literal is
 * looked for by its beginning. Both keep the table small, and cost only false places.
 */
export function compileLiterals(literals: readonly Literal[]): LiteralIndex {
  const { symbols, width } = symbolsOf(literals);
  let length = maxPieceLength;
  while (length > 1 && stateBound(literals, length) * width > maxCells) length >>= 1;
  const pieces = literals.map(({ text }) => text.slice(0, length));
  const { next, endings } = automatonOf(pieces, { symbols, width });
  return {
    scan(text, { from, to }, report) {
      let state = 0;
      for (let at = from; at < to; at++) {
        const target = next[state + symbols[text.charCodeAt(at)]!]!;
        if (target >= 0) {
          state = target;
          continue;
        }
        state = ~target;
        for (let ending = endings.get(state); ending !== undefined; ending = ending.shorter) {
          for (const literal of ending.literals) report(literal, at + 1 - pieces[literal]!.length);
        }
      }
    },
  };
}

const maxPieceLength = 16;

/** Of four bytes each. */
const maxCells = 1 << 22;

const maxSymbols = 256;

interface Alphabet {
  /** By UTF-16 unit; 0 for those that no literal holds. */
  readonly symbols: Uint8Array;
  /** How many symbols there are. */
  readonly width: number;
}

function symbolsOf(literals: readonly Literal[]): Alphabet {
  const symbols = new Uint8Array(0x10000);
  let width = 1;
  for (const { text } of literals) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (symbols[unit] !== 0) continue;
      const symbol = width < maxSymbols ? width++ : 1 + (unit % (maxSymbols - 1));
      for (const same of [unit, ...otherCases(unit)]) symbols[same] = symbol;
    }
  }
  return { symbols, width };
}

function stateBound(literals: readonly Literal[], length: number): number {
  return literals.reduce((states, { text }) => states + Math.min(text.length, length), 1);
}

interface Automaton {
  /** Of a state, which is where its row begins, and a symbol: the next state, `~` where a piece ends with it. */
  readonly next: Int32Array;
  readonly endings: ReadonlyMap<number, Ending>;
}

/** What ends with a state. */
interface Ending {
  readonly literals: readonly number[];
  /** What ends there too, and begins later. */
  readonly shorter: Ending | undefined;
}

function automatonOf(pieces: readonly string[], { symbols, width }: Alphabet): Automaton {
  const { next, ends } = trieOf(pieces, { symbols, width });
  const fallback = new Int32Array(next.length / width);
  const endings = new Map<number, Ending>();
  // States by distance from the root, so that what a state falls back to is complete before it.
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    for (let symbol = 0; symbol < width; symbol++) {
      const child = next[state + symbol]!;
      const other = state === 0 ? 0 : next[fallback[state / width]! + symbol]!;
      if (child === 0) {
        next[state + symbol] = other;
        continue;
      }
      fallback[child / width] = other;
      const literals = ends.get(child);
      const shorter = endings.get(other);
      const ending = literals === undefined ? shorter : { literals, shorter };
      if (ending !== undefined) endings.set(child, ending);
      queue.push(child);
    }
  }
  for (let cell = 0; cell < next.length; cell++) if (endings.has(next[cell]!)) next[cell] = ~next[cell]!;
  return { next, endings };
}

function trieOf(pieces: readonly string[], { symbols, width }: Alphabet) {
  const bound = pieces.reduce((states, piece) => states + piece.length, 1);
  const next = new Int32Array(bound * width);
  const ends = new Map<number, number[]>();
  let size = 1;
  for (const [index, piece] of pieces.entries()) {
    let state = 0;
    for (let at = 0; at < piece.length; at++) {
      const cell = state + symbols[piece.charCodeAt(at)]!;
      if (next[cell] === 0) next[cell] = width * size++;
      state = next[cell]!;
    }
    const ending = ends.get(state);
    if (ending === undefined) ends.set(state, [index]);
    else ending.push(index);
  }
  return { next: next.slice(0, size * width), ends };
}
