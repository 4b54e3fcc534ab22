import { type AreaIndex, createAreaIndex } from '../match/areaIndex';
import { createGlobIndex, type GlobIndex } from '../match/globIndex';
import type { Selector } from '../match/selector';
import { grouped } from '../text/grouped';
import { relativePath } from '../text/links';
import { type DecisionIndex, indexDecisions, withDistinctDecisions } from './decisionIndex';
import { decisionProblems } from './decisionProblems';
import { generatedProblems } from './generatedProblems';
import { nextProblems } from '../walkthrough/nextWalkthrough';
import type {
  Change,
  Decision,
  Direction,
  Entry,
  EntryBase,
  Located,
  MarkerPolicy,
  Philosophy,
  Source,
  Term,
} from './model';
import { type Problem } from './problem';
import { problemCodes } from './problemCodes';
import { saidOnce } from './saidOnce';

/** All that a workspace folder's team has written down: an immutable snapshot. */
export interface Guidance {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  readonly sources: readonly Source[];
  /** Every entry that holds somewhere, in the order of its folders and sources. */
  readonly entries: readonly Entry[];
  /** Outermost first. */
  readonly folders: readonly GuidanceFolder[];
  readonly decisions: DecisionIndex;
  /** Of the sources, and of how they fit together. */
  readonly problems: readonly Problem[];
}

/** What holds in one folder, before the folders inside it say otherwise. */
export interface GuidanceFolder {
  /** Relative to the workspace folder: empty, or ending in `/`. */
  readonly path: string;
  readonly entries: readonly Entry[];
  /** `kind:id` of its entries: inner ones replace outer ones. */
  readonly keys: ReadonlySet<string>;
  /** Ids of outer folders and packs that do not hold here. */
  readonly disabled: ReadonlySet<string>;
  /** Philosophies, decisions and changes by the files they may govern; paths are relative to this folder. */
  readonly index: GlobIndex<Governing>;
  readonly terms: readonly Term[];
  readonly markers: readonly MarkerPolicy[];
  /** By path relative to this folder. */
  readonly areas: AreaIndex;
  readonly directions: readonly Direction[];
}

/** An entry that governs code, with the selector that says where. */
export interface Governing {
  readonly entry: Philosophy | Decision | Change;
  readonly selector: Selector;
  /** Path of its folder in the workspace folder: empty, or ending in `/`. */
  readonly folderPath: string;
}

/** A source and its rank in its folder: the folder's own sources are 0, packs come after, the stronger first. */
export interface RankedSource {
  readonly source: Source;
  readonly rank: number;
}

/** The name by which an inner entry replaces an outer one. */
export function keyOf(entry: Pick<EntryBase, 'id'> & { readonly kind: string }): string {
  return `${entry.kind}:${entry.id}`;
}

/**
 * Puts the sources of a workspace folder together. Entries that govern nothing any more (deprecated, superseded,
 * done) stay among the entries, but not in the index.
 */
export function assembleGuidance(root: string, all: readonly RankedSource[]): Guidance {
  const ranked = withDistinctDecisions(all);
  const problems = ranked.flatMap(({ source }) => source.problems);
  const aliases = new Map(ranked.flatMap(({ source }) => [...(source.aliases ?? [])]));
  const decisions = indexDecisions(
    ranked.flatMap(({ source }) => source.entries.filter((entry) => entry.kind === 'decision')),
    root,
  );
  problems.push(...decisionProblems(decisions));
  const folders = [...grouped(ranked, ({ source }) => [source.folder])]
    .map(([folder, sources]) =>
      assembleFolder(
        relativePath(folder, root) ?? '',
        sources.toSorted((a, b) => a.rank - b.rank).map((each) => withAliases(each, aliases)),
        { problems, decisions },
      ),
    )
    .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  const entries = writtenOnce(folders.flatMap((folder) => folder.entries));
  const sources = ranked.map(({ source }) => source);
  problems.push(...generatedProblems({ root, sources, folders }));
  // What is missing may be in a file that cannot be read now.
  const isWhole = !sources.some(({ broken }) => broken);
  return {
    root,
    sources,
    entries,
    folders,
    decisions,
    problems: isWhole ? [...problems, ...nextProblems(entries)] : problems,
  };
}

