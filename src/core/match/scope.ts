import type { DecisionIndex } from '../guidance/decisionIndex';
import type { Governing, Guidance, GuidanceFolder } from '../guidance/guidance';
import { keyOf } from '../guidance/guidance';
import type { Area, Direction, EntryBase, Exception, MarkerPolicy, Term } from '../guidance/model';
import { policiesFor } from '../markers/policies';
import type { Policy } from '../markers/policy';
import type { Named } from '../names/namedIndex';
import { admits } from './selector';

/** What holds for one file. */
export interface Scope {
  /** Philosophies, decisions and changes, nearest folder first, located before whole-file, then in the order of the file. */
  readonly governing: readonly Governing[];
  readonly terms: readonly Term[];
  /** For each tag that is looked for, the team's first. */
  readonly policies: readonly Policy[];
  readonly decisions: DecisionIndex;
  readonly area: Area | undefined;
  /** The nearest folder's that has one. */
  readonly direction: Direction | undefined;
  /** What nobody wrote a selector for, by what its text names; of open documents only. */
  readonly named?: Named | undefined;
}

export interface ScopeQuery {
  /** Relative to the workspace folder; `undefined` for a text that is no file yet: only guidance for all files holds. */
  readonly path: string | undefined;
  readonly languageId: string;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
}

/** What the guidance says about a file. The cost does not grow with entries whose globs cannot admit it. */
export function scopeAt(guidance: Guidance, query: ScopeQuery): Scope {
  const chain = foldersAround(guidance, query.path ?? '');
  const isHidden = hiding();
  const governing: Governing[] = [];
  const terms: Term[] = [];
  const markers: MarkerPolicy[] = [];
  for (const folder of chain) {
    governing.push(...locatedFirst(governingIn(folder, query).filter(({ entry }) => !isHidden(entry))));
    terms.push(...folder.terms.filter((entry) => !isHidden(entry)));
    markers.push(...folder.markers.filter((entry) => !isHidden(entry)));
    isHidden.behind(folder);
  }
  const area = query.path === undefined ? undefined : areaIn(chain, query.path);
  const direction = chain.flatMap(({ directions }) => directions).at(0);
  return { governing, terms, policies: policiesFor(markers), decisions: guidance.decisions, area, direction };
}

/** What of a scope governs, for callers that need nothing else. */
export function governingAt(guidance: Guidance, query: ScopeQuery): readonly Governing[] {
  const isHidden = hiding();
  return foldersAround(guidance, query.path ?? '').flatMap((folder) => {
    const here = governingIn(folder, query).filter(({ entry }) => !isHidden(entry));
    isHidden.behind(folder);
    return here;
  });
}

/** Tells of an entry of a folder whether it holds at a path, or a folder further in says otherwise. */
export function visibleAt(
  guidance: Guidance,
  path: string,
): (entry: Pick<EntryBase, 'id'> & { readonly kind: string }, folderPath: string) => boolean {
  const chain = foldersAround(guidance, path);
  return (entry, folderPath) =>
    !chain.some((folder) => folder.path.length > folderPath.length && hides(folder, entry));
}

/** The folders with guidance that hold a file, nearest first. */
function foldersAround({ folders }: Guidance, path: string): readonly GuidanceFolder[] {
  return folders.filter((folder) => path.startsWith(folder.path)).toReversed();
}

/** Whether an outer entry is replaced or disabled by a folder further in. */
function hiding() {
  const inner: GuidanceFolder[] = [];
  const isHidden = (entry: { readonly kind: string; readonly id: string }) =>
    inner.some((folder) => hides(folder, entry));
  return Object.assign(isHidden, { behind: (folder: GuidanceFolder) => void inner.push(folder) });
}

function hides({ keys, disabled }: GuidanceFolder, entry: Pick<EntryBase, 'id'> & { readonly kind: string }) {
  return keys.has(keyOf(entry)) || disabled.has(entry.id);
}

function governingIn(folder: GuidanceFolder, query: ScopeQuery): readonly Governing[] {
  const { path, today } = query;
  if (path === undefined) {
    return folder.index
      .lookup('')
      .filter(({ selector }) => selector.files === undefined && speaks(selector.languages, query));
  }
  const inside = path.slice(folder.path.length);
  return folder.index
    .lookup(inside)
    .filter(
      ({ entry, selector }) =>
        speaks(selector.languages, query) &&
        !selector.except.some(({ glob }) => glob.matches(inside)) &&
        !(
          entry.kind === 'philosophy' &&
          entry.exceptions.some((exception) => excuses(exception, inside, today))
        ),
    );
}

/** The language is asked for only where it matters: to tell it may cost something. */
export function speaks(
  languages: ReadonlySet<string> | undefined,
  query: Pick<ScopeQuery, 'languageId'>,
): boolean {
  return languages === undefined || languages.has(query.languageId);
}

/** An exception takes effect until its day, inclusive. */
function excuses({ applies, until }: Exception, path: string, today: string): boolean {
  return (until === undefined || today <= until) && admits(applies, path);
}

function locatedFirst(governing: readonly Governing[]): readonly Governing[] {
  return [
    ...governing.filter(({ selector }) => selector.locates),
    ...governing.filter(({ selector }) => !selector.locates),
  ];
}

/** The area of a file, for callers that need nothing else. */
export function areaAt(guidance: Guidance, path: string): Area | undefined {
  return areaIn(foldersAround(guidance, path), path);
}

/** The area that counts for a file, and what else its source says of it. */
export function areasAt(guidance: Guidance, path: string): readonly Area[] {
  for (const folder of foldersAround(guidance, path)) {
    const found = folder.areas.lookupAll(path.slice(folder.path.length));
    if (found.length > 0) return found;
  }
  return [];
}

function areaIn(chain: readonly GuidanceFolder[], path: string): Area | undefined {
  for (const folder of chain) {
    const found = folder.areas.lookup(path.slice(folder.path.length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Who to ask about a place now, and why them. */
export interface Contact {
  readonly handles: readonly string[];
  readonly area: Area | undefined;
  /** The lead in whose place the delegate answers. */
  readonly insteadOf?: string;
  /** The last day that the lead is away. */
  readonly awayUntil?: string;
}

/** The entry's own owner is asked before the area's lead; while a lead is away, the delegate. */
export function contactFor(
  owner: string | undefined,
  area: Area | undefined,
  today: string,
): Contact | undefined {
  const away = area?.away.find(({ from, to }) => from <= today && today <= to);
  const isLead = owner === undefined || area?.leads.includes(owner);
  if (isLead && away !== undefined && area?.delegate !== undefined) {
    return { handles: [area.delegate], area, insteadOf: owner ?? area.leads.join(' '), awayUntil: away.to };
  }
  const handles = owner === undefined ? (area?.leads ?? []) : [owner];
  return handles.length === 0 && area?.ask === undefined ? undefined : { handles, area };
}
