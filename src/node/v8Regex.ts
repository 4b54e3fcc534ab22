import { setFlagsFromString } from 'node:v8';
import { parsePattern } from '../core/text/parsePattern';
import type { RegexEngine, RegexSearch } from '../core/text/pattern';
import { otherCases } from '../core/text/patternClasses';
import { isNullable, type CharRange, type Syntax, type Text } from '../core/text/patternSyntax';

/**
 * V8's own regular expressions, kept linear: a pattern runs natively only if V8's linear engine can take over
 * when it backtracks too often, https://v8.dev/blog/non-backtracking-regexp. It sets V8 flags for the whole
 * process, so call it once, before anything else compiles a pattern that a repository wrote.
 * `undefined` where this V8 does not keep the promise.
 */
export function createV8Regex(): RegexEngine | undefined {
  setFlagsFromString('--enable-experimental-regexp-engine');
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  setFlagsFromString(`--regexp-backtracks-before-fallback=${maxBacktracks}`);
  return keepsItsPromise() ? { compile: compileV8 } : undefined;
}

/** `l` is V8's own: it refuses what the linear engine cannot run. */
const linearFlags = 'gml';

const maxBacktracks = 10_000;

/**
 * V8 does not count each step back from a repeated single character, so that such a search is quadratic in
 * spite of the limit; on a text beyond this many UTF-16 units the linear engine runs from the beginning.
 */
const nativeLength = 12_288;

function compileV8(source: string): RegexSearch | undefined {
  const syntax = parsePattern(source);
  const translated = 'message' in syntax ? undefined : translate(syntax);
  if (translated === undefined) return undefined;
  let linear: RegExp;
  let native: RegExp;
  try {
    linear = new RegExp(translated, linearFlags);
    native = new RegExp(translated, 'gm');
  } catch {
    return undefined;
  }
  return (text, from) => {
    const regex = text.length > nativeLength ? linear : native;
    regex.lastIndex = from;
    const match = regex.exec(text);
    return match === null ? undefined : { start: match.index, end: regex.lastIndex };
  };
}

/** The same in JavaScript's syntax; `undefined` where it is not sure to mean the same. */
function translate(syntax: Syntax): string | undefined {
  switch (syntax.kind) {
    case 'text':
      return translateText(syntax);
    case 'set':
      return syntax.ranges && translateSet(syntax.ranges);
    case 'assertion':
      return assertions[syntax.at];
    case 'sequence':
      return joined(syntax.parts, '');
    case 'choice': {
      const options = joined(syntax.options, '|');
      return options && `(?:${options})`;
    }
    case 'repeat': {
      // On what an empty turn of a loop leads to, RE2 and JavaScript differ.
      const inner = isNullable(syntax.of) ? undefined : translate(syntax.of);
      return inner && `(?:${inner})${repeatSign(syntax.min, syntax.max)}${syntax.lazy ? '?' : ''}`;
    }
  }
}

function joined(nodes: readonly Syntax[], separator: string): string | undefined {
  const translated = nodes.map(translate);
  return translated.includes(undefined) ? undefined : translated.join(separator);
}

function translateText({ text, ignoreCase }: Text): string | undefined {
  let translated = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isPlain(code) || (ignoreCase && code > 0x7f)) return undefined;
    const cases = ignoreCase ? [code, ...otherCases(code)] : [code];
    translated += cases.length > 1 ? `[${cases.map(escaped).join('')}]` : escaped(code);
  }
  return translated;
}

function translateSet(ranges: readonly CharRange[]): string | undefined {
  const pieces: string[] = [];
  for (const [first, last] of ranges) {
    if (!isPlain(first)) return undefined;
    // Beyond the first plane lie only characters that the text does not hold.
    pieces.push(`${escaped(first)}-${escaped(Math.min(last, 0xffff))}`);
  }
  return pieces.length === 0 ? undefined : `[${pieces.join('')}]`;
}

function repeatSign(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === 0 && max === 1 ? '?' : min === max ? `{${min}}` : `{${min},${max}}`;
}

/** One UTF-16 unit that is a character. */
function isPlain(code: number): boolean {
  return code <= 0xffff && !(code >= 0xd800 && code <= 0xdfff);
}

function escaped(code: number): string {
  const char = String.fromCharCode(code);
  return /\w/.test(char) ? char : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Tries it: where the linear engine does not take over, this takes 67 million steps. */
function keepsItsPromise(): boolean {
  const before = process.cpuUsage();
  try {
    new RegExp('(?:a+)+$', linearFlags);
    new RegExp('^(?:(?:a+)+)$', 'gm').exec(`${'a'.repeat(26)}b`);
  } catch {
    return false;
  }
  return process.cpuUsage(before).user < maxMicroseconds;
}

const maxMicroseconds = 100_000;

/** Those of the text's ends have no counterpart when `^` and `$` are the ends of lines. */
const assertions: Readonly<Record<string, string>> = {
  lineStart: '^',
  lineEnd: '$',
  wordBoundary: '\\b',
  noWordBoundary: '\\B',
};
