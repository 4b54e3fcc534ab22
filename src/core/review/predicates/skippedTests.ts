import { TextDocument } from 'vscode-languageserver-textdocument';
import { kindAt } from '../../comments/regions';
import { scanRegions } from '../../comments/scanRegions';
import type { Compilers } from '../../match/compilers';
import { counted } from '../../text/counted';
import type { DiffFile } from '../diff';
import type { Evidence } from '../verdict';
import { addedPlaces, changedLines, skippedClause } from './changedLines';
import { compileLineSearch, type LineHit, type LineSearch } from './lineSearch';
import { type Outcome, outcome } from './outcome';
import { skipPatterns } from './skipPatterns';
import { allFound, byFile, findInTurns, pathsOf, type View } from './view';

interface FoundTests {
  readonly evidence: readonly Evidence[];
  /** Lines that are too long to be searched; `all` where the file's lines are not kept. */
  readonly skipped: number | 'all';
}

const nothing: FoundTests = { evidence: [], skipped: 0 };

/** An added line of a chosen file switches a test off, or singles one out, in code. */
export function skippedTests(compilers: Compilers): (view: View) => Promise<Outcome> {
  const searchFor = searchesByLanguage(compilers);
  const linesOf = changedLines('added', compilers);
  const hitsOf = byFile((file, view) => {
    const language = file.status === 'deleted' ? undefined : view.facts.languageOf(file.path);
    const search = language === undefined ? undefined : searchFor(language);
    if (language === undefined || search === undefined) return undefined;
    if (file.isCut) return 'all';
    const added = linesOf(file, view);
    return { language, lines: added.lines, ...search.inLines(added) };
  });
  const known = new WeakMap<DiffFile, FoundTests>();
  const find = (file: DiffFile, view: View): FoundTests | Promise<FoundTests> => {
    const inLines = hitsOf(file, view);
    if (inLines === undefined) return nothing;
    if (inLines === 'all') return { evidence: [], skipped: 'all' };
    const { hits, skippedLines: skipped, language, lines } = inLines;
    if (hits.length === 0) return skipped === 0 ? nothing : { evidence: [], skipped };
    const read = async () => {
      const places = addedPlaces(file, hits);
      const text = await view.facts.newText(file);
      if (text === undefined) return { evidence: places, skipped };
      const found = { evidence: inCode(places, { text, language, lines, hits }), skipped };
      known.set(file, found);
      return found;
    };
    return known.get(file) ?? read();
  };
  return async (view) => {
    const found = await allFound(await findInTurns(view, find));
    const evidence = found.flatMap((each) => each.evidence);
    if (evidence.length > 0) {
      const files = view.chosen.filter((_, index) => found[index]!.evidence.length > 0);
      const [off, out] = evidence.length === 1 ? ['switches', 'singles'] : ['switch', 'single'];
      const clause = `${counted(evidence.length, 'added line')} ${off} a test off or ${out} one out`;
      return outcome(true, clause, { evidence, scope: pathsOf(files) });
    }
    const skipped = skippedClause(found);
    if (skipped === '') return outcome(false, 'no added line switches a test off or singles one out');
    const clause = `no added line that was searched switches a test off or singles one out, but ${skipped}`;
    return outcome(undefined, clause, { scope: view.scope });
  };
}

function searchesByLanguage(compilers: Compilers): (language: string) => LineSearch | undefined {
  const known = new Map<string, LineSearch | undefined>();
  return (language) => {
    if (known.has(language)) return known.get(language);
    const row = skipPatterns.find(({ languages }) => languages.split(' ').includes(language));
    const patterns = row?.patterns.map((source) => compilers.pattern(source));
    const search = patterns && compileLineSearch(patterns.filter((pattern) => 'matches' in pattern));
    known.set(language, search);
    return search;
  };
}

interface FoundIn {
  readonly text: string;
  readonly language: string;
  readonly lines: readonly string[];
  readonly hits: readonly LineHit[];
}

/** Leaves out what begins in a comment or a string; what no longer stands where the diff says counts as code. */
function inCode(places: readonly Evidence[], { text, language, lines, hits }: FoundIn): readonly Evidence[] {
  const document = TextDocument.create('', language, 0, text);
  const regions = scanRegions(text, language);
  return places.filter(({ range }, index) => {
    const { line, start } = hits[index]!;
    const offset = document.offsetAt({ line: range!.start.line, character: 0 });
    if (!text.startsWith(lines[line]!, offset)) return true;
    const spaces = /^\s*/.exec(lines[line]!.slice(start))![0].length;
    return kindAt(regions, offset + start + spaces) === 'code';
  });
}
