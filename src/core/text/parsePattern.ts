import { readBrackets, readClassEscape, readEscape } from './patternCharacters';
import { PatternReader, PatternRefusal } from './patternReader';
import { refusedGroups } from './patternRefusals';
import { largestRepeat, sizeOf } from './patternSize';
import type { Assertion, CharSet, PatternError, Syntax } from './patternSyntax';

/** In UTF-16 units. */
export const maxPatternLength = 1000;

const maxDepth = 100;

/** In steps of the engine, which are counted as `sizeOf` does: what a match costs grows with them. */
export const maxPatternSize = 2500;

/**
 * Reads RE2's syntax. Whatever it accepts the engine accepts, except for a Unicode class that does not exist.
 * Refuses with a reason what RE2 refuses, and what is too long or becomes too large.
 */
export function parsePattern(source: string): Syntax | PatternError {
  const reader = new PatternReader(source);
  try {
    if (source.length > maxPatternLength) {
      reader.at = source.length;
      reader.refuse(maxPatternLength, {
        what: `A pattern of ${source.length} characters is too long`,
        instead: `At most ${maxPatternLength} are read; write several patterns.`,
      });
    }
    const syntax = new PatternParser(reader).parse();
    checkSize(syntax, reader);
    return syntax;
  } catch (error) {
    if (error instanceof PatternRefusal) return error.problem;
    throw error;
  }
}

interface Flags {
  readonly ignoreCase: boolean;
  /** `^` and `$` are the ends of lines. */
  readonly lines: boolean;
  readonly dotAll: boolean;
  /** `*` and its kin are lazy without a question mark, and greedy with one. */
  readonly swapGreed: boolean;
}

const flagNames: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'lines',
  s: 'dotAll',
  U: 'swapGreed',
};

class PatternParser {
  readonly #reader: PatternReader;
  readonly #groupNames = new Set<string>();
  #depth = 0;
  #flags: Flags = { ignoreCase: false, lines: true, dotAll: false, swapGreed: false };

  constructor(reader: PatternReader) {
    this.#reader = reader;
  }