/** What other tools read names teams that only its aliases know. */
function withAliases(ranked: RankedSource, aliases: ReadonlyMap<string, readonly string[]>): RankedSource {
  if (aliases.size === 0 || ranked.rank === 0) return ranked;
  const entries = ranked.source.entries.map((entry) =>
    entry.kind === 'area'
      ? { ...entry, leads: [...new Set(entry.leads.flatMap((lead) => aliases.get(lead) ?? [lead]))] }
      : entry,
  );
  return { ...ranked, source: { ...ranked.source, entries } };
}

/** An entry of a pack holds in several folders, and is listed once. */
function writtenOnce(entries: readonly Entry[]): readonly Entry[] {
  return [
    ...new Map(entries.toReversed().map((entry) => [`${entry.uri} ${keyOf(entry)}`, entry])).values(),
  ].toReversed();
}

function assembleFolder(
  path: string,
  ranked: readonly RankedSource[],
  { problems, decisions }: { readonly problems: Problem[]; readonly decisions: DecisionIndex },
): GuidanceFolder {
  const disabled = new Set(ranked.flatMap(({ source }) => source.disable.map(({ value }) => value)));
  const byKey = new Map<string, { entry: Entry; rank: number }>();
  for (const { source, rank } of ranked) {
    for (const entry of source.entries) {
      const key = keyOf(entry);
      const first = byKey.get(key);
      if (rank > 0 && disabled.has(entry.id)) continue;
      if (first === undefined) byKey.set(key, { entry, rank });
      else if (first.rank === rank) problems.push(...duplicate(first.entry, entry));
    }
  }
  const entries = saidOnce([...byKey.values()].map(({ entry }) => entry));
  const governing = entries.flatMap((entry) => governingOf(entry, path, decisions));
  return {
    path,
    entries,
    // Nobody who writes a file for another tool means to replace what stands further out.
    keys: new Set(entries.filter(({ readBy }) => readBy === undefined).map(keyOf)),
    disabled,
    index: createGlobIndex(
      governing
        .filter(({ selector }) => selector.files?.length !== 0)
        .map((value) => ({ globs: (value.selector.files ?? []).map(({ glob }) => glob), value })),
    ),
    terms: entries.filter((entry) => entry.kind === 'term'),
    markers: entries.filter((entry) => entry.kind === 'marker'),
    // Of areas the last match counts, so the strongest come last.
    areas: createAreaIndex(
      [...byKey.values()]
        .toSorted((a, b) => b.rank - a.rank)
        .flatMap(({ entry }) => (entry.kind === 'area' ? [entry] : [])),
    ),
    directions: ranked.flatMap(({ source }) => source.directions),
  };
}

/** How an entry of a folder governs code; empty for one that governs nothing, or nothing any more. */
export function governingOf(
  entry: Entry,
  folderPath: string,
  decisions: DecisionIndex,
): readonly Governing[] {
  if (entry.kind === 'decision') {
    return entry.applies === undefined || !decisions.holds(entry)
      ? []
      : [{ entry, selector: entry.applies, folderPath }];
  }
  if (entry.kind === 'change') {
    return entry.state === 'dropped' || entry.state === 'done'
      ? []
      : [{ entry, selector: entry.from, folderPath }];
  }
  if (entry.kind !== 'philosophy' || entry.applies === undefined) return [];
  return entry.status === 'deprecated' || entry.status === 'superseded'
    ? []
    : [{ entry, selector: entry.applies, folderPath }];
}

/** Both places are named, each pointing at the other. */
function duplicate(first: Entry, second: Entry): Problem[] {
  const at = (entry: Entry): Located & { uri: string } => ({
    value: entry.id,
    uri: entry.uri,
    range: entry.parts.range([
      entry.kind === 'marker'
        ? 'tag'
        : entry.kind === 'area'
          ? 'name'
          : entry.kind === 'term'
            ? 'term'
            : 'id',
    ]),
  });
  const problem = (here: Entry, there: Entry, message: string): Problem => {
    const { uri, range } = at(here);
    const related = [
      { uri: at(there).uri, range: at(there).range, message: `The other "${there.id}" is here.` },
    ];
    return {
      code: 'duplicate-id',
      severity: problemCodes['duplicate-id'].severity,
      message,
      uri,
      range,
      related,
    };
  };
  return [
    problem(
      second,
      first,
      `The ${second.kind} "${second.id}" stands twice in this folder; this one is ignored.`,
    ),
    problem(first, second, `The ${first.kind} "${first.id}" stands twice in this folder; this one counts.`),
  ];
}
