import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';
import { resolveLink } from '../../core/text/links';
import { cleanLine, cleanText, escapeInline, safeMarkdown } from '../../core/text/markdown';
import type { ReviewItem, ReviewResult } from '../../core/review/reviewItem';

const longestNote = 300;
const longestWhy = 2_000;

/** What was said to an item, in words; plain text. */
export function stateWords({ state, answer, stale }: ReviewItem): string {
  const note = answer?.note === undefined ? '' : `: ${cut(cleanLine(answer.note), longestNote)}`;
  const said = { open: 'open', pass: 'pass', na: 'not applicable', concern: 'concern' }[state];
  return stale === undefined ? `${said}${note}` : `stale, was ${said}${note}`;
}

/** What a machine saw, in words; empty where it looked at nothing. */
export function autoWords({ auto }: ReviewItem): string {
  if (auto === undefined) return '';
  return auto.result === 'pass' ? 'auto: looks fine' : 'auto: look closer';
}

/** All that is said of an item, a few words each: by a person, by a machine, and whether it may not apply. */
export function itemWords(item: ReviewItem): readonly string[] {
  const untold = item.applies === undefined ? 'may not apply' : '';
  return [stateWords(item), autoWords(item), untold].filter((words) => words !== '');
}

/** Whether nothing is left to do for an item. */
export function isDone({ state, stale }: ReviewItem): boolean {
  return stale === undefined && state !== 'open';
}

/** Whether the box of an item is ticked: a concern is an answer, but not that all is well. */
export function isTicked(item: ReviewItem): boolean {
  return isDone(item) && item.state !== 'concern';
}

/** How many of the items that apply are done, and how many there are. */
export function progressOf({ counts }: ReviewResult): { readonly done: number; readonly all: number } {
  const done = counts.pass + counts.na + counts.concern;
  return { done, all: done + counts.open + counts.stale };
}

/** `4 open, 1 stale`; empty where nothing is left to do. */
export function leftWords({ counts }: ReviewResult): string {
  return [counts.open > 0 && `${counts.open} open`, counts.stale > 0 && `${counts.stale} stale`]
    .filter(Boolean)
    .join(', ');
}

/** What is left, for the box of a commit message: `2 items open, 1 stale`; `undefined` where nothing is. */
export function commitWords({ counts, base }: Pick<ReviewResult, 'counts' | 'base'>): string | undefined {
  // Without a diff everything is asked, whatever is committed.
  if (base === undefined || counts.open + counts.stale === 0) return undefined;
  const open = counts.open > 0 ? `${counted(counts.open, 'item')} open` : '';
  const stale = counts.stale > 0 ? `${open === '' ? counted(counts.stale, 'item') : counts.stale} stale` : '';
  return [open, stale].filter(Boolean).join(', ');
}

/** `12 items: 8 pass, 1 not applicable, 2 concerns, 1 open`. */
export function summaryWords(result: ReviewResult): string {
  const { pass, na, concern } = result.counts;
  const parts = [
    pass > 0 && `${pass} pass`,
    na > 0 && `${na} not applicable`,
    concern > 0 && counted(concern, 'concern'),
    leftWords(result),
  ];
  return `${counted(progressOf(result).all, 'item')}: ${parts.filter(Boolean).join(', ') || 'none'}`;
}

/** The whole of an item, as Markdown that is safe to show. `folder` is the URI of its workspace folder. */
export function itemMarkdown(item: ReviewItem, folder: string): string {
  const rows = [
    ['State', stateWords(item)],
    ['Changed since', item.stale],
    ['Asked because', item.applies === false ? undefined : item.reason],
    ['Not asked because', item.applies === false ? item.reason : undefined],
    ['A machine saw', item.auto?.reason],
  ] as const;
  const facts = rows.flatMap(([name, text]) => (text ? [`*${name}:* ${escapeInline(text)}`] : []));
  return [`**${escapeInline(item.ask)}**`, whyMarkdown(item, folder), ...facts].filter(Boolean).join('\n\n');
}

/** Why an item is asked, as plain text; empty where nobody wrote it. */
export function whyText({ why = '' }: ReviewItem): string {
  return cut(cleanText(why).trim(), longestWhy);
}

function whyMarkdown({ why, source }: ReviewItem, folder: string): string {
  if (why === undefined) return '';
  const base = { linkBase: source.uri.replace(/(?:\.leadlight\/.*|[^/]*)$/, ''), root: folder };
  return safeMarkdown(why, { resolveLink: (target) => resolveLink(target, base) });
}
