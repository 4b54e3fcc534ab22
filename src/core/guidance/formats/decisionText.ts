import { headingsIn } from '../markdownSections';
import { type DecisionKey, type DecisionSection, keyWords, sectionWords } from './decisionWords';

/** A piece of a text: its offsets, outer white space left out. */
export interface Piece {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface DecisionText {
  readonly title?: Piece;
  /** The first of each kind. */
  readonly sections: ReadonlyMap<DecisionSection, Piece>;
  /** What lines such as `* Status: accepted` say; several for a list below such a line. */
  readonly lines: ReadonlyMap<DecisionKey, readonly Piece[]>;
}

/** The title, the sections and the `key: value` lines of a decision record, whatever tool it was written for. */
export function readDecisionText(text: string, bodyStart: number): DecisionText {
  const headings = [...headingsIn(text, bodyStart, 6)].map((heading) => {
    const word = headingWord(heading.name);
    return { ...heading, section: sectionWords.get(word), key: keyOfName(word) };
  });
  const sections = new Map<DecisionSection, Piece>();
  const lines = new Map<DecisionKey, readonly Piece[]>();
  const first = headings[0];
  const isTitled = first !== undefined && first.section === undefined && first.key === undefined;
  for (const [index, { section, key, depth, end }] of headings.entries()) {
    const isKnown = section === undefined ? key === undefined || lines.has(key) : sections.has(section);
    if (isKnown) continue;
    // A heading inside belongs to its section, unless it begins another one.
    const next = headings
      .slice(index + 1)
      .find((other) => other.depth <= depth || other.section !== undefined);
    const piece = pieceOf(text, end, next?.start ?? text.length);
    if (section !== undefined) sections.set(section, piece);
    else if (key !== undefined) lines.set(key, listed(piece));
  }
  const head = headings.find(({ section }) => section !== undefined)?.start ?? text.length;
  readLines(text, { start: bodyStart, end: head }, lines);
  const status = sections.get('status');
  if (status !== undefined) readLines(text, status, lines);
  return { ...(isTitled && { title: titlePiece(first) }), sections, lines };
}

const longestHeading = 300;

/** `## 2. Context:` and `## Links <!-- optional -->` are the words `context` and `links`. */
export function headingWord(name: string): string {
  return withoutComments(name.slice(0, longestHeading))
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/[_*`]+/g, '')
    .replace(/\s+/g, ' ');
}

/** `# 12. Errors` and `# ADR-0012: Errors` are the title "Errors". */
function titlePiece({ name, start, end }: { name: string; start: number; end: number }): Piece {
  const bare = withoutComments(name.slice(0, longestHeading))
    .replace(/^\[?(?:ADR[-_ #]*)?\d{1,8}\]?(?:\s*[-.:–—)]+\s*|\s+(?=\p{Lu}))/iu, '')
    .replace(/^(?:ADR|architecture decision record)\s*[:–—-]\s*/i, '')
    .replace(/(?<=\S)\s*\(ADR\)$/i, '')
    .trim();
  return { value: bare === '' ? name : bare, start, end };
}

const line =
  /^[ \t]*(?:[*+>-][ \t]+)?(?:\*\*|__|\*)?([\p{L}][\p{L} _-]{1,30}?)(?:\*\*|__|\*)?[ \t]*[:：](?:\*\*|__|\*)?[ \t]*(.*)$/u;
const row =
  /^[ \t]*\|[ \t]*(?:\*\*)?([\p{L}][\p{L} _-]{1,30}?)(?:\*\*)?[ \t]*:?[ \t]*\|[ \t]*([^|]*?)[ \t]*\|/u;

/** Keys stand in lines, in list items, or in the rows of a table; a list may follow a key without a value. */
function readLines(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  found: Map<DecisionKey, readonly Piece[]>,
): void {
  let open: Piece[] | undefined;
  for (let at = start; at < end;) {
    const lineEnd = Math.min(end, (text.indexOf('\n', at) + 1 || end + 1) - 1);
    const written = text.slice(at, lineEnd).trimEnd();
    const { key, value } = keyOfLine(written);
    const item = /^[ \t]+[*+-][ \t]+(?=\S)/.exec(written)?.[0];
    if (key !== undefined) {
      open = undefined;
      const from = at + written.lastIndexOf(value);
      if (!found.has(key)) {
        open = value.trim() === '' ? [] : [pieceOf(text, from, from + value.length)];
        found.set(key, open);
      }
    } else if (item !== undefined && open?.length !== undefined) {
      open.push(pieceOf(text, at + item.length, lineEnd));
    } else if (written.trim() !== '') {
      open = undefined;
    }
    at = lineEnd + 1;
  }
}

/** What a line such as `* Status: accepted` says, or a row of a table; without a key where it says nothing that is known. */
export function keyOfLine(written: string): {
  readonly key: DecisionKey | undefined;
  readonly value: string;
} {
  const [, name = '', value = ''] =
    (written.length < 1000 ? (row.exec(written) ?? line.exec(written)) : null) ?? [];
  return { key: keyOfName(name), value };
}

/** The key that a name stands for, in whatever case and with whatever between its words. */
export function keyOfName(name: string): DecisionKey | undefined {
  return keyWords.get(name.toLowerCase().replace(/[\s_-]+/g, ''));
}

/** A section's list items, or its lines. */
function listed({ value, start }: Piece): readonly Piece[] {
  return [...value.matchAll(/^[ \t]*(?:[*+-][ \t]+)?(\S.*)$/gm)].map((match) => {
    const from = start + match.index + match[0].length - match[1]!.length;
    return { value: match[1]!.trimEnd(), start: from, end: from + match[1]!.trimEnd().length };
  });
}

function pieceOf(text: string, from: number, to: number): Piece {
  const written = text.slice(from, to);
  const value = written.trim();
  const start = from + (value === '' ? 0 : written.length - written.trimStart().length);
  return { value, start, end: start + value.length };
}

/** A text without its `<!-- comments -->`; one that is never closed stays. */
export function withoutComments(text: string): string {
  let kept = '';
  for (let at = 0; ;) {
    const open = text.indexOf('<!--', at);
    const close = open < 0 ? -1 : text.indexOf('-->', open);
    if (close < 0) return kept + text.slice(at);
    kept += text.slice(at, open);
    at = close + 3;
  }
}
