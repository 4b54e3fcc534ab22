import assert from 'node:assert/strict';
import { languageIdOf } from '../../../src/core/comments/languages';
import { assembleGuidance, type Guidance } from '../../../src/core/guidance/guidance';
import { readLeadlight } from '../../../src/core/guidance/leadlight';
import { createCompilers } from '../../../src/core/match/compilers';
import { areaAt } from '../../../src/core/match/scope';
import type { Diff, DiffFile } from '../../../src/core/review/diff';
import { FileMatches } from '../../../src/core/review/fileMatches';
import type { HeldReview } from '../../../src/core/review/heldItem';
import { holdItems } from '../../../src/core/review/holdItems';
import type { ReviewFacts } from '../../../src/core/review/verdict';
import { readAt } from '../guidance/formats/readDecisions';
import { diffOf } from './diffFixture';

export const rootUri = 'file:///w/';

/** Guidance from YAML, by the folder that holds it: empty, or ending in `/`; and from decisions, by their path. */
export function guidanceOf(byFolder: Readonly<Record<string, string>>): Guidance {
  const compilers = createCompilers();
  const sources = Object.entries(byFolder).map(([path, text]) => {
    if (path.endsWith('.md')) return { source: readAt(path, text).source, rank: 0 };
    const folder = rootUri + path;
    const uri = `${folder}.leadlight/g.yaml`;
    return { source: readLeadlight({ uri, folder, linkBase: folder, text, compilers }), rank: 0 };
  });
  return assembleGuidance(rootUri, sources);
}

export interface FactsOptions {
  readonly me?: readonly string[];
  /** New texts by path; a changed file that is not here cannot be read. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Facts of a diff of which nothing is known but the guidance and these texts. */
export function factsOf(
  guidance: Guidance,
  diff: Diff,
  { me = [], texts = {} }: FactsOptions = {},
): ReviewFacts {
  const matches = new FileMatches({ guidance, today: '2026-11-22', now: () => 0 });
  const newText: ReviewFacts['newText'] = async ({ path }) => texts[path];
  return {
    diff,
    folder: rootUri,
    me,
    newText,
    oldText: async () => undefined,
    languageOf: languageIdOf,
    ownersOf: (path) => areaAt(guidance, path)?.leads ?? [],
    isGuidance: (path) => path.includes('.leadlight/'),
    debtOf: async () => undefined,
    isFirstChange: async () => undefined,
    matchesOf: (file) => matches.of(file, () => newText(file)),
    turn: () => Promise.resolve(),
  };
}

/** Items as `+id: reason` where they apply, with `-` where they do not and `?` where it cannot be told. */
export function itemLines({ items }: HeldReview): readonly string[] {
  return items.map(({ item }) => {
    const sign = item.applies === undefined ? '?' : item.applies ? '+' : '-';
    return `${sign}${item.id}: ${item.reason}`;
  });
}

/** What the guidance of a folder, or of several, asks of a diff of these files. */
export async function hold(
  yaml: string | Readonly<Record<string, string>>,
  files: readonly DiffFile[],
  options?: FactsOptions,
) {
  const guidance = guidanceOf(typeof yaml === 'string' ? { '': yaml } : yaml);
  return holdItems(guidance, factsOf(guidance, diffOf(files), options));
}

/** See `itemLines`. */
export async function check(
  yaml: string | Readonly<Record<string, string>>,
  files: readonly DiffFile[],
  expected: readonly string[],
  options?: FactsOptions,
) {
  assert.deepEqual(itemLines(await hold(yaml, files, options)), expected);
}
