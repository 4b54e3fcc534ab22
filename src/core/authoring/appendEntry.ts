import { listBlocks } from '../guidance/listBlocks';
import type { Section } from '../guidance/schema';
import { parseYaml, type YamlPair, type YamlTree } from '../guidance/yamlTree';
import { lineEndAt, lineEndOf, lineStartAt } from '../text/lineEnds';
import { sameData } from '../text/sameData';

/** An entry as lines of YAML, without the dash. */
export interface EntryLines {
  readonly lines: readonly string[];
  /** Index of the line at whose end the person goes on. */
  readonly cursorLine: number;
}

/** The whole text after an edit, or why there is none: a sentence. */
export type TextEdit =
  | {
      readonly kind: 'edited';
      readonly text: string;
      /** UTF-16 offset where the person goes on. */
      readonly cursor: number;
    }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Writes an entry at the end of a section of a YAML file of `.leadlight/`, or begins the section, and leaves all else
 * as it is written: comments, quotes, indentation, line ends. What comes out is read again, and where it does not say
 * just that one thing more, the edit is refused.
 */
export function appendEntry(text: string, section: Section, entry: EntryLines): TextEdit {
  const before = parseYaml(text);
  if (before.broken) return refused('It is broken as YAML. Mend it first: the view Problems says where.');
  const found = before.trees.map((tree) => tree.keys?.get(section)).find((pair) => pair !== undefined);
  const place = found === undefined ? atEnd(text, section, before.trees) : inSection(text, found);
  if (place === undefined)
    return refused(`Its "${section}" are written in brackets. Write them as a list of dashes first.`);
  const edit = insert(text, place, entry);
  const after = parseYaml(edit.text);
  const wanted = parseYaml(entry.lines.join('\n')).trees[0]?.value;
  return !after.broken && says(after.trees, before.trees, { section, wanted })
    ? edit
    : refused('It is written in a way that Leadlight cannot add to safely. Add the entry by hand.');
}

function refused(why: string): TextEdit {
  return { kind: 'refused', why };
}

/** Where an entry is written. */
interface Place {
  /** UTF-16 offset, at the end of a line. */
  readonly at: number;
  /** Lines before the entry. */
  readonly lead: readonly string[];
  /** What stands before its first line, and what before the others. */
  readonly dash: string;
  readonly indent: string;
  /** Characters behind the offset of which nothing stays. */
  readonly drop?: { readonly start: number; readonly end: number };
}

function inSection(text: string, { keyStart, keyEnd, tree }: YamlPair): Place | undefined {
  const column = ' '.repeat(keyStart - lineStartAt(text, keyStart));
  if (tree.value === null) return { at: lineEndAt(text, keyEnd), lead: [], ...listAt(`${column}  `) };
  const blocks = tree.items && listBlocks(text, tree.items);
  if (text[tree.start] === '[') {
    if (tree.items?.length !== 0) return undefined;
    const drop = { start: text.slice(0, tree.start).trimEnd().length, end: tree.end };
    return { at: lineEndAt(text, tree.end), lead: [], ...listAt(`${column}  `), drop };
  }
  if (blocks === undefined) return undefined;
  const [last, beforeLast] = [blocks.at(-1)!, blocks.at(-2)];
  const between = beforeLast && text.slice(beforeLast.end, last.start);
  const own = text.slice(last.start, last.end);
  // Entries of several lines stand apart, unless those that are there do not.
  const isApart =
    between === undefined ? /[\r\n]/.test(own) : /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(between);
  const dash = own.split(/\r\n|\r|\n/).flatMap((line) => /^([ \t]*)-([ \t]+)(?=\S)/.exec(line) ?? [])[0];
  const list =
    dash === undefined
      ? listAt(/^[ \t]*/.exec(own.slice(own.search(/^[ \t]*-/m)))![0])
      : { dash, indent: dash.replace('-', ' ') };
  // A text that is still to be written: its empty line belongs to its entry.
  const unwritten = new RegExp(`^(?:(?:\\r\\n|\\r|\\n)${list.indent}[ \\t]+(?=[\\r\\n]|$))*`);
  const at = last.end + unwritten.exec(text.slice(last.end))![0].length;
  return { at, lead: isApart ? [''] : [], ...list };
}

/** Behind all that is there, as its other sections are written. */
function atEnd(text: string, section: Section, trees: readonly YamlTree[]): Place {
  const last = trees.at(-1);
  const [first] = last?.keys?.values() ?? [];
  const column = first === undefined ? '' : ' '.repeat(first.keyStart - lineStartAt(text, first.keyStart));
  const lists = [...(last?.keys?.values() ?? [])].flatMap(({ tree }) => tree.items?.[0] ?? []);
  const dashes = lists.flatMap(
    ({ start }) => /^[ \t]*(?=-[ \t])/.exec(text.slice(lineStartAt(text, start))) ?? [],
  );
  const at = text.trimEnd().length;
  return {
    at,
    lead: [...(at === 0 ? [] : ['']), `${column}${section}:`],
    ...listAt(dashes[0] ?? `${column}  `),
  };
}

function listAt(indent: string) {
  return { dash: `${indent}- `, indent: `${indent}  ` };
}

function insert(
  text: string,
  { at, lead, dash, indent, drop }: Place,
  { lines, cursorLine }: EntryLines,
): TextEdit & { kind: 'edited' } {
  const lineEnd = lineEndOf(text);
  const written = lines.map((line, index) => (index === 0 ? dash : line === '' ? '' : indent) + line);
  const all = [...lead, ...written];
  const start = at === 0 ? '' : lineEnd;
  const upTo = [...lead, ...written.slice(0, cursorLine + 1)].join(lineEnd).length;
  const head = drop === undefined ? text.slice(0, at) : text.slice(0, drop.start) + text.slice(drop.end, at);
  const rest = text.slice(at);
  const end = /^[ \t]*(?:\r|\n)/.test(rest) ? '' : lineEnd;
  return {
    kind: 'edited',
    text: head + start + all.join(lineEnd) + end + rest,
    cursor: head.length + start.length + upTo,
  };
}

interface Wanted {
  readonly section: Section;
  /** The entry, as plain data. */
  readonly wanted: unknown;
}

/** Whether what is said now is what was said before, and one entry more at the end of the section. */
function says(now: readonly YamlTree[], before: readonly YamlTree[], { section, wanted }: Wanted): boolean {
  let isAdded = false;
  const rest = now.map(({ value, keys }) => {
    const list = keys?.get(section)?.tree.value;
    if (isAdded || !Array.isArray(list) || !sameData(list.at(-1), wanted)) return value;
    isAdded = true;
    return { ...(value as object), [section]: list.slice(0, -1) };
  });
  const told = (values: readonly unknown[]) =>
    values.map((value) => withoutEmpty(value, section)).filter(isSaid);
  return isAdded && sameData(told(rest), told(before.map(({ value }) => value)));
}

/** A section that holds nothing, and one that is not there, say the same. */
function withoutEmpty(value: unknown, section: Section): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const isEmpty = (each: unknown) => each === null || (Array.isArray(each) && each.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([key, each]) => key !== section || !isEmpty(each)));
}

function isSaid(value: unknown): boolean {
  return value !== null && !sameData(value, {});
}
