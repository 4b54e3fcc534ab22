import { readBrackets, readClassEscape, readEscape } from './patternCharacters';
import type { PatternReader } from './patternReader';
import { refusedGroups } from './patternRefusals';
import { checkCounts, readRepeat, refuseSecondRepeat } from './patternRepeats';
import type { Assertion, CharSet, Repeat, Syntax } from './patternSyntax';
import { addText, takeLastCharacter } from './patternTexts';

const maxDepth = 100;

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

/** Recursive descent; the reader refuses what cannot be read. */
export class PatternParser {
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
    while (!isEndOfSequence(reader.next)) {
      const start = reader.at;
      const plain = reader.takeMatch(plainChars)?.[0];
      if (plain !== undefined) {
        addText(parts, { text: plain, ignoreCase: this.#flags.ignoreCase });
        repeated = false;
        continue;
      }
      const counts = readRepeat(reader);
      if (counts === undefined) this.#addItem(parts);
      else if (repeated) refuseSecondRepeat(reader, start);
      else parts.push(this.#repeat(takeLastCharacter(parts), { start, ...counts }));
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
    const repeat: Repeat = {
      kind: 'repeat',
      of,
      min,
      max,
      lazy: reader.take('?') !== this.#flags.swapGreed,
      start,
      end: reader.at,
    };
    checkCounts(reader, repeat);
    return repeat;
  }

  #addItem(parts: Syntax[]): void {
    const reader = this.#reader;
    const { lines, dotAll, ignoreCase } = this.#flags;
    switch (reader.next) {
      case '(':
        parts.push(...this.#group());
        return;
      case '[':
        parts.push(readBrackets(reader, ignoreCase));
        return;
      case '\\':
        this.#addEscape(parts);
        return;
    }
    const sign = String.fromCodePoint(reader.takeChar());
    if (sign === '.') parts.push(dotAll ? anyCharacter : anyInLine);
    else if (sign === '^') parts.push(assertion(lines ? 'lineStart' : 'textStart'));
    else if (sign === '$') parts.push(assertion(lines ? 'lineEnd' : 'textEnd'));
    else addText(parts, { text: sign, ignoreCase });
  }

  #addEscape(parts: Syntax[]): void {
    const reader = this.#reader;
    const sign = reader.takeMatch(/\\[AzbB]/y)?.[0];
    if (sign !== undefined) {
      parts.push(assertion(assertionEscapes[sign]!));
      return;
    }
    const quotation = reader.takeMatch(/\\Q(.*?)(?:\\E|$)/sy)?.[1];
    const { ignoreCase } = this.#flags;
    const set = quotation === undefined ? readClassEscape(reader, ignoreCase) : undefined;
    if (set !== undefined) parts.push(set);
    else addText(parts, { text: quotation ?? String.fromCodePoint(readEscape(reader)), ignoreCase });
  }

  /** None for a change of flags. */
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
    // Kept together: a repeat behind it takes all of a group.
    return [inner.kind === 'text' ? { kind: 'sequence', parts: [inner] } : inner];
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

function isEndOfSequence(next: string): boolean {
  return next === '' || next === '|' || next === ')';
}

/** Signs that stand for themselves wherever they stand. */
const plainChars = /[^\\.[\](){}*+?^$|]+/y;

function assertion(at: Assertion['at']): Assertion {
  return { kind: 'assertion', at };
}

const assertionEscapes: Readonly<Record<string, Assertion['at']>> = {
  '\\A': 'textStart',
  '\\z': 'textEnd',
  '\\b': 'wordBoundary',
  '\\B': 'noWordBoundary',
};

const anyCharacter: CharSet = { kind: 'set', ranges: [[0, 0x10ffff]], lineEnd: true };
const anyInLine: CharSet = {
  kind: 'set',
  ranges: [
    [0, 9],
    [11, 0x10ffff],
  ],
  lineEnd: false,
};
