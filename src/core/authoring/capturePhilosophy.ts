import { cut } from '../text/cut';
import { literalGlob } from '../text/globs';
import { lineEndAt } from '../text/lineEnds';
import { cleanLine } from '../text/markdown';
import { freeSlug, slug } from '../text/slug';
import { yamlLine, yamlProse } from '../text/yamlText';
import { outlineOf } from '../walkthrough/outline';
import type { Span } from '../text/pattern';
import { appendEntry, type EntryLines, type TextEdit } from './appendEntry';
import { codeAlone, type CodeSelection, lineFragment } from './codeSelection';
import { folderGlob, languageGlob } from './fileGlobs';
import { ownMatches, type OwnMatchOptions } from './ownMatches';
import { type SelectorDraft, selectorDrafts } from './selectorDraft';

export interface PhilosophyOptions extends OwnMatchOptions {
  /** Whether the selection is done well, or what the team wants to see no more. */
  readonly as: 'exemplar' | 'avoid';
  /** The proposal where a person gave none. */
  readonly title?: string | undefined;
  isTaken(id: string): boolean;
}

/** An edit of a text that writes an entry, and what was made up for it. */
export interface Captured {
  readonly title: string;
  /** What will become of it: a sentence. */
  readonly shown: string;
  readonly edit: TextEdit;
}

const longestTitle = 60;
const mostExampleLines = 12;

/** Writes a philosophy drafted from a selection into the text of a source; its why is for the person to write. */
export function capturePhilosophy(
  selection: CodeSelection,
  text: string,
  options: PhilosophyOptions,
): Captured {
  const draft = options.as === 'exemplar' ? exemplarOf(selection, options) : avoidedIn(selection, options);
  const title = cleanLine(options.title ?? draft.title);
  const id = freeSlug(slug(title), (each) => options.isTaken(each));
  const lines = [`id: ${id}`, `title: ${yamlLine(title)}`, 'why: |', '  ', ...draft.lines];
  return {
    title,
    shown: draft.shown,
    edit: appendEntry(text, 'philosophies', { lines, cursorLine: 3 } satisfies EntryLines),
  };
}

interface Draft {
  readonly title: string;
  readonly shown: string;
  /** Behind the why. */
  readonly lines: readonly string[];
}

function exemplarOf(selection: CodeSelection, { folder }: PhilosophyOptions): Draft {
  const { text, languageId, path, start, end } = selection;
  const inside = path.slice(folder.length);
  const declared = outlineOf(text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n'), languageId).findLast(
    (declaration) => declaration.start <= start && declaration.end >= end,
  );
  const target = `${inside.replace(/[%#?]/g, encodeURIComponent)}${lineFragment(selection)}`;
  const files = folderGlob(inside);
  return {
    title: `Written like ${cut(cleanLine(declared?.path ?? inside.slice(inside.lastIndexOf('/') + 1)), longestTitle)}`,
    shown: `It will show for ${files}, with your selection as what good looks like.`,
    lines: [`exemplars: [${JSON.stringify(target)}]`, 'applies:', `  files: ${JSON.stringify(files)}`],
  };
}

/** The first selector that finds the selection again; where none does, the file as a whole. */
function avoidedIn(selection: CodeSelection, options: PhilosophyOptions): Draft {
  const inside = selection.path.slice(options.folder.length);
  const files = languageGlob(inside);
  for (const draft of selectorDrafts(selection, options.folder)) {
    const applies = ['applies:', `  files: ${JSON.stringify(files)}`, ...locatorLines(draft)];
    const matchesIn = (text: string) => ownMatches(philosophyOf(applies), { ...selection, text }, options);
    const found = matchesIn(selection.text).find(
      ({ start, end }) => start < selection.end && end > selection.start,
    );
    if (found === undefined) continue;
    const what = cut(
      cleanLine(draft.imports?.join(', ') ?? draft.symbols?.[0] ?? codeOf(selection)),
      longestTitle,
    );
    const example = exampleOf(selection, found);
    // What is code only within other text, such as a script in a page, is no example alone.
    const isExample = matchesIn(example).length > 0;
    return {
      title: `Avoid ${what}`,
      shown: `It will show on ${what} in ${files}.`,
      lines: [...(isExample ? exampleLines(example) : []), ...applies],
    };
  }
  const lines = ['applies:', `  files: ${JSON.stringify(literalGlob(inside))}`];
  return {
    title: `Avoid ${cut(cleanLine(codeOf(selection)), longestTitle)}`,
    shown: `It will show for ${inside} as a whole.`,
    lines,
  };
}

function locatorLines({ imports, symbols, text, in: place }: SelectorDraft): readonly string[] {
  return [
    ...(imports === undefined
      ? []
      : [`  imports: [${imports.map((each) => JSON.stringify(each)).join(', ')}]`]),
    ...(symbols === undefined
      ? []
      : [`  symbols: [${symbols.map((each) => JSON.stringify(each)).join(', ')}]`]),
    ...(text === undefined ? [] : [`  text: ${yamlLine(text)}`]),
    ...(place === undefined ? [] : [`  in: ${place}`]),
  ];
}

/** A source that says no more than where it applies. */
function philosophyOf(applies: readonly string[]): string {
  return ['philosophies:', '  - id: draft', ...applies.map((line) => `    ${line}`), ''].join('\n');
}

function codeOf({ text, start, end }: CodeSelection): string {
  return codeAlone(text, start, end);
}

/** The selection, or of a long one the lines that are found again. */
function exampleOf(selection: CodeSelection, found: Span): string {
  const whole = codeOf(selection);
  if (whole.split('\n').length <= mostExampleLines) return whole;
  const { text } = selection;
  return codeAlone(text, found.start, lineEndAt(text, found.end))
    .split('\n')
    .slice(0, mostExampleLines)
    .join('\n');
}

function exampleLines(example: string): readonly string[] {
  const [first = '', ...rest] = yamlProse('bad', example);
  return ['examples:', `  - ${first}`, ...rest.map((line) => (line === '' ? '' : `    ${line}`))];
}
