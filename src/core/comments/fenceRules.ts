import { indexWithin, isWordCode, lineAfter, lineEndFrom } from './characters';
import { NOT_HERE, type Grammar, type PendingHeredoc, type Rule, type Scan } from './scan';
import type { FencedForm, Heredoc, Pattern } from './syntax';

export function patternRule({ pattern, kind }: Pattern): Rule {
  return (scan, at) => {
    pattern.lastIndex = at;
    if (!pattern.test(scan.text)) return NOT_HERE;
    const end = pattern.lastIndex;
    if (end === at || end > scan.frame.limit) return NOT_HERE;
    if (kind !== 'code') scan.emit(kind, at, end);
    return end;
  };
}

/** `grammar` is that of the code between the delimiters, where there is one. */
export function fencedRule({ open, close, kind }: FencedForm, grammar?: () => Grammar): Rule {
  return (scan, at) => {
    open.lastIndex = at;
    const match = open.exec(scan.text);
    if (match === null) return NOT_HERE;
    const { limit } = scan.frame;
    const closing = close.replace('$1', () => match[1] ?? '');
    const found = indexWithin(scan.text, closing, open.lastIndex, limit);
    const end = found === -1 ? limit : found + closing.length;
    if (grammar !== undefined) {
      const start = Math.min(open.lastIndex, end);
      scan.look(found === -1 ? scan.text.length + 1 : end);
      scan.enter({ grammar: grammar(), opened: at, start, limit: end });
      return start;
    }
    if (kind !== 'code') scan.emit(kind, at, end);
    return end;
  };
}

/** The opener only promises a text: the rest of its line is still code. */
export function heredocRule(form: Heredoc): Rule {
  return (scan, at) => {
    form.open.lastIndex = at;
    const match = form.open.exec(scan.text);
    const tag = match?.groups?.['tag'];
    if (tag === undefined) return NOT_HERE;
    scan.heredocs.push({ form, tag });
    return form.open.lastIndex;
  };
}

/** At a line's end the promised texts follow, one after the other. */
export const heredocBodyRule: Rule = (scan, at) => {
  if (scan.heredocs.length === 0) return NOT_HERE;
  const first = lineAfter(scan.text, at, scan.frame.limit);
  let start = first;
  let end = first;
  for (const pending of scan.heredocs) {
    end = endOfHeredoc(scan, start, pending);
    if (pending.form.kind !== 'code') scan.emit(pending.form.kind, start, end);
    start = lineAfter(scan.text, end, scan.frame.limit);
  }
  scan.heredocs.length = 0;
  return end;
};

function endOfHeredoc(scan: Scan, from: number, { form, tag }: PendingHeredoc): number {
  const { text } = scan;
  const { limit } = scan.frame;
  let start = from;
  while (start < limit) {
    const end = lineEndFrom(text, start, limit);
    if (endsHeredoc(text.slice(start, end).trim(), form.end, tag)) {
      return form.end === 'word' ? text.indexOf(tag, start) + tag.length : end;
    }
    start = lineAfter(text, end, limit);
  }
  return limit;
}

function endsHeredoc(line: string, end: Heredoc['end'], tag: string): boolean {
  if (end === 'line') return line === tag;
  if (!line.startsWith(tag)) return false;
  if (end === 'word') return line.length === tag.length || !isWordCode(line.charCodeAt(tag.length));
  return line === tag.charAt(0).repeat(line.length);
}
