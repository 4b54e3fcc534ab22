import type { Range } from 'vscode-languageserver-types';
import { languageIdOf } from '../comments/languages';
import { createGlobLife, type GlobLife, selectorsOf } from '../guidance/deadGlobs';
import type { Guidance } from '../guidance/guidance';
import type { Area, Entry, Kind, Source } from '../guidance/model';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { CancelSignal } from '../host';
import { createAreaIndex } from '../match/areaIndex';
import { areasAt, scopeAt } from '../match/scope';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import { inTurns, type Turns } from '../turns';
import { type CardSource, entryKey, sourceOf } from './card';
import { grouped } from '../text/grouped';

/** All that was written down, with what each entry governs and what of it is dead. */
export interface GuidanceReport {
  readonly sources: readonly ReportedSource[];
  /** How many files were looked at. */
  readonly files: number;
  /** Whether the workspace holds more files than are listed. */
  readonly truncated: boolean;
}

/** A file that guidance was read from. Plain text. */
export interface ReportedSource {
  readonly uri: string;
  /** Path in the workspace folder; the URI for a source outside of it. */
  readonly path: string;
  /** Title of its format. */
  readonly format: string;
  /** Other tools that read it. */
  readonly readBy: readonly string[];
  readonly entries: readonly ReportedEntry[];
  readonly problems: number;
}

export interface ReportedEntry {
  readonly key: string;
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly source: CardSource;
  /** How many files it governs; absent where it is not about files. */
  readonly files?: number;
  /** What of it nobody will ever see. */
  readonly dead: readonly DeadText[];
}

export interface DeadText {
  /** A sentence. */
  readonly message: string;
  readonly range: Range;
}

export interface ReportQuery {
  readonly guidance: Guidance;
  readonly files: WorkspaceFiles | undefined;
  readonly today: string;
  readonly turns: Turns;
  readonly signal?: CancelSignal | undefined;
}

export async function reportGuidance(query: ReportQuery): Promise<GuidanceReport> {
  const { guidance, files, turns, today, signal } = query;
  const counts = new Map<Entry, number>();
  // A rule that yields to guidance still counts for the tool that it was written for.
  const ruling = new Set<Entry>();
  const owners = ownersOf(guidance);
  const count = (path: string) => {
    for (const { folder, areas } of owners) {
      if (!path.startsWith(folder)) continue;
      for (const area of areas.lookupAll(path.slice(folder.length))) ruling.add(area);
    }
    const { governing } = scopeAt(guidance, { path, languageId: languageIdOf(path), today });
    const governs = new Set<Entry>([...governing.map(({ entry }) => entry), ...areasAt(guidance, path)]);
    for (const entry of governs) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  };
  await inTurns(files?.files ?? [], count, { ...turns, signal });
  // Until the files are listed nobody can tell what is dead.
  const isAlive = files === undefined ? () => true : createGlobLife(files.files);
  const byUri = grouped(guidance.entries, ({ uri }) => [uri]);
  const sources = [...new Map(guidance.sources.map((source) => [source.uri, source])).values()];
  return {
    sources: sources.map((source) =>
      reportSource(source, { query, counts, ruling, isAlive, entries: byUri.get(source.uri) ?? [] }),
    ),
    files: files?.files.length ?? 0,
    truncated: files?.truncated ?? false,
  };
}

/** The areas of each source by themselves. */
function ownersOf({ entries, root }: Guidance) {
  const areas = entries.filter((entry): entry is Area => entry.kind === 'area');
  return [...grouped(areas, ({ uri }) => [uri]).values()].map((areas) => ({
    folder: relativePath(areas[0].folder, root) ?? '',
    areas: createAreaIndex(areas),
  }));
}

interface Reporting {
  readonly query: ReportQuery;
  readonly counts: ReadonlyMap<Entry, number>;
  /** Areas that count for some file, as far as their own source goes. */
  readonly ruling: ReadonlySet<Entry>;
  readonly isAlive: GlobLife;
  readonly entries: readonly Entry[];
}

function reportSource({ uri, format }: Source, reporting: Reporting): ReportedSource {
  const { guidance } = reporting.query;
  return {
    uri,
    path: cleanLine(relativePath(uri, guidance.root) ?? uri),
    format: format?.title ?? '',
    readBy: format?.readBy ?? [],
    entries: reporting.entries.map((entry) => reportEntry(entry, reporting)),
    problems: guidance.problems.filter((problem) => problem.uri === uri).length,
  };
}

function reportEntry(
  entry: Entry,
  { query: { guidance, files }, counts, ruling, isAlive }: Reporting,
): ReportedEntry {
  const { root } = guidance;
  const selectors = selectorsOf(entry);
  const held = counts.get(entry) ?? 0;
  const globs = selectors.flatMap((selector) => selector.files ?? []);
  const folder = relativePath(entry.folder, root) ?? '';
  // The author of a pack wrote its globs for many workspaces.
  const isOurs = entry.linkBase === entry.folder && relativePath(entry.uri, root) !== undefined;
  const dead = isOurs ? globs.filter(({ glob }) => !isAlive(folder, glob)) : [];
  const isUndone =
    isOurs && entry.kind === 'area' && files !== undefined && !ruling.has(entry) && dead.length === 0;
  return {
    key: entryKey(entry, root),
    kind: entry.kind,
    id: entry.id,
    title: cleanLine(entry.title),
    source: sourceOf(entry, root),
    ...(selectors.length > 0 && { files: held }),
    dead: [
      ...dead.map(({ glob, range }) => ({ message: cleanLine(`No file matches "${glob.source}".`), range })),
      ...(isUndone
        ? [{ message: 'For each of its files a later line says something else.', range: entry.range }]
        : []),
    ],
  };
}
