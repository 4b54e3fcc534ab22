import { isLineEnd, lineAfter, matchesAt } from './characters';
import { byOpener, type OpenRule, type StartRule } from './dispatch';
import type { RegionKind } from './regions';
import { NOT_HERE, type Grammar, type Rule, type Scan } from './scan';
import type { StringForm } from './syntax';

/** What the text of a string is reported as; `code` in formats where quotes are only punctuation. */
export type StringKind = RegionKind | 'code';

/** A string without code in it is read in one go. */
export function plainStringRule(form: StringForm, kind: StringKind): Rule {
  const { open, when } = form;
  const body = stringBody(form);
  return (scan, at) => {
    if (open.length > 1 && !scan.text.startsWith(open, at)) return NOT_HERE;
    if (when !== undefined && !matchesAt(when, scan.text, at)) return NOT_HERE;
    const end = endOfString(scan, at + open.length, body);
    if (kind !== 'code') scan.emit(kind, at, end);
    return end;
  };
}

/** A string with code in it is a frame: its pieces are strings, its islands are frames of their own. */
export function islandStringRule(form: StringForm, body: Grammar): Rule {
  const { open, when } = form;
  return (scan, at) => {
    if (!scan.text.startsWith(open, at)) return NOT_HERE;
    if (when !== undefined && !matchesAt(when, scan.text, at)) return NOT_HERE;
    scan.enter({ grammar: body, opened: at, start: at });
    return at + open.length;
  };
}

/** The rules inside such a string: `islands` go by length with the sequences that stand for themselves. */
export function stringBodyRules(form: StringForm, islands: readonly OpenRule[]): readonly StartRule[] {
  const close = form.close ?? form.open;
  const literals = (form.literals ?? []).map((open) => ({
    open,
    conditional: true,
    rule: literalRule(open),
  }));
  const rules: StartRule[] = [...byOpener([...literals, ...islands])];
  rules.push({ starts: close.charAt(0), rule: closeRule(close) });
  if (form.escape !== undefined) rules.push({ starts: form.escape, rule: escapeRule(form.lines) });
  if (form.lines !== 'many') rules.push({ starts: '\r\n', rule: lineEndRule });
  return rules;
}

function literalRule(literal: string): Rule {
  return (scan, at) => (scan.text.startsWith(literal, at) ? at + literal.length : NOT_HERE);
}

function closeRule(close: string): Rule {
  return (scan, at) => {
    if (!scan.text.startsWith(close, at)) return NOT_HERE;
    const end = at + close.length;
    scan.emit('string', scan.frame.start, end);
    scan.leave(end);
    return end;
  };
}

function escapeRule(lines: StringForm['lines']): Rule {
  return (scan, at) => afterEscape(scan.text, at, lines);
}

const lineEndRule: Rule = (scan, at) => {
  scan.emit('string', scan.frame.start, at);
  scan.leave(at);
  return at;
};

interface StringBody {
  readonly close: string;
  readonly first: number;
  readonly escape: number;
  readonly literals: readonly string[];
  readonly lines: StringForm['lines'];
}

function stringBody(form: StringForm): StringBody {
  const close = form.close ?? form.open;
  const escape = form.escape === undefined ? -1 : form.escape.charCodeAt(0);
  return { close, first: close.charCodeAt(0), escape, literals: form.literals ?? [], lines: form.lines };
}

function endOfString(scan: Scan, from: number, body: StringBody): number {
  const { text } = scan;
  const { limit } = scan.frame;
  const { close, first, escape, literals, lines } = body;
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === first) {
      const literal = literals.find((one) => text.startsWith(one, at));
      if (literal !== undefined) at += literal.length;
      else if (close.length === 1 || text.startsWith(close, at)) return Math.min(limit, at + close.length);
      else at += 1;
    } else if (code === escape) {
      at = afterEscape(text, at, lines);
    } else if (lines !== 'many' && isLineEnd(code)) {
      return at;
    } else {
      at += 1;
    }
  }
  return limit;
}

/** Past an escape and the character it protects. Where a string may not go on, the line's end is not protected. */
function afterEscape(text: string, at: number, lines: StringForm['lines']): number {
  const next = at + 1;
  if (!isLineEnd(text.charCodeAt(next))) return next + 1;
  return lines === 'one' ? next : lineAfter(text, next, text.length);
}
