import type { Pattern, Span } from '../text/pattern';
import type { Literal } from '../text/requiredLiterals';
import { openWindow, type TextTraits, type TextWindow, traitsOf } from '../text/textWindow';
import { type Lines, linesOf, type LineTable } from './lineTable';
import type { LiteralIndex } from './literalIndex';
import { PatternTimes } from './patternTimes';
import { joinLines, reachingFrom } from './stretches';
import type { TextHit, TextHits } from './textSearch';

/** A match that spans more lines than this is dropped. */
export const maxMatchLines = 100;

/** In UTF-16 units, the line end left out. A longer line is searched by no pattern. */
export const maxLineLength = 20_000;

/** In UTF-16 units: a pattern runs on about so much at once, lest one run take long. */
const stepLength = 4000;

const linesBetweenQuestions = 32;

export interface TextSearchInput {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly deadline: (() => boolean) | undefined;
  readonly now: (() => number) | undefined;
}

/** A literal, and whose it is. */
export interface LiteralPlace {
  readonly literal: Literal;
  /** Indexes of patterns. */
  readonly patterns: readonly number[];
}

/** One search of one text. */
export class TextSearchRun {
  readonly #patterns: readonly Pattern[];
  readonly #text: string;
  readonly #traits: TextTraits;
  readonly #deadline: (() => boolean) | undefined;
  /** The lines that were asked for, and those that a match may reach into them from. */
  readonly #lines: LineTable;
  readonly #asked: Lines;
  readonly #longLines: readonly number[];
  readonly #times: PatternTimes | undefined;
  readonly #hits: TextHit[] = [];
  #over = false;

