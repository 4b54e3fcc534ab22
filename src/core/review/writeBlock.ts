import { counted } from '../text/counted';
import { cut } from '../text/cut';
import { cleanText, escapeInline, escapeLine } from '../text/markdown';
import type { Concern } from './answer';
import { blockBegin, blockEnd, type ItemComment, itemComment, statePrefixes } from './blockFormat';
import type { ReviewItem, ReviewResult } from './reviewItem';

/** Notes and comments beyond this are cut. */
const maxNote = 4_000;

/**
 * A review as Markdown for the body of a pull request: a task list, in which only what does not need doing has no box,
 * so that counters of tasks stay right. `readBlock` reads it back.
 */
export function writeBlock(result: ReviewResult, concerns: readonly Concern[]): string {
  const { base, withoutDiff, groups, counts, othersLine } = result;
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  const answered = total - counts.open - counts.stale;
  const against = base === undefined ? '' : ` against ${escapeInline(base)}`;
  const parts = [
    blockBegin(base),
    `**Review${against}:** ${answered} of ${counted(total, 'item')} answered` +
      `${counts.stale === 0 ? '' : `, ${counts.stale} stale`}.`,
    ...(withoutDiff === undefined ? [] : [escapeInline(withoutDiff)]),
    ...groups.flatMap(({ title, items }) => [`**${escapeInline(title)}**`, items.map(itemLines).join('\n')]),
    ...concernParts(concerns),
    ...(othersLine === undefined ? [] : [escapeLine(othersLine)]),
    blockEnd,
  ];
  return `${parts.join('\n\n')}\n`;
}

function itemLines(item: ReviewItem): string {
  const { id, ask, answer, stale, fingerprint } = item;
  const state = stale === undefined ? item.state : 'stale';
  const said: ItemComment = {
    id,
    state,
    // A stale item that somebody ticks by hand is answered for what is there now.
    fingerprint: stale === undefined ? (answer?.fingerprint ?? fingerprint) : fingerprint,
    ...(answer && stale === undefined && { by: { role: answer.role, at: answer.at } }),
  };
  const box = state === 'na' ? '' : state === 'pass' ? '[x] ' : '[ ] ';
  const prefix = state === 'pass' || state === 'open' ? '' : `${statePrefixes[state]} `;
  return [
    `- ${box}${prefix}${escapeInline(ask)} ${itemComment(said)}`,
    ...(stale === undefined ? [] : quoted(`${before[item.state]} ${stale}`)),
    ...(answer?.note?.trim() ? quoted(answer.note) : []),
  ].join('\n');
}

const before: Readonly<Record<ReviewItem['state'], string>> = {
  open: '',
  pass: 'It was passed before.',
  na: 'It was not needed before.',
  concern: 'There was a concern before.',
};

/** Comments that are still there, with the lines that they are about as people count them. */
function concernParts(concerns: readonly Concern[]): readonly string[] {
  const kept = concerns.filter(({ state }) => state !== 'deleted');
  if (kept.length === 0) return [];
  const list = kept.map(({ path, anchor, comments, state }) => {
    const first = anchor.line + 1;
    const last = anchor.line + Math.max(1, anchor.lines.length);
    const lines = first === last ? `${first}` : `${first}-${last}`;
    return [
      `- ${escapeInline(`${path}:${lines}`)}${state === 'resolved' ? ' (resolved)' : ''}`,
      ...comments.flatMap(({ text }) => quoted(text)),
    ].join('\n');
  });
  return ['**Concerns**', list.join('\n')];
}

/** Below an item of a list, each line on a line of its own, so that no text can be one of ours. */
function quoted(text: string): readonly string[] {
  return cleanText(cut(text, maxNote))
    .trim()
    .split('\n')
    .map((line) => `  > ${escapeLine(line)}`.trimEnd());
}

/** A trailer for a commit message for each item that is answered; what was answered before it changed says so itself. */
export function writeTrailers({ groups }: ReviewResult): string {
  return groups
    .flatMap(({ items }) => items)
    .flatMap(({ id, answer }) =>
      answer === undefined ? [] : [`Leadlight-Review: ${id} ${answer.state} ${answer.fingerprint}\n`],
    )
    .join('');
}