  parse(): Syntax {
    const syntax = this.#choice();
    const start = this.#reader.at;
    if (this.#reader.take(')')) {
      this.#reader.refuse(start, {
        what: 'A group is closed that was not opened',
        instead: 'Write \\) for a bracket.',
      });
    }
    return syntax;
  }

  /** Up to the end of the group or of the pattern. */
  #choice(): Syntax {
    const options: Syntax[] = [this.#sequence()];
    while (this.#reader.take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #sequence(): Syntax {
    const reader = this.#reader;
    const parts: Syntax[] = [];
    let repeated = false;
    while (!reader.done && !reader.lookingAt('|') && !reader.lookingAt(')')) {
      const start = reader.at;
      const plain = reader.takeMatch(plainChars)?.[0];
      if (plain !== undefined) {
        for (const char of plain) parts.push(this.#char(char.codePointAt(0)!));
        repeated = false;
        continue;
      }
      const counts = readRepeat(reader);
      if (counts === undefined) parts.push(...this.#item());
      else if (repeated) refuseSecondRepeat(reader, start);
      else parts.push(this.#repeat(parts.pop(), { start, ...counts }));
      repeated = counts !== undefined;
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeat(of: Syntax | undefined, { start, min, max }: { start: number; min: number; max: number }): Syntax {
    const reader: PatternReader = this.#reader;
    if (of === undefined) {
      reader.refuse(start, {
        what: 'There is nothing to repeat',
        instead: 'Write a backslash before the sign itself.',
      });
    }
    const repeat: Syntax = {
      kind: 'repeat',
      of,
      min,
      max,
      lazy: reader.take('?') !== this.#flags.swapGreed,
      start,
      end: reader.at,
    };
    if (!isRepeatable(repeat, maxCount)) {
      reader.refuse(start, {
        what: `Repeats inside each other come to more than ${maxCount}`,
        instead: 'Count less, or use * or + inside.',
      });
    }
    return repeat;
  }

  /** None for a change of flags; several for a quotation. */
  #item(): readonly Syntax[] {
    const reader = this.#reader;
    const { lines, dotAll, ignoreCase } = this.#flags;
    if (reader.lookingAt('(')) return this.#group();
    if (reader.lookingAt('[')) return [readBrackets(reader, ignoreCase)];
    if (reader.take('.')) return [dotAll ? anyCharacter : anyInLine];
    if (reader.take('^')) return [assertion(lines ? 'lineStart' : 'textStart')];
    if (reader.take('$')) return [assertion(lines ? 'lineEnd' : 'textEnd')];
    if (reader.take('\\A')) return [assertion('textStart')];
    if (reader.take('\\z')) return [assertion('textEnd')];
    if (reader.take('\\b')) return [assertion('wordBoundary')];
    if (reader.take('\\B')) return [assertion('noWordBoundary')];
    const quotation = reader.takeMatch(/\\Q(.*?)(?:\\E|$)/sy)?.[1];
    if (quotation !== undefined) return Array.from(quotation, (char) => this.#char(char.codePointAt(0)!));
    const set = readClassEscape(reader, ignoreCase);
    if (set !== undefined) return [set];
    return [this.#char(reader.lookingAt('\\') ? readEscape(reader) : reader.takeChar())];
  }

  #char(code: number): Syntax {
    return { kind: 'char', code, ignoreCase: this.#flags.ignoreCase };
  }

  #group(): readonly Syntax[] {
    const reader = this.#reader;
    const start = reader.at;
    const outer = this.#flags;
    reader.take('(');
    if (reader.take('?') && this.#groupHead(start) === 'flags') return [];
    if (++this.#depth > maxDepth) {
      reader.refuse(start, {
        what: `Groups nest deeper than ${maxDepth}`,
        instead: 'Write several patterns.',
      });
    }
    const inner = this.#choice();
    this.#depth--;
    if (!reader.take(')')) {
      reader.refuse(start, {
        what: 'A group is not closed',
        instead: 'End it with ), or write \\( for a bracket.',
      });
    }
    this.#flags = outer;
    return [inner];
  }

  /** Reads what follows `(?`: a name, or flags for the group or for what comes behind it. */
  #groupHead(start: number): 'group' | 'flags' {
    const reader: PatternReader = this.#reader;
    const refusal = Object.keys(refusedGroups).find((head) => reader.source.startsWith(head, start));
    if (refusal !== undefined) {
      reader.at = start + refusal.length;
      const { name, instead } = refusedGroups[refusal]!;
      reader.refuse(start, { what: `${name} cannot be used`, instead });
    }
    const name = reader.takeMatch(/P?<(\w+)>/y)?.[1];
    if (name !== undefined) {
      if (this.#groupNames.has(name)) {
        reader.refuse(start, {
          what: `There are two groups named ${name}`,
          instead: 'Name them apart, or not at all.',
        });
      }
      this.#groupNames.add(name);
      return 'group';
    }
    const flags = reader.takeMatch(/([imsU]*)(?:-([imsU]+))?([:)])/y);
    if (flags === undefined) {
      reader.takeMatch(/[^\s:()]*/y);
      reader.refuse(start, {
        what: 'An unknown group stands',
        instead: 'A group begins with (, (?:, (?P<name> or flags among i, m, s and U.',
      });
    }
    const next: { -readonly [flag in keyof Flags]: boolean } = { ...this.#flags };
    for (const flag of flags[1]!) next[flagNames[flag]!] = true;
    for (const flag of flags[2] ?? '') next[flagNames[flag]!] = false;
    this.#flags = next;
    return flags[3] === ':' ? 'group' : 'flags';
  }
}

/** Signs that stand for themselves wherever they stand. */
const plainChars = /[^\\.[\](){}*+?^$|]+/y;

/** RE2's own limit, for one count and for the product of those inside each other. */
const maxCount = 1000;

function readRepeat(reader: PatternReader): { min: number; max: number } | undefined {
  const start = reader.at;
  if (reader.take('*')) return { min: 0, max: Infinity };
  if (reader.take('+')) return { min: 1, max: Infinity };
  if (reader.take('?')) return { min: 0, max: 1 };
  const counts = reader.takeMatch(/\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y);
  if (counts === undefined) return undefined;
  const min = Number(counts[1]);
  const max = counts[2] === undefined ? min : counts[3] === undefined ? Infinity : Number(counts[3]);
  if (min > maxCount || (max > maxCount && max !== Infinity)) {
    reader.refuse(start, {
      what: `A repeat counts beyond ${maxCount}`,
      instead: 'Count less, or use * or +.',
    });
  }
  if (min > max)
    reader.refuse(start, { what: 'A repeat counts backwards', instead: 'Write the lower count first.' });
  return { min, max };
}

function refuseSecondRepeat(reader: PatternReader, start: number): never {
  return reader.refuse(
    start,
    reader.source[start] === '+'
      ? { what: 'A possessive repeat cannot be used', instead: 'Leave the + out: nothing backtracks here.' }
      : { what: 'A repeat is repeated', instead: 'Put the first one into a group, (?:...).' },
  );
}

/** RE2's rule: the counts on the way to any part multiply to at most `budget`. */
function isRepeatable(syntax: Syntax, budget: number): boolean {
  switch (syntax.kind) {
    case 'sequence':
      return syntax.parts.every((part) => isRepeatable(part, budget));
    case 'choice':
      return syntax.options.every((option) => isRepeatable(option, budget));
    case 'repeat': {
      if (syntax.max === 0) return true;
      const count = syntax.max === Infinity ? syntax.min : syntax.max;
      return count <= budget && isRepeatable(syntax.of, count > 0 ? Math.trunc(budget / count) : budget);
    }
    default:
      return true;
  }
}

function checkSize(syntax: Syntax, reader: PatternReader): void {
  const size = sizeOf(syntax);
  if (size <= maxPatternSize) return;
  const { start, end } = largestRepeat(syntax)!;
  reader.at = end;
  reader.refuse(start, {
    what: `The pattern comes to ${size} steps, and at most ${maxPatternSize} are run: a repeat makes it large`,
    instead: 'Count less, or use * or +.',
  });
}

function assertion(at: Assertion['at']): Assertion {
  return { kind: 'assertion', at };
}

const anyCharacter: CharSet = { kind: 'set', ranges: [[0, 0x10ffff]], lineEnd: true };
const anyInLine: CharSet = {
  kind: 'set',
  ranges: [
    [0, 9],
    [11, 0x10ffff],
  ],
  lineEnd: false,
};
