import type { Range } from 'vscode-languageserver-types';
import { languageIdOf } from '../comments/languages';
import {
  allAlive,
  createFileLife,
  type DeadGlobs,
  deadGlobs,
  type GlobLife,
  namedGlobs,
  selectorsOf,
} from '../guidance/deadGlobs';
import type { Guidance } from '../guidance/guidance';
import type { Area, Decision, Entry, Kind } from '../guidance/model';
import type { ProblemCode } from '../guidance/problemCodes';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { CancelSignal } from '../host';
import { createAreaIndex } from '../match/areaIndex';
import { areasAt, governingAt } from '../match/scope';
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
  /** What of it is about no entry: globs that match nothing, and forms that its own tool does not read. */
  readonly dead: readonly DeadText[];
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
  /** URIs of the decisions of which anything speaks; `undefined` where nobody has looked. */
  readonly spokenOf: ReadonlySet<string> | undefined;
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
    const rules = owners.flatMap(({ folder, areas }) =>
      path.startsWith(folder) ? areas.lookupAll(path.slice(folder.length)) : [],
    );
    for (const area of rules) ruling.add(area);
    const governing = governingAt(guidance, { path, languageId: languageIdOf(path), today });
    // Looking for owners is most of the work: where there is one source of them, what rules is what governs.
    const areas = owners.length === 1 ? rules : areasAt(guidance, path);
    const governs = new Set<Entry>([...governing.map(({ entry }) => entry), ...areas]);
    for (const entry of governs) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  };
  await inTurns(files?.files ?? [], count, { ...turns, signal });
  const life = files === undefined ? allAlive : createFileLife(files);
  const dead = deadGlobs(guidance, life);
  const reporting: Reporting = {
    query,
    counts,
    ruling,
    isAlive: life.isAlive,
    dead: grouped(dead, ({ entry }) => [entry]),
  };
  const entries = new Map<string, ReportedEntry[]>();
  const report = (entry: Entry) => {
    const list = entries.get(entry.uri) ?? [];
    if (list.length === 0) entries.set(entry.uri, list);
    list.push(reportEntry(entry, reporting));
  };
  await inTurns(guidance.entries, report, { ...turns, signal });
  const problems = grouped(guidance.problems, ({ uri }) => [uri]);
  const outside = grouped(dead.filter(isOutside), ({ entry }) => [entry.uri]);
  const sources = [...new Map(guidance.sources.map((source) => [source.uri, source])).values()];
  return {
    sources: sources.map(({ uri, format }) => ({
      uri,
      path: cleanLine(relativePath(uri, guidance.root) ?? uri),
      format: format?.title ?? '',
      readBy: format?.readBy ?? [],
      entries: entries.get(uri) ?? [],
      dead: [
        ...(problems.get(uri) ?? [])
          .filter(({ code }) => ignoredForms.has(code))
          .map(({ message, range }) => ({ message, range })),
        ...(outside.get(uri) ?? []).map(deadGlobText),
      ],
      problems: problems.get(uri)?.length ?? 0,
    })),
    files: files?.files.length ?? 0,
    truncated: files?.truncated ?? false,
  };
}

/** Problems of what the tool whose file it is leaves out without a word. */
const ignoredForms: ReadonlySet<ProblemCode> = new Set(['ignored-form', 'front-matter']);

/** The front matter of a file with several sections is of none of them. */
function isOutside({ entry, range }: DeadGlobs): boolean {
  return range.end.line < entry.range.start.line || entry.range.end.line < range.start.line;
}

function deadGlobText({ globs, range }: Pick<DeadGlobs, 'globs' | 'range'>): DeadText {
  return { message: cleanLine(`No file matches ${namedGlobs(globs)}.`), range };
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
  /** By their entries; without those of owners. */
  readonly dead: ReadonlyMap<Entry, readonly DeadGlobs[]>;
}

function reportEntry(entry: Entry, reporting: Reporting): ReportedEntry {
  const { root } = reporting.query.guidance;
  return {
    key: entryKey(entry, root),
    kind: entry.kind,
    id: entry.id,
    title: cleanLine(entry.title),
    source: sourceOf(entry, root),
    ...(selectorsOf(entry).length > 0 && { files: reporting.counts.get(entry) ?? 0 }),
    dead: deadOf(entry, reporting),
  };
}

function deadOf(entry: Entry, reporting: Reporting): readonly DeadText[] {
  if (entry.kind === 'area') return deadRules(entry, reporting);
  const globs = (reporting.dead.get(entry) ?? []).filter((dead) => !isOutside(dead)).map(deadGlobText);
  if (entry.kind !== 'decision' || !isUnspoken(entry, reporting)) return globs;
  const message = 'Nothing links to it: no code, no guidance and no other decision.';
  return [...globs, { message, range: entry.parts.range(['title', 0]) }];
}

/** What is shown on code, and what does not hold any more, needs nobody who speaks of it. */
function isUnspoken(decision: Decision, { query: { guidance, spokenOf }, counts }: Reporting): boolean {
  if (spokenOf === undefined || spokenOf.has(decision.uri)) return false;
  return guidance.decisions.holds(decision) && !counts.has(decision);
}

/** Those of an area: the author of a pack wrote its globs for many workspaces. */
function deadRules(
  area: Area,
  { query: { guidance, files }, ruling, isAlive }: Reporting,
): readonly DeadText[] {
  const { root } = guidance;
  if (area.linkBase !== area.folder || relativePath(area.uri, root) === undefined) return [];
  const folder = relativePath(area.folder, root) ?? '';
  const dead = (area.applies.files ?? [])
    .filter(({ glob }) => !isAlive(folder, glob))
    .map(({ glob, range }) => deadGlobText({ globs: [glob.source], range }));
  if (dead.length > 0 || ruling.has(area) || files?.truncated !== false) return dead;
  return [{ message: 'For each of its files a later line says something else.', range: area.range }];
}
