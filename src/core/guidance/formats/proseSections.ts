import { cleanLine } from '../../text/markdown';
import { headingsIn } from '../markdownSections';

/** A part of a Markdown text under one heading. UTF-16 offsets, `end` exclusive. */
export interface ProseSection {
  /** One line of plain text; absent for a text that has no heading. */
  readonly title?: string;
  /** Of its heading; 0 without one. */
  readonly depth: number;
  /** Without the heading and what is empty around it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text at its `##` headings, and at each `#` heading but the first, which is the title of what stands before
 * the others. Sections that say nothing are left out.
 */
export function proseSections(text: string, bodyStart: number): readonly ProseSection[] {
  const sections: ProseSection[] = [];
  let open: { title?: string; depth: number; start: number; from: number } = {
    depth: 0,
    start: bodyStart,
    from: bodyStart,
  };
  const close = (end: number) => {
    const body = text.slice(open.from, end);
    if (saysNothing(body)) return;
    const start = open.title === undefined ? open.start + leading(body) : open.start;
    const { title, depth } = open;
    const section = { depth, text: body.trim(), start, end: start + text.slice(start, end).trimEnd().length };
    sections.push(title === undefined ? section : { title, ...section });
  };
  for (const { name, depth, start, end } of headingsIn(text, bodyStart)) {
    close(start);
    open = { title: plainTitle(name), depth, start, from: end };
  }
  close(text.length);
  return sections;
}

/**
 * Comments, rules, tables of contents, and lines that only bring in another file, such as `@AGENTS.md`, say nothing by
 * themselves.
 */
function saysNothing(body: string): boolean {
  return withoutComments(body)
    .split(/\r?\n/)
    .every((line) => saidNothing.test(line.trim()));
}

const saidNothing = /^(?:@\S+|[-*_]{3,}|(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^[\]]*\]\(#[^()\s]*\))?$/;

/** In one pass: a pattern would look for the end of each comment that has none anew. */
function withoutComments(body: string): string {
  let rest = '';
  let at = 0;
  for (;;) {
    const open = body.indexOf('<!--', at);
    if (open < 0) return rest + body.slice(at);
    const close = body.indexOf('-->', open + 4);
    rest += body.slice(at, open);
    if (close < 0) return rest;
    at = close + 3;
  }
}

function leading(body: string): number {
  return body.length - body.trimStart().length;
}

/** A line of Markdown without the signs of Markdown around its words. */
export function plainTitle(name: string): string {
  const words = name
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/^[*_](.+)[*_]$/, '$1');
  return cleanLine(words) || cleanLine(name);
}
