import { latestAnswers, withAnswer } from '../review/answers';
import type { Diff } from '../review/diff';
import type { HeldItem, HeldReview } from '../review/heldItem';
import type { ReviewItem, ReviewQuery, ReviewResult } from '../review/reviewItem';
import { counted } from '../text/counted';

/** As much of a query as tells what is shown of a review. */
export type ReviewFilter = Pick<ReviewQuery, 'role' | 'mine' | 'answers'>;

/** As many changed files are named; nobody looks at more of them together. */
const mostPaths = 200;

/** A review as a reader sees it: the items that apply in groups, and one line on those that do not. */
export function reviewOf(held: HeldReview, { role, mine, answers }: ReviewFilter): ReviewResult {
  const byItem = latestAnswers(answers, role);
  const forRole = held.items.filter(
    ({ item }) => role === undefined || item.for === role || ['anyone', 'team'].includes(item.for),
  );
  const applying = forRole.filter(({ item }) => item.applies !== false);
  const shown = mine === true ? applying.filter(({ isMine }) => isMine) : applying;
  const groups = new Map<
    string,
    { readonly id: string; readonly title: string; readonly items: ReviewItem[] }
  >();
  for (const each of shown) {
    const group = groups.get(each.group.id) ?? { ...each.group, items: [] };
    groups.set(group.id, group);
    group.items.push(withAnswer(each, held, byItem));
  }
  const others = forRole
    .filter(({ item }) => item.applies === false)
    .map((item) => withAnswer(item, held, byItem));
  const { diff, withoutDiff } = held;
  const files = diff?.files ?? [];
  return {
    folder: held.folder,
    ...(diff && { base: diff.base, baseCommit: diff.baseCommit }),
    ...(diff?.branch !== undefined && { branch: diff.branch }),
    files: files.length,
    added: sum(files.map(({ added }) => added)),
    deleted: sum(files.map(({ deleted }) => deleted)),
    ...(diff && pathsIn(diff, shown)),
    ...(withoutDiff !== undefined && { withoutDiff }),
    notes: [...(diff?.notes ?? []), ...held.notes, ...notMine(applying.length - shown.length)],
    groups: [...groups.values()],
    others,
    ...(others.length > 0 && { othersLine: othersLine(others) }),
    counts: countsOf([...groups.values()].flatMap(({ items }) => items)),
  };
}

/** The files that a reader may look at, for all items together and for each. */
function pathsIn({ files }: Diff, items: readonly HeldItem[]): Pick<ReviewResult, 'paths' | 'addedPaths'> {
  const paths = files.slice(0, mostPaths).map(({ path }) => path);
  const evidence = items.flatMap(({ item }) => [...item.evidence, ...(item.auto?.evidence ?? [])]);
  const named = new Set([...paths, ...evidence.map(({ path }) => path)]);
  const added = files.filter(({ path, status }) => status === 'added' && named.has(path));
  return { paths, addedPaths: added.map(({ path }) => path) };
}

/** How many of which state; a stale answer counts as stale only. */
export function countsOf(items: readonly ReviewItem[]): ReviewResult['counts'] {
  const counts = { open: 0, pass: 0, na: 0, concern: 0, stale: 0 };
  for (const { state, stale } of items) counts[stale === undefined ? state : 'stale'] += 1;
  return counts;
}

function notMine(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${counted(count, 'item')} about files of others ${count === 1 ? 'is' : 'are'} left out.`];
}

/** As many reasons are told. */
const maxReasons = 3;

/** How many items do not apply, and the reasons that keep the most of them out. */
function othersLine(others: readonly ReviewItem[]): string {
  const byReason = new Map<string, number>();
  for (const { reason } of others) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const reasons = [...byReason].sort(([, a], [, b]) => b - a);
  const told = reasons
    .slice(0, maxReasons)
    .map(([reason, count]) => (byReason.size === 1 ? reason : `${count}: ${reason}`));
  const more = reasons.slice(maxReasons).reduce((total, [, count]) => total + count, 0);
  return [
    `${counted(others.length, 'item')} ${others.length === 1 ? 'does' : 'do'} not apply.`,
    ...told,
    ...(more > 0 ? [`${more} for other reasons.`] : []),
  ].join(' ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
