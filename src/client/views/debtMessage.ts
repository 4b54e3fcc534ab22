import type { DebtFilter, DebtGrouping, DebtResult, DebtScan } from '../../core/features/debt';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import { sparkline } from '../../core/text/sparkline';
import type { Trend } from '../../core/features/trend';
import { describeFilter, hides } from '../debtFilter';
import type { GitAccess } from '../gitAccess';

export interface DebtFacts {
  readonly result: DebtResult;
  readonly filter: DebtFilter;
  readonly groupBy: DebtGrouping;
  readonly trend: Trend | undefined;
  /** What share of the history is read, from 0 to 1; `undefined` while nobody reads it. */
  readonly trendShare?: number | undefined;
  readonly git: GitAccess;
}

const mostPoints = 24;
const mostReasons = 3;

/**
 * What stands above the tree, one sentence after the other: the trend, what is filtered, how far the scan is, what
 * was left out, how far the ages are where the tree is grouped by them. Empty where the tree is: the view's welcome says more then.
 */
export function debtMessage({ result, filter, groupBy, trend, trendShare, git }: DebtFacts): string {
  if (result.nodes.length === 0) return '';
  return [
    trendShare === undefined
      ? trend && trendSentence(trend)
      : `Reading history for the trend: ${Math.round(trendShare * 100)}%.`,
    filterSentence(result, filter),
    scanSentence(result.scan),
    result.suppressions > 0 && filter.suppressions !== true
      ? `${counted(result.suppressions, 'suppression')} not listed.`
      : '',
    skippedSentence(result.scan),
    groupBy === 'age' && git === 'trusted' ? agesSentence(result.ages) : '',
    gitSentence(git),
  ]
    .filter(Boolean)
    .join(' ');
}

function trendSentence({ points, medianAge, partial }: Trend): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined || first === last) return partial ?? '';
  const amounts = points.slice(-mostPoints).map(({ markers }) => markers);
  const change = last.markers - first.markers;
  const moved = change === 0 ? 'as many as' : `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than`;
  const age = medianAge === undefined ? '' : `, median age ${counted(medianAge, 'day')}`;
  return `${sparkline(amounts)} ${counted(last.markers, 'marker')} committed, ${moved} on ${first.day}${age}.${partial === undefined ? '' : ` ${partial}`}`;
}

function filterSentence({ shown, total, bases = [] }: DebtResult, filter: DebtFilter): string {
  const since = bases.length === 0 ? '' : ` (since it left ${bases.map(cleanLine).join(', ')})`;
  if (hides(filter)) return `Filter: ${describeFilter(filter)}${since}. ${shown} of ${total} shown.`;
  return filter.suppressions === true ? `Filter: ${describeFilter(filter)}.` : '';
}

function scanSentence({ state, done, files }: DebtScan): string {
  if (state === 'running') return `Looking at files: ${done} of ${files}.`;
  return state === 'cancelled' ? `The scan was cancelled after ${done} of ${counted(files, 'file')}.` : '';
}

function skippedSentence({ state, skipped }: DebtScan): string {
  if (state === 'running' || skipped.length === 0) return '';
  const all = skipped.reduce((sum, { count: files = 0 }) => sum + files, 0);
  // What nobody counted are the most.
  const most = [...skipped].sort((a, b) => (b.count ?? Infinity) - (a.count ?? Infinity));
  const reasons = most
    .slice(0, mostReasons)
    .map(({ reason, count: files = 'more' }) => `${files}: it ${reason}`);
  const rest = most.length > mostReasons ? ['and more'] : [];
  return `${all === 0 ? 'Files' : counted(all, 'file')} left out (${[...reasons, ...rest].join('; ')}).`;
}

function agesSentence(ages: DebtResult['ages']): string {
  if (ages === undefined) return '';
  const { done, files, partial } = ages;
  const progress = done < files ? `Ages are known in ${done} of ${counted(files, 'file')}.` : '';
  return [progress, partial].filter(Boolean).join(' ');
}

function gitSentence(git: GitAccess): string {
  if (git === 'untrusted') return 'Restricted Mode: ages, trend and branch wait until you trust this folder.';
  return git === 'none' ? 'No ages, trend or branch: there is no git here.' : '';
}
