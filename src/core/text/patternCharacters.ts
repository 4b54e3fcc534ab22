import {
  complementOf,
  foldRanges,
  joinRanges,
  maxCodePoint,
  perlClasses,
  posixClasses,
} from './patternClasses';
import type { PatternReader } from './patternReader';
import { refusedEscapes } from './patternRefusals';
import type { CharRange, CharSet } from './patternSyntax';

/** Reads `[...]`; the reader stands at the bracket. */
export function readBrackets(reader: PatternReader, ignoreCase: boolean): CharSet {
  const start = reader.at;
  reader.take('[');
  const negated = reader.take('^');
  const pieces: CharPiece[] = [];
  for (let first = true; first || !reader.take(']'); first = false) {
    if (reader.done) reader.refuse(start, { what: 'A class is not closed', instead: 'End it with ].' });
    pieces.push(readPiece(reader, ignoreCase));
  }
  return setOf(pieces, negated);
}

/** Reads `\d`, `\pL` and the like; `undefined`, without a step, where another escape or none comes next. */
export function readClassEscape(reader: PatternReader, ignoreCase: boolean): CharSet | undefined {
  const piece = readClassPiece(reader, ignoreCase);
  return piece && setOf([piece], false);
}

/** Reads an escape that stands for one character; the reader stands at the backslash. A code point. */
export function readEscape(reader: PatternReader): number {
  const start = reader.at;
  reader.take('\\');
  if (reader.done) {
    reader.refuse(start, { what: 'A backslash stands at the end', instead: 'Write \\\\ for a backslash.' });
  }
  const octal = reader.takeMatch(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
  if (octal !== undefined) return parseInt(octal[0], 8);
  const hex = reader.takeMatch(/x(?:([\dA-Fa-f]{2})|\{([\dA-Fa-f]+)\})/y);
  if (hex !== undefined) {
    const code = parseInt(hex[1] ?? hex[2]!, 16);
    if (code <= maxCodePoint) return code;
    reader.refuse(start, {
      what: 'A number beyond Unicode stands',
      instead: 'The last character is \\x{10ffff}.',
    });
  }
  const letter = String.fromCodePoint(reader.takeChar());
  const control = controlEscapes[letter];
  if (control !== undefined) return control;
  if (/[\0-\x7f]/.test(letter) && !/[\dA-Za-z]/.test(letter)) return letter.charCodeAt(0);
  const refused = refusedEscapes[letter];
  return reader.refuse(
    start,
    refused === undefined
      ? {
          what: 'An unknown escape stands',
          instead: 'Leave the backslash out, or write \\\\ for a backslash.',
        }
      : { what: `${refused.name} cannot be used`, instead: refused.instead },
  );
}

interface CharPiece {
  /** `undefined` where it takes Unicode's tables to know. */
  readonly ranges: readonly CharRange[] | undefined;
  /** Whether `\n` may be in it, and whether it surely is. */
  readonly lineEnd: 'no' | 'maybe' | 'yes';
}

interface PieceFlags {
  readonly ignoreCase: boolean;
  readonly negated: boolean;
}

function readPiece(reader: PatternReader, ignoreCase: boolean): CharPiece {
  const named = readPosixPiece(reader, ignoreCase) ?? readClassPiece(reader, ignoreCase);
  if (named !== undefined) return named;
  const start = reader.at;
  const first = readOne(reader);
  let last = first;
  if (reader.lookingAt('-') && !reader.lookingAt('-]')) {
    reader.take('-');
    if (reader.done) return pieceOf([[first, first]], { ignoreCase, negated: false });
    last = readOne(reader);
    if (last < first) {
      reader.refuse(start, { what: 'A range runs backwards', instead: 'Write the lower end first.' });
    }
  }
  return pieceOf([[first, last]], { ignoreCase, negated: false });
}

function readOne(reader: PatternReader): number {
  return reader.lookingAt('\\') ? readEscape(reader) : reader.takeChar();
}

function readPosixPiece(reader: PatternReader, ignoreCase: boolean): CharPiece | undefined {
  const start = reader.at;
  const end = reader.lookingAt('[:') ? reader.source.indexOf(':]', start + 1) : -1;
  if (end === -1) return undefined;
  const negated = reader.lookingAt('[:^');
  const name = reader.source.slice(start + (negated ? 3 : 2), end);
  reader.at = end + 2;
  if (!Object.hasOwn(posixClasses, name)) {
    reader.refuse(start, {
      what: 'An unknown class stands',
      instead: `The classes are ${Object.keys(posixClasses).join(', ')}.`,
    });
  }
  return pieceOf(posixClasses[name]!, { ignoreCase, negated });
}

function readClassPiece(reader: PatternReader, ignoreCase: boolean): CharPiece | undefined {
  if (reader.next !== '\\') return undefined;
  const perl = reader.takeMatch(/\\([dsw])/iy)?.[1];
  if (perl !== undefined) {
    return pieceOf(perlClasses[perl.toLowerCase()]!, { ignoreCase, negated: perl !== perl.toLowerCase() });
  }
  const start = reader.at;
  if (reader.takeMatch(/\\p/iy) === undefined) return undefined;
  const name = reader.takeMatch(/\{([^}]*)\}|[^{]/uy);
  if (name === undefined) {
    reader.refuse(start, { what: 'A Unicode class is not closed', instead: 'Write \\p{Name}.' });
  }
  // Categories other than `C` hold no control character; scripts and complements may.
  const lineEnd = reader.source[start + 1] === 'p' && /^\{?[LMNPSZ][a-z]?\}?$/.test(name[0]) ? 'no' : 'maybe';
  return { ranges: undefined, lineEnd };
}

function pieceOf(ranges: readonly CharRange[], { ignoreCase, negated }: PieceFlags): CharPiece {
  const holdsLineEnd = ranges.some(([first, last]) => first <= 10 && last >= 10);
  const lineEnd = holdsLineEnd !== negated ? 'yes' : 'no';
  const folded = ignoreCase ? foldRanges(ranges) : ranges;
  return { ranges: folded && (negated ? complementOf(joinRanges(folded)) : folded), lineEnd };
}

function setOf(pieces: readonly CharPiece[], negated: boolean): CharSet {
  const known = pieces.every((piece) => piece.ranges !== undefined);
  const joined = known ? joinRanges(pieces.flatMap((piece) => piece.ranges ?? [])) : undefined;
  const lineEnd = negated
    ? !pieces.some((piece) => piece.lineEnd === 'yes')
    : pieces.some((piece) => piece.lineEnd !== 'no');
  return { kind: 'set', ranges: negated ? joined && complementOf(joined) : joined, lineEnd };
}

const controlEscapes: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
