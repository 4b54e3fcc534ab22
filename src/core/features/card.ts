import type { Range } from 'vscode-languageserver-types';
import { decisionNamed } from '../guidance/decisionNamed';
import { keyOf } from '../guidance/guidance';
import type { Area, Change, Decision, Entry, Philosophy, Term } from '../guidance/model';
import { type Contact, contactFor, type Scope } from '../match/scope';
import { relativePath, resolveLink } from '../text/links';
import { passageNaming } from '../names/passage';
import { cleanLine, codeBlock, escapeInline, markdownLink, safeMarkdown } from '../text/markdown';
import { decisionBlocks, decisionName, stateOf } from './decisionCard';
import type { BlameState } from './judgeMarker';
import { originLine } from './originLine';

/** One entry as it is shown on code. */
export interface Card {
  /** Names the entry for a person's own state: its folder, kind and id; stable across edits. */
  readonly key: string;
  readonly kind: Entry['kind'];
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** Untrusted Markdown, safe to render without command links and HTML; the source is not part of it. */
  readonly markdown: string;
  /** Where it is written; absent for what Leadlight assumes where nobody wrote anything. */
  readonly source?: CardSource;
  /** Of a marker: its tag, where it can be completed. */
  readonly tag?: Range;
}

export interface CardSource {
  readonly uri: string;
  readonly range: Range;
  /** Workspace path and 1-based line, plain text. */
  readonly label: string;
}

export interface CardContext {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  readonly scope: Scope;
  readonly languageId: string;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** Cards that were made in this context already: writing one costs more than all else in a hover. */
  readonly cards?: Map<CardEntry, Card>;
  /** Who wrote the document's lines. Asked only where there is a marker: it begins to look them up. */
  readonly blame?: () => BlameState;
}

/** The kinds of entry whose card is the same at every place: that of a marker says what the marker says. */
export type CardEntry = Philosophy | Decision | Change | Term;

/**
 * An entry as a card: title, why, do and don't, example, exemplars, who to ask, decision, and what it is about. Where its
 * text names what stands at the place, the card says so, and of a long text what it says there.
 */
export function cardOf(entry: CardEntry, context: CardContext, named?: string): Card {
  const known = named === undefined ? context.cards?.get(entry) : undefined;
  if (known !== undefined) return known;
  const card: Card = {
    key: entryKey(entry, context.root),
    kind: entry.kind,
    id: entry.id,
    title: cleanLine(entry.title),
    markdown: blocksOf(entry, context, named).filter(Boolean).join('\n\n'),
    source: sourceOf(entry, context.root),
  };
  if (named === undefined) context.cards?.set(entry, card);
  return card;
}

/** `packages/api/philosophy:errors-carry-context`: where an entry's folder is, what it is, and its id. */
export function entryKey(entry: Entry, root: string): string {
  return `${folderPath(entry, root)}${keyOf(entry)}`;
}

export function sourceOf(entry: Pick<Entry, 'uri' | 'range'>, root: string): CardSource {
  const path = relativePath(entry.uri, root) ?? entry.uri;
  return { uri: entry.uri, range: entry.range, label: `${cleanLine(path)}:${entry.range.start.line + 1}` };
}

function folderPath(entry: Entry, root: string): string {
  return relativePath(entry.folder, root) ?? '';
}

function blocksOf(entry: CardEntry, context: CardContext, named?: string): readonly string[] {
  const prose = proseOf(entry, context.root);
  const origin = { root: context.root, named };
  switch (entry.kind) {
    case 'philosophy':
      return [
        titleLine(entry, entry.status === 'accepted' ? '' : entry.status),
        prose(entry.why),
        prose(named === undefined ? entry.text : passageNaming(entry.text ?? '', named)),
        labelled('Do', prose(entry.do)),
        labelled("Don't", prose(entry.dont)),
        ...entry.examples.slice(0, 2).map((example) => exampleBlock(example, context.languageId)),
        exemplarsLine(entry, context),
        lastLine(entry.owner, entry.decision && { label: 'Decision', target: entry.decision }, {
          entry,
          context,
        }),
        originLine(entry, origin),
      ];
    case 'decision':
      return [
        ...decisionBlocks(entry, { decisions: context.scope.decisions, prose }),
        originLine(entry, origin),
      ];
    case 'change':
      return [
        titleLine(entry, entry.due === undefined ? entry.state : `${entry.state}, due ${entry.due}`),
        prose(entry.why),
        labelled('The new way', prose(entry.say)),
        lastLine(entry.owner, entry.tracking && { label: 'Tracked', target: entry.tracking }, {
          entry,
          context,
        }),
        originLine({ ...entry, applies: entry.from }, origin),
      ];
    case 'term':
      return [
        titleLine(entry, entry.names.slice(1).join(', ')),
        prose(entry.means),
        lastLine(undefined, entry.see && { label: 'See', target: entry.see }, { entry, context }),
      ];
  }
}

