import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Marker } from '../markers/marker';
import { ownersIn } from '../markers/owners';
import type { Policy } from '../markers/policy';
import type { PlacedMarker } from '../match/documentMatches';
import { contactFor } from '../match/scope';
import { ageInWords } from '../text/age';
import { resolveLink } from '../text/links';
import { cleanLine, escapeInline, markdownLink, safeMarkdown } from '../text/markdown';
import type { Judgement } from '../markers/judge';
import { type Card, type CardContext, contactLine, entryKey, sourceOf } from './card';
import { type BlameState, judgeMarker } from './judgeMarker';
import { inWords } from './markerParts';

const maxLines = 20;
/** What ends beyond is out of sight in most windows. */
const visibleColumns = 120;

/**
 * A marker as it is shown on its tag: what the tag means, the marker's text where the line does not show it, its age,
 * deadline, issue and cost, what is missing, and who to ask.
 */
export function markerCard(
  document: TextDocument,
  { marker, policy }: PlacedMarker,
  context: CardContext,
): Card {
  const blame = context.blame?.();
  const judgement = judgeMarker(document, { marker, policy }, { today: context.today, blame });
  const shown = { document, marker, policy, blame, judgement };
  const { entry } = policy;
  return {
    key: entry === undefined ? `marker:${policy.tag}` : entryKey(entry, context.root),
    kind: 'marker',
    id: entry?.id ?? policy.tag,
    title: cleanLine(entry?.title ?? policy.tag),
    markdown: blocksOf(shown, context).filter(Boolean).join('\n\n'),
    ...(entry && { source: sourceOf(entry, context.root) }),
    tag: { start: document.positionAt(marker.start), end: document.positionAt(marker.end) },
  };
}

interface Shown {
  readonly document: TextDocument;
  readonly marker: Marker;
  readonly policy: Policy;
  readonly judgement: Judgement;
  readonly blame: BlameState;
}

function blocksOf(shown: Shown, context: CardContext): readonly string[] {
  const { marker, policy, judgement, blame } = shown;
  const title = `**${escapeInline(policy.entry?.title ?? policy.tag)}**`;
  return [
    marker.owner === undefined ? title : `${title} · ${escapeInline(marker.owner.value)}`,
    meansOf(policy, context.root),
    textBlock(shown),
    [ageOf(shown, context.today), deadlineOf(shown), issueOf(marker), costOf(marker)]
      .filter(Boolean)
      .join(' · '),
    typeof blame === 'object' ? escapeInline(blame.partial ?? '') : '',
    judgement.missing.length === 0 ? '' : `**To add, as agreed here:** ${inWords(judgement.missing)}`,
    contactOf(marker, context),
    policy.entry === undefined ? '*Leadlight default*' : '',
  ];
}

function meansOf({ means, entry }: Policy, root: string): string {
  if (means === undefined) return '';
  const { linkBase } = entry ?? { linkBase: root };
  return safeMarkdown(means, { resolveLink: (target) => resolveLink(target, { linkBase, root }) });
}

/** What the marker says, unless it is one short line, which the reader is looking at. */
function textBlock({ document, marker }: Shown): string {
  const start = document.positionAt(marker.start);
  const end = document.positionAt(marker.bodyEnd);
  if (start.line === end.line && end.character <= visibleColumns) return '';
  const lines = [...marker.text.split('\n'), marker.reason?.value ?? ''].filter((line) => line.trim() !== '');
  const shown = lines.slice(0, maxLines).map(escapeInline);
  if (lines.length > maxLines) shown.push('…');
  return shown.length === 0 ? '' : `> ${shown.join('\\\n> ')}`;
}

function ageOf({ document, marker, blame }: Shown, today: string): string {
  if (blame === 'loading') return 'Age: being looked up';
  const line = blame?.lines[document.positionAt(marker.start).line];
  if (blame === undefined || line === undefined) return '';
  if (line.commit === undefined) return 'Not committed yet';
  if (line.day === '')
    return `Written by ${escapeInline(line.author)}, on a day that the commit does not tell`;
  const age = `${blame.partial === undefined ? '' : 'at least '}${ageInWords(line.day, today)}`;
  return `Age: ${age}, written on ${line.day} by ${escapeInline(line.author)}`;
}

function deadlineOf({ marker, policy, judgement, blame }: Shown): string {
  const { deadline, isOverdue } = judgement;
  if (deadline !== undefined) {
    if (isOverdue) return `**Overdue since ${escapeInline(deadline)}**`;
    return `${marker.due === undefined ? 'Expires on' : 'Due on'} ${escapeInline(deadline)}`;
  }
  if (policy.expires === undefined) return '';
  const unknown = blame === undefined ? ', a day that only git knows' : '';
  return `Expires ${escapeInline(policy.expires)} after it was written${unknown}`;
}

/** Only what is an address already becomes a link: nobody can tell where `#123` leads. */
function issueOf({ issue }: Marker): string {
  if (issue === undefined) return '';
  const isAddress =
    /^https?:\/\//i.test(issue.value) && resolveLink(issue.value, { linkBase: '', root: '' }) !== undefined;
  return `Issue: ${isAddress ? markdownLink(issue.value, issue.value) : escapeInline(issue.value)}`;
}

function costOf({ cost }: Marker): string {
  return cost === undefined ? '' : `Cost: ${escapeInline(cost.value)}`;
}

/** Whom to ask about this marker, and who leads the area where that is somebody else. */
function contactOf({ owner }: Marker, { scope: { area }, today, root }: CardContext): string {
  const owners = owner === undefined ? [] : ownersIn(owner.value);
  const lead = contactFor(undefined, area, today);
  const contact = owners.length > 1 ? { handles: owners, area } : contactFor(owners[0], area, today);
  const others = owners.length > 0 && !owners.some((each) => area?.leads.includes(each));
  return [
    contact === undefined ? '' : contactLine(contact, root),
    others && lead !== undefined && lead.handles.length > 0
      ? `The area's lead: ${lead.handles.map(escapeInline).join(', ')}`
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
