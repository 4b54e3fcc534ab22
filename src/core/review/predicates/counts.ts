import type { Glob } from '../../text/globs';
import { counted } from '../../text/counted';
import type { Comparison } from '../comparison';
import type { DiffFile } from '../diff';
import type { DebtChange, Evidence } from '../verdict';
import { matcher, placesOf } from './fileKeys';
import { type Outcome, outcome } from './outcome';
import type { View } from './view';

/** Added and deleted lines of the chosen files. */
export function lines(comparison: Comparison): (view: View) => Outcome {
  return ({ chosen, scope }) => {
    const count = linesOf(chosen);
    const clause = `${counted(count, 'line')} of ${counted(chosen.length, 'file')} changed`;
    return compared(count, comparison, { clause, evidence: placesOf(largestFirst(chosen)), scope });
  };
}

/** How many files were chosen. */
export function fileCount(comparison: Comparison): (view: View) => Outcome {
  return ({ chosen, scope }) =>
    compared(chosen.length, comparison, {
      clause: `${counted(chosen.length, 'file')} changed`,
      evidence: placesOf(chosen),
      scope,
    });
}

/** Commits that the base lacks. They are the whole branch's, whatever was chosen. */
export function commits(comparison: Comparison): (view: View) => Outcome {
  return ({ facts: { diff } }) => {
    const clause = `the branch adds ${counted(diff.commits.length, 'commit')}`;
    return compared(diff.commits.length, comparison, { clause });
  };
}

/** Changed lines in tests for each changed line in the other chosen files. */
export function testRatio(comparison: Comparison, tests: readonly Glob[]): (view: View) => Outcome {
  const isTest = matcher(tests);
  return (view) => {
    const inTests = linesOf(view.chosen.filter((file) => isTest(file, view)));
    const others = view.chosen.filter((file) => !isTest(file, view));
    const inOthers = linesOf(others);
    const about = { evidence: placesOf(largestFirst(others)), scope: view.scope };
    const clause = `${counted(inTests, 'line')} of tests and ${counted(inOthers, 'other line')} changed`;
    if (inTests + inOthers === 0) return outcome(false, 'no line changed', about);
    const ratio = inTests / inOthers;
    const shown = Number.isFinite(ratio) ? `, a ratio of ${Number(ratio.toFixed(2))}` : '';
    return compared(ratio, comparison, { ...about, clause: clause + shown });
  };
}

/** Debt markers added minus removed in the chosen files. */
export function debt(comparison: Comparison): (view: View) => Promise<Outcome> {
  return async ({ facts, chosen, scope }) => {
    const files = chosen.filter(({ kind }) => kind === 'text');
    const counts = await Promise.all(files.map((file) => facts.debtOf(file)));
    const unknown = counts.filter((count) => count === undefined).length;
    if (unknown > 0) {
      const clause = `the debt markers of ${counted(unknown, 'file')} could not be counted`;
      return outcome(undefined, clause, { scope });
    }
    const differences = counts.map((count) => count!.now - count!.before);
    const sum = differences.reduce((total, each) => total + each, 0);
    return compared(sum, comparison, {
      clause: `there ${moreThanBefore(sum)}`,
      evidence: files.flatMap((file, index) =>
        differences[index] === 0 ? [] : debtPlaces(file, counts[index]!),
      ),
      scope,
    });
  };
}

/** The markers on added lines, and the file where more of them went. */
function debtPlaces({ path }: DiffFile, { before, now, added }: DebtChange): readonly Evidence[] {
  return now < before || added.length === 0 ? [{ path }] : added.map((range) => ({ path, range }));
}

function moreThanBefore(difference: number): string {
  if (difference === 0) return 'are as many debt markers as before, a difference of 0';
  const count = Math.abs(difference);
  return `${count === 1 ? 'is' : 'are'} ${counted(count, 'debt marker')} ${difference < 0 ? 'fewer' : 'more'} than before`;
}

interface Compared {
  readonly clause: string;
  readonly evidence?: readonly Evidence[];
  readonly scope?: readonly string[] | undefined;
}

function compared(value: number, { holds, words }: Comparison, { clause, ...about }: Compared): Outcome {
  const isSo = holds(value);
  return outcome(isSo, `${clause}, which is ${isSo ? '' : 'not '}${words}`, about);
}

function linesOf(files: readonly DiffFile[]): number {
  return files.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
}

function largestFirst(files: readonly DiffFile[]): readonly DiffFile[] {
  return files
    .filter(({ added, deleted }) => added + deleted > 0)
    .sort((a, b) => b.added + b.deleted - a.added - a.deleted);
}
