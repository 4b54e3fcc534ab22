import { TextDocument } from 'vscode-languageserver-textdocument';
import { counted } from '../../text/counted';
import type { Pattern } from '../../text/pattern';
import type { DiffFile } from '../diff';
import type { Evidence } from '../verdict';
import { skippedClause } from './changedLines';
import { compileLineSearch } from './lineSearch';
import { type Outcome, outcome } from './outcome';
import { quoted } from './quoted';
import { allFound, pathsOf, type View } from './view';

interface FoundText {
  readonly evidence: readonly Evidence[];
  readonly matches: number;
  /** Lines that are too long to be searched. */
  readonly skipped: number;
}

const nothing: FoundText = { evidence: [], matches: 0, skipped: 0 };

/** Places that are shown of one file. */
const maxPlaces = 10;

/** The new text of a chosen file matches a pattern. */
export function content(patterns: readonly Pattern[]): (view: View) => Promise<Outcome> {
  const search = compileLineSearch(patterns);
  const known = new WeakMap<DiffFile, FoundText>();
  const find = async (file: DiffFile, view: View): Promise<FoundText | undefined> => {
    const text = await view.facts.newText(file);
    if (text === undefined) return undefined;
    await view.facts.turn();
    const { hits, skippedLines } = search.inText(text);
    const found = hits.length === 0 && skippedLines === 0 ? nothing : toFound(file, text);
    known.set(file, found);
    return found;

    function toFound({ path }: DiffFile, whole: string): FoundText {
      const document = TextDocument.create(path, '', 0, whole);
      const evidence = hits.slice(0, maxPlaces).map(({ start, end }) => ({
        path,
        range: { start: document.positionAt(start), end: document.positionAt(end) },
      }));
      return { evidence, matches: hits.length, skipped: skippedLines };
    }
  };
  const what = quoted(patterns.map(({ source }) => source));
  return async (view) => {
    const files = view.chosen.filter(({ kind, status }) => kind === 'text' && status !== 'deleted');
    const found = await allFound(files.map((file) => known.get(file) ?? find(file, view)));
    const holding = files.filter((_, index) => (found[index]?.matches ?? 0) > 0);
    if (holding.length > 0) {
      const places = found.reduce((sum, each) => sum + (each?.matches ?? 0), 0);
      const clause = `${counted(holding.length, 'changed file')} ${holding.length === 1 ? 'holds' : 'hold'} ${what} in ${counted(places, 'place')}`;
      const evidence = found.flatMap((each) => each?.evidence ?? []);
      return outcome(true, clause, { evidence, scope: pathsOf(holding) });
    }
    const unread = found.filter((each) => each === undefined).length;
    const skipped = [
      ...(unread === 0 ? [] : [`${counted(unread, 'file')} could not be read`]),
      skippedClause(found.map((each) => each ?? nothing)),
    ].filter((clause) => clause !== '');
    if (skipped.length === 0) return outcome(false, `no changed file holds ${what}`);
    const clause = `no changed file that was searched holds ${what}, but ${skipped.join(', and ')}`;
    return outcome(undefined, clause, { scope: view.scope });
  };
}