/** Prose of an entry, as Markdown that may be shown. */
function proseOf(entry: CardEntry, root: string): (text: string | undefined) => string {
  const options = {
    resolveLink: (target: string) => resolveLink(target, { linkBase: entry.linkBase, root }),
  };
  return (text) => (text === undefined ? '' : safeMarkdown(text, options));
}

function titleLine(entry: CardEntry, note: string): string {
  const title = `**${escapeInline(entry.title)}**`;
  return note === '' ? title : `${title} · ${escapeInline(note)}`;
}

/** One paragraph continues the label's line; anything longer begins below it. */
function labelled(label: string, prose: string): string {
  if (prose === '') return '';
  return /\n\n|^(?:[-*+>#]|\d+[.)]|```|~~~| {4})/.test(prose)
    ? `**${label}:**\n\n${prose}`
    : `**${label}:** ${prose}`;
}

function exampleBlock(
  { bad, good }: { readonly bad?: string; readonly good?: string },
  languageId: string,
): string {
  const blocks = [];
  if (bad !== undefined) blocks.push(`Instead of\n\n${codeBlock(bad, languageId)}`);
  if (good !== undefined)
    blocks.push(`${bad === undefined ? 'For example' : 'write'}\n\n${codeBlock(good, languageId)}`);
  return blocks.join('\n\n');
}

function exemplarsLine(entry: Philosophy, context: CardContext): string {
  const links = entry.exemplars.slice(0, 3).map((target) => linkTo(target, { entry, context }));
  return links.length === 0 ? '' : `Done well in ${links.join(', ')}`;
}

interface Written {
  readonly entry: CardEntry;
  readonly context: CardContext;
}

function lastLine(
  owner: string | undefined,
  link: '' | undefined | { readonly label: string; readonly target: string },
  { entry, context }: Written,
): string {
  const contact = contactFor(owner, context.scope.area, context.today);
  const parts = contact === undefined ? [] : [contactLine(contact, context.root)];
  if (link) parts.push(`${link.label}: ${linkTo(link.target, { entry, context })}`);
  return parts.join(' · ');
}

/** `Ask @jon in #payments, for @maya, who is away until 2026-12-14 (.leadlight/areas.yaml:4)` */
export function contactLine({ handles, area, insteadOf, awayUntil }: Contact, root: string): string {
  const who = handles.length === 0 ? '' : ` **${handles.map(escapeInline).join(', ')}**`;
  const where = area?.ask === undefined ? '' : ` in ${escapeInline(area.ask)}`;
  const why =
    insteadOf === undefined
      ? ''
      : `, for ${escapeInline(insteadOf)}, away until ${escapeInline(awayUntil ?? '')}`;
  return `Ask${who}${where}${why}${ruleOf(handles, area, root)}`;
}

/** The line that makes somebody the one to ask, where that is one of the area. */
function ruleOf(handles: readonly string[], area: Area | undefined, root: string): string {
  if (area === undefined || !handles.every((each) => [...area.leads, area.delegate].includes(each)))
    return '';
  const { uri, label, range } = sourceOf(area, root);
  return ` (${markdownLink(label, `${uri}#L${range.start.line + 1}`)})`;
}

/**
 * A link with its own target as its label, or the name of the decision that it leads to, with what became of that;
 * plain text where it may not be followed.
 */
function linkTo(target: string, { entry, context: { root, scope } }: Written): string {
  const uri = resolveLink(target, { linkBase: entry.linkBase, root });
  const { decisions } = scope;
  const decision = decisionNamed(target, entry, { root, decisions });
  if (decision !== undefined) {
    const state = decisions.holds(decision) ? '' : ` (${stateOf(decision, decisions)})`;
    const isPath = uri !== undefined && decisions.at(uri) !== undefined;
    return `${markdownLink(decisionName(decision), isPath ? uri : decision.uri)}${state}`;
  }
  const label = target.replace(/#L(\d+)(?:-L?(\d+))?$/, (_, from, to) =>
    to === undefined ? `:${from}` : `:${from}-${to}`,
  );
  return uri === undefined ? escapeInline(target) : markdownLink(label, uri);
}
