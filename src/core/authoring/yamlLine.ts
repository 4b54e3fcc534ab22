import { limits } from '../guidance/limits';

/**
 * What begins a block on a line of YAML: the dash of a list, or a key with its colon. Columns are UTF-16 units from the
 * line's start; `end` is exclusive.
 */
export type Opener =
  | { readonly kind: 'dash'; readonly column: number; readonly end: number }
  | {
      readonly kind: 'key';
      readonly column: number;
      readonly end: number;
      /** Without its quotes. */
      readonly name: string;
      readonly colon: number;
    };

/** A line as far as it can be read alone, so that what is broken above it does no harm. */
export interface YamlLine {
  readonly indent: number;
  /** From left to right. */
  readonly openers: readonly Opener[];
  /** Where what stands behind them begins, anchors and tags left out; the line's length where nothing does. */
  readonly rest: number;
  /** What stands there. */
  readonly restKind: RestKind;
}

export type RestKind = 'nothing' | 'comment' | 'blockScalar' | 'flow' | 'quote' | 'text';

/** Reads one line, without its line break. Linear in it, whatever it holds. */
export function readYamlLine(line: string): YamlLine {
  const indent = skipBlank(line, 0);
  const openers: Opener[] = [];
  let at = indent;
  // No deeper one is read.
  while (openers.length <= limits.depth) {
    if (line[at] === '-' && isBlank(line[at + 1])) {
      openers.push({ kind: 'dash', column: at, end: at + 1 });
      at = skipBlank(line, at + 1);
      continue;
    }
    const properties = propertiesEnd(line, at);
    if (properties !== at) {
      at = properties;
      continue;
    }
    const key = keyAt(line, at);
    if (key === undefined) break;
    openers.push(key);
    at = skipBlank(line, key.colon + 1);
    at = propertiesEnd(line, at);
    break;
  }
  return { indent, openers, rest: at, restKind: restKindAt(line, at) };
}

/** Where a quoted text ends, behind its quote; `undefined` where it is not closed before `limit`. */
export function quoteEnd(text: string, start: number, limit: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < limit; at++) {
    const character = text[at];
    if (character === '\\' && quote === '"') at++;
    else if (character === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return undefined;
}

/** Where a plain text on one line ends: before a comment and the spaces in front of it. */
export function plainEnd(line: string, start: number): number {
  let end = start;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '#' && at > 0 && isBlank(line[at - 1])) break;
    if (!isBlank(line[at])) end = at + 1;
  }
  return end;
}

/** Whether a character separates: a space, a tab, or the end of the line. */
export function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t';
}

function skipBlank(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

/** Behind the anchor and the tag that stand at a place, and the spaces that follow. */
function propertiesEnd(line: string, from: number): number {
  let at = from;
  while (line[at] === '&' || line[at] === '!') {
    while (!isBlank(line[at])) at++;
    at = skipBlank(line, at);
  }
  return at;
}

function keyAt(line: string, start: number): Extract<Opener, { kind: 'key' }> | undefined {
  const first = line[start];
  if (first === '"' || first === "'") {
    const end = quoteEnd(line, start, line.length);
    const colon = end === undefined ? -1 : skipBlank(line, end);
    if (end === undefined || line[colon] !== ':' || !isBlank(line[colon + 1])) return undefined;
    return { kind: 'key', column: start, end, name: line.slice(start + 1, end - 1), colon };
  }
  if (first === undefined || '[]{}#,|>%@`'.includes(first)) return undefined;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '#' && isBlank(line[at - 1])) return undefined;
    if (line[at] !== ':' || !isBlank(line[at + 1])) continue;
    const name = line.slice(start, at).trimEnd();
    return name === ''
      ? undefined
      : { kind: 'key', column: start, end: start + name.length, name, colon: at };
  }
  return undefined;
}

function restKindAt(line: string, at: number): RestKind {
  const character = line[at];
  if (character === undefined) return 'nothing';
  if (character === '#') return 'comment';
  if (character === '[' || character === '{') return 'flow';
  if (character === '"' || character === "'") return 'quote';
  return /^[|>][-+\d]{0,2}[ \t]*(?:#|$)/.test(line.slice(at)) ? 'blockScalar' : 'text';
}
