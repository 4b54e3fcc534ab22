import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentMatches, PlacedMarker } from '../match/documentMatches';
import { cleanLine, cleanText } from '../text/markdown';
import { type CardContext, type CardSource, entryKey, sourceOf } from './card';
import { referenceNotices } from './decisionReferences';
import { judgeMarker } from './judgeMarker';
import { inWords } from './markerParts';

/** A place where an entry asked to be listed as a problem, or where one is missing. */
export interface Notice {
  /** See `Card.key`; absent where the entry is. */
  readonly key?: string;
  /** Of the entry, or a problem's code. */
  readonly id: string;
  readonly level: 'info' | 'warning';
  /** Plain text. */
  readonly message: string;
  readonly range: Range;
  readonly source?: CardSource;
}

/**
 * The matches of entries whose level asks for a diagnostic, the markers that break a policy of such a level, and
 * references to decisions that do not hold.
 */
export function noticesIn(
  document: TextDocument,
  { matches, markers, references }: DocumentMatches,
  context: CardContext,
): readonly Notice[] {
  return [
    ...matchNotices(document, matches, context),
    ...referenceNotices(document, references, context),
    ...markers.flatMap((placed) => markerNotices(document, placed, context)),
  ];
}

function matchNotices(
  document: TextDocument,
  matches: DocumentMatches['matches'],
  { root }: CardContext,
): readonly Notice[] {
  return matches.flatMap(({ entry, start, end }): Notice[] => {
    if (entry.kind !== 'philosophy' && entry.kind !== 'change') return [];
    if (entry.level !== 'info' && entry.level !== 'warning') return [];
    const advice = entry.kind === 'change' ? entry.say : (entry.do ?? entry.dont);
    const first = cleanText(advice ?? '').split('\n')[0]!;
    return [
      {
        key: entryKey(entry, root),
        id: entry.id,
        level: entry.level,
        message: first === '' ? cleanLine(entry.title) : `${cleanLine(entry.title)}: ${first}`,
        range: { start: document.positionAt(start), end: document.positionAt(end) },
        source: sourceOf(entry, root),
      },
    ];
  });
}

/** A marker that misses a part or is past its day, on its tag. */
function markerNotices(
  document: TextDocument,
  { marker, policy, isExcused }: PlacedMarker,
  { root, today, blame }: CardContext,
): readonly Notice[] {
  const { entry, level } = policy;
  if (entry === undefined || isExcused || (level !== 'info' && level !== 'warning')) return [];
  // Git is asked only where the answer can matter.
  const counts = policy.expires !== undefined && marker.due === undefined;
  const judgement = judgeMarker(
    document,
    { marker, policy },
    { today, blame: counts ? blame?.() : undefined },
  );
  const tag = cleanLine(policy.tag);
  const add = judgement.missing.length === 0 ? [] : [`add ${inWords(judgement.missing)}, as agreed here`];
  const move = judgement.isOverdue
    ? [`overdue since ${judgement.deadline}: do it, or agree on a new due date`]
    : [];
  const wanted = [...add, ...move];
  if (wanted.length === 0) return [];
  return [
    {
      key: entryKey(entry, root),
      id: entry.id,
      level,
      message: `${tag}: ${wanted.join('; ')}.`,
      range: { start: document.positionAt(marker.start), end: document.positionAt(marker.end) },
      source: sourceOf(entry, root),
    },
  ];
}
