import type { Compilers } from '../../match/compilers';
import { counted } from '../../text/counted';
import type { Pattern } from '../../text/pattern';
import type { DiffFile } from '../diff';
import type { Evidence } from '../verdict';
import { compileLineSearch, type LineHit, type Lines } from './lineSearch';
import type { Predicate } from './mapping';
import { outcome } from './outcome';
import { quoted } from './quoted';
import { byFile, findInTurns, pathsOf, type View } from './view';

/** An added line of the chosen files matches a pattern. */
export function addedLine(patterns: readonly Pattern[], compilers: Compilers): Predicate {
  return someLine('added', patterns, compilers);
}

/** A removed line of the chosen files matches a pattern; it is shown where it was. */
export function removedLine(patterns: readonly Pattern[], compilers: Compilers): Predicate {
  return someLine('removed', patterns, compilers);
}

/** The lines that a file adds or removes, kept for all that look at them. */
export function changedLines(
  side: 'added' | 'removed',
  compilers: Compilers,
): (file: DiffFile, view: View) => Lines {
  return compilers.shared(`lines ${side}`, () =>
    byFile(({ hunks }) => {
      const lines = hunks.flatMap((hunk) => hunk[side]);
      return { lines, text: lines.join('\n') };
    }),
  );
}

interface FoundLines {
  readonly evidence: readonly Evidence[];
  /** Lines that are too long to be searched; `all` where the file's lines are not kept. */
  readonly skipped: number | 'all';
}

const nothing: FoundLines = { evidence: [], skipped: 0 };

function someLine(side: 'added' | 'removed', patterns: readonly Pattern[], compilers: Compilers): Predicate {
  const search = compileLineSearch(patterns);
  const linesOf = changedLines(side, compilers);
  const find = byFile((file, view): FoundLines => {
    if (file.isCut) return { evidence: [], skipped: 'all' };
    if (file.hunks.length === 0) return nothing;
    const lines = linesOf(file, view);
    const { hits, skippedLines } = search.inLines(lines);
    if (hits.length === 0 && skippedLines === 0) return nothing;
    const evidence = side === 'added' ? addedPlaces(file, hits) : removedPlaces(file, hits);
    return { evidence, skipped: skippedLines };
  });
  const what = quoted(patterns.map(({ source }) => source));
  return async (view) => {
    const found = await findInTurns(view, find);
    const evidence = found.flatMap((each) => each.evidence);
    if (evidence.length > 0) {
      const files = view.chosen.filter((_, index) => found[index]!.evidence.length > 0);
      const clause = `${counted(evidence.length, `${side} line`)} ${evidence.length === 1 ? 'matches' : 'match'} ${what}`;
      return outcome(true, clause, { evidence, scope: pathsOf(files) });
    }
    const skipped = skippedClause(found);
    if (skipped === '') return outcome(false, `no ${side} line matches ${what}`);
    const clause = `no ${side} line that was searched matches ${what}, but ${skipped}`;
    return outcome(undefined, clause, { scope: view.scope });
  };
}

/** Hits in the added lines of a file, counted through all its hunks, as places in the new text. */
export function addedPlaces(file: DiffFile, hits: readonly LineHit[]): readonly Evidence[] {
  const places = file.hunks.flatMap(({ newStart, added }) => added.map((_, index) => newStart + index));
  return hits.map(({ line, start, end }) => ({
    path: file.path,
    range: {
      start: { line: places[line]!, character: start },
      end: { line: places[line]!, character: end },
    },
  }));
}

/** What is gone is shown by the line that it stood before, and of a deleted file by the file. */
function removedPlaces(file: DiffFile, hits: readonly LineHit[]): readonly Evidence[] {
  if (file.status === 'deleted') return hits.map(() => ({ path: file.path }));
  const places = file.hunks.flatMap(({ newStart, removed }) => removed.map(() => newStart));
  return hits.map(({ line }) => {
    const at = { line: places[line]!, character: 0 };
    return { path: file.path, range: { start: at, end: at } };
  });
}

/** What could not be searched; empty where all was. */
export function skippedClause(found: readonly { readonly skipped: number | 'all' }[]): string {
  const files = found.filter(({ skipped }) => skipped === 'all').length;
  const lines = found.reduce((sum, { skipped }) => sum + (skipped === 'all' ? 0 : skipped), 0);
  return [
    ...(files === 0 ? [] : [`the lines of ${counted(files, 'file')} are too many to be kept`]),
    ...(lines === 0
      ? []
      : [`${counted(lines, 'line')} of over 20,000 characters ${lines === 1 ? 'was' : 'were'} not searched`]),
  ].join(', and ');
}