  constructor(patterns: readonly Pattern[], { text, from, to, deadline, now }: TextSearchInput) {
    this.#patterns = patterns;
    this.#text = text;
    this.#deadline = deadline;
    this.#times = now && new PatternTimes(now);
    this.#lines = linesOf(
      text,
      { from, to },
      patterns.some(({ spansLines }) => spansLines) ? maxMatchLines - 1 : 0,
    );
    this.#asked = { first: this.#lines.lineAt(from), last: this.#lines.lineAt(to) };
    this.#longLines = longLinesOf(this.#lines);
    const { count, starts, ends } = this.#lines;
    // A window begins with what stands before its line.
    this.#traits = traitsOf(text.slice(Math.max(0, starts[0]! - 1), ends[count - 1]!));
  }

  result(): TextHits {
    return {
      hits: this.#hits.sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern),
      complete: !this.#over,
      skippedLines: this.#longLines.filter((line) => this.#isAsked(line)).length,
      slow: this.#times?.result() ?? [],
    };
  }

  /** Runs patterns on the lines where one of their literals stands. */
  searchPlaces(index: LiteralIndex, places: readonly LiteralPlace[]): void {
    const { starts, ends } = this.#lines;
    const noted = new Map<number, number[]>();
    const lastLineOfPlace = new Int32Array(places.length).fill(-1);
    const lastLineOfPattern = new Int32Array(this.#patterns.length).fill(-1);
    let line = 0;
    let window: TextWindow | undefined;
    const report = (place: number, start: number) => {
      if (lastLineOfPlace[place] === line) return;
      const { literal, patterns } = places[place]!;
      if (!literal.ignoreCase && !this.#text.startsWith(literal.text, start)) return;
      lastLineOfPlace[place] = line;
      for (const pattern of patterns) {
        if (lastLineOfPattern[pattern] === line) continue;
        lastLineOfPattern[pattern] = line;
        if (this.#patterns[pattern]!.spansLines) note(noted, pattern, line);
        else if (this.#isAsked(line)) {
          window ??= this.#window(starts[line]!, ends[line]!);
          this.#run(pattern, window);
        }
      }
    };
    for (const { first, last } of this.#searchable({ first: 0, last: this.#lines.count - 1 })) {
      for (line = first; line <= last; line++) {
        if (line % linesBetweenQuestions === 0 && this.#isOver()) return;
        window = undefined;
        index.scan(this.#text, { from: starts[line]!, to: ends[line]! }, report);
      }
    }
    for (const [pattern, lines] of noted) this.#searchAround(pattern, lines);
  }

  /** Runs patterns, which stay in their line, on every line. */
  searchLines(patterns: readonly number[]): void {
    for (const { first, last } of this.#searchable(this.#asked)) {
      for (let line = first; line <= last && !this.#isOver();) {
        const end = this.#step({ first: line, last }, stepLength);
        const window = this.#window(this.#lines.starts[line]!, this.#lines.ends[end]!);
        for (const pattern of patterns) this.#run(pattern, window);
        line = end + 1;
      }
    }
  }

  /** Runs a pattern, which may span lines, on all of them. */
  searchAll(pattern: number): void {
    this.#searchStretch(pattern, { first: 0, last: this.#lines.count - 1 });
  }

  #searchAround(index: number, lines: readonly number[]): void {
    if (this.#isOver()) return;
    const { before, after } = this.#patterns[index]!;
    const around = reachingFrom(this.#text, this.#lines, { before, after, reach: maxMatchLines - 1 });
    for (const stretch of joinLines(lines.map(around))) {
      const isWanted = stretch.first <= this.#asked.last && stretch.last >= this.#asked.first;
      if (isWanted) this.#searchStretch(index, stretch);
    }
  }

  /**
   * Goes on step by step, and lets the pattern see as far behind each step as a match may reach: so a match
   * that begins in a step is seen whole, and the next step begins behind it.
   */
  #searchStretch(pattern: number, stretch: Lines): void {
    const { starts, ends, lineAt } = this.#lines;
    for (const { first, last } of this.#searchable(stretch)) {
      let from = starts[first]!;
      for (let line = first; line <= last && !this.#isOver(); line = lineAt(from)) {
        const end = this.#step({ first: line, last }, stepLength);
        const view = this.#step({ first: end, last }, maxLineLength);
        const window = this.#window(from, ends[view]!);
        if (end === last) {
          this.#run(pattern, window);
          break;
        }
        const next = starts[end + 1]!;
        from = Math.max(next, this.#run(pattern, window, next));
      }
    }
  }

  /** Takes the matches that begin before `limit`. The end of the last of them, or 0. */
  #run(index: number, window: TextWindow, limit = Infinity): number {
    if (this.#isOver()) return 0;
    const pattern = this.#patterns[index]!;
    let taken = 0;
    const take = (span: Span) => {
      if (span.start >= limit) return false;
      taken = span.end;
      if (!pattern.spansLines || this.#isWanted(span)) {
        this.#hits.push({ pattern: index, start: span.start, end: span.end });
      }
      return true;
    };
    const search = () => pattern.search(window, take, this.#isOver);
    if (this.#times === undefined) search();
    else this.#times.take(index, window.range.to - window.range.from, search);
    return taken;
  }

  #window(from: number, to: number): TextWindow {
    return openWindow(this.#text, { from, to, traits: this.#traits });
  }

  #isWanted({ start, end }: Span): boolean {
    const first = this.#lines.lineAt(start);
    const last = this.#lines.lineAt(end - 1);
    return last - first < maxMatchLines && first <= this.#asked.last && last >= this.#asked.first;
  }

  #isAsked(line: number): boolean {
    return line >= this.#asked.first && line <= this.#asked.last;
  }

  /** The last of the lines that a match may span and that fit into `length`; at least the first. */
  #step({ first, last }: Lines, length: number): number {
    const { starts, ends } = this.#lines;
    const furthest = Math.min(last, first + maxMatchLines - 1);
    let line = first;
    while (line < furthest && ends[line + 1]! - starts[first]! <= length) line++;
    return line;
  }

  /** What of it lies between lines that are too long. */
  *#searchable({ first, last }: Lines): Generator<Lines> {
    let from = first;
    for (const line of this.#longLines) {
      if (line < from || line > last) continue;
      if (line > from) yield { first: from, last: line - 1 };
      from = line + 1;
    }
    if (from <= last) yield { first: from, last };
  }

  readonly #isOver = (): boolean => (this.#over ||= this.#deadline?.() ?? false);
}

function longLinesOf({ count, starts, ends }: LineTable): number[] {
  const long: number[] = [];
  for (let line = 0; line < count; line++) if (ends[line]! - starts[line]! > maxLineLength) long.push(line);
  return long;
}

function note(noted: Map<number, number[]>, pattern: number, line: number): void {
  const lines = noted.get(pattern);
  if (lines === undefined) noted.set(pattern, [line]);
  else lines.push(line);
}
