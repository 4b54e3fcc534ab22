import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { languageOfName } from '../comments/languages';
import { type CardContext, cardOf, contactLine, sourceOf } from '../features/card';
import { markerCard } from '../features/markerCard';
import type { Guidance } from '../guidance/guidance';
import type { Area, Entry, MarkerPolicy, Source } from '../guidance/model';
import { policiesFor } from '../markers/policies';
import { compileMatcher } from '../match/documentMatches';
import { contactFor, scopeAt } from '../match/scope';
import { admits, type Selector } from '../match/selector';
import { safeHtml } from '../text/html';
import { relativePath } from '../text/links';
import { cleanLine, escapeInline } from '../text/markdown';

/** An entry as it looks on code, made of a text as it is being typed. JSON. */
export type EntryPreview =
  | {
      readonly kind: 'card';
      readonly title: string;
      /** Safe HTML; see `safeHtml`. */
      readonly html: string;
      /** Why it is not on code, where it is not; plain text. */
      readonly note?: string;
    }
  /** There is none to make now, and why: a sentence. */
  | { readonly kind: 'none'; readonly why: string };

export interface PreviewOptions {
  readonly guidance: Guidance;
  /** The files of the workspace folder, relative to it. */
  readonly files: readonly string[];
  /** `2026-11-22` */
  readonly today: string;
}

/** The card of the entry that a position is in; `source` is what was read of the text. */
export function previewEntry(source: Source, { line }: Position, options: PreviewOptions): EntryPreview {
  const [problem] = source.problems;
  if (source.broken && problem !== undefined)
    return {
      kind: 'none',
      why: `Line ${problem.range.start.line + 1} cannot be read. ${cleanLine(problem.message)}`,
    };
  const entry = source.entries.findLast(({ range }) => range.start.line <= line && line <= range.end.line);
  if (entry === undefined) return { kind: 'none', why: 'The cursor is in no entry that can be read.' };
  const card = cardFor(entry, options);
  if (card === undefined) return { kind: 'none', why: elsewhere[entry.kind] ?? '' };
  const note = hiddenBecause(entry, options.guidance);
  return {
    kind: 'card',
    title: cleanLine(entry.title),
    html: safeHtml(`${card.markdown}\n\n*${escapeInline(card.label)}*`, {
      linkBase: options.guidance.root,
      root: options.guidance.root,
      areUris: true,
    }),
    ...(note && { note }),
  };
}

const elsewhere: Partial<Record<Entry['kind'], string>> = {
  checklist: 'A checklist has no card on code: the view Review asks its items.',
  walkthrough: 'A walkthrough has no card on code: Preview Walkthrough shows it as others see it.',
};

interface ShownCard {
  readonly markdown: string;
  /** Where it is written. */
  readonly label: string;
}

function cardFor(entry: Entry, { guidance, files, today }: PreviewOptions): ShownCard | undefined {
  const { label } = sourceOf(entry, guidance.root);
  const path = governedBy(entry, { guidance, files });
  const languageId = (path && languageOfName(path)) ?? 'plaintext';
  const scope = scopeAt(guidance, { path, languageId, today });
  const context = { root: guidance.root, scope, languageId, today };
  switch (entry.kind) {
    case 'checklist':
    case 'walkthrough':
      return undefined;
    case 'area':
      return { markdown: areaText(entry, context), label };
    case 'marker':
      return { markdown: markerText(entry, context), label };
    default:
      return { markdown: cardOf(entry, context).markdown, label };
  }
}

/** The first file that an entry is about: what its card says of people and languages is said for that one. */
function governedBy(
  entry: Entry,
  { guidance, files }: Pick<PreviewOptions, 'guidance' | 'files'>,
): string | undefined {
  const selector = selectorOf(entry);
  const folder = relativePath(entry.folder, guidance.root) ?? '';
  if (selector === undefined) return undefined;
  return files.find((path) => {
    const inside = path.startsWith(folder) && admits(selector, path.slice(folder.length));
    return inside && (selector.languages?.has(languageOfName(path) ?? '') ?? true);
  });
}

function selectorOf(entry: Entry): Selector | undefined {
  if (entry.kind === 'change') return entry.from;
  return 'applies' in entry ? entry.applies : undefined;
}

/** What a hover says of whom to ask there. */
function areaText(entry: Area, { root, today }: CardContext): string {
  const contact = contactFor(undefined, entry, today);
  const title = `**${escapeInline(entry.title)}**`;
  return contact === undefined ? title : `${title}\n\n${contactLine(contact, root)}`;
}

/** As on a comment that holds the tag and no more. */
function markerText(entry: MarkerPolicy, context: CardContext): string {
  const scope = { ...context.scope, governing: [], terms: [], policies: policiesFor([entry]) };
  const document = TextDocument.create('untitled:example', 'typescript', 1, `// ${entry.tag}`);
  const input = { path: undefined, findings: [], isOverdue: () => false };
  const [placed] = compileMatcher(scope).follow('typescript').find(document, input).markers;
  const means = { ...context, scope };
  return placed === undefined
    ? `**${escapeInline(entry.tag)}**`
    : markerCard(document, placed, means).markdown;
}

/** Why an entry that could be shown on code is not. */
function hiddenBecause(entry: Entry, { decisions }: Guidance): string | undefined {
  if (entry.kind === 'philosophy' && (entry.status === 'deprecated' || entry.status === 'superseded'))
    return `It is ${entry.status}, so it is listed and not shown on code.`;
  if (entry.kind === 'change' && (entry.state === 'dropped' || entry.state === 'done'))
    return `It is ${entry.state}, so it is listed and not shown on code.`;
  if (entry.kind === 'decision' && !decisions.holds(entry))
    return 'It holds no more, so it is shown on code only where a comment names it.';
  if (entry.kind === 'philosophy' && entry.applies === undefined)
    return 'It has no "applies", so it is listed and not shown on code.';
  if (entry.kind === 'decision' && entry.applies === undefined)
    return 'It names no files, so it is shown where a comment names it.';
  return undefined;
}
