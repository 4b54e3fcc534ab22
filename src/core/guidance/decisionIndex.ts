import { URI, Utils } from 'vscode-uri';
import { relativePath } from '../text/links';
import { slug } from '../text/slug';
import type { Decision, DecisionReference } from './decisionModel';
import { decisionNumber, nameOf } from './formats/decisionFile';
import type { RankedSource } from './guidance';
import { grouped } from '../text/grouped';

/** The decisions of a workspace folder by their names. Numbers collide in real folders, so that each may be several. */
export interface DecisionIndex {
  readonly all: readonly Decision[];
  /** The decision that a URI leads to; a fragment does not matter. */
  at(uri: string): Decision | undefined;
  numbered(number: number): readonly Decision[];
  /** By its id, or by the name of its file, with or without the ending, in any case. */
  named(name: string): readonly Decision[];
  /** All that a decision's reference can mean, which may be itself. */
  namedBy(reference: DecisionReference, by: Decision): readonly Decision[];
  /** What another decision's reference means, the nearest where several have the name. */
  meantBy(reference: DecisionReference, by: Decision): readonly Decision[];
  /** Those of the innermost folder that holds a file, by its path in the workspace folder; all where none does. */
  nearest(found: readonly Decision[], path: string): readonly Decision[];
  /** What came in the place of a decision, whichever of the two says so. */
  successors(decision: Decision): readonly Decision[];
  /** Neither rejected, nor deprecated, nor superseded. One without a status holds. */
  holds(decision: Decision): boolean;
}

/** `root` is the URI of the workspace folder, ending in `/`. */
export function indexDecisions(all: readonly Decision[], root: string): DecisionIndex {
  const folders = new Map(all.map((decision) => [decision, relativePath(decision.folder, root) ?? '']));
  const byUri = new Map(all.map((decision) => [decision.uri, decision]));
  const byNumber = grouped(all, ({ number }) => (number === undefined ? [] : [number]));
  const byName = grouped(all, ({ id, file }) => [...new Set([id, file.toLowerCase()])]);
  const successors = new Map<Decision, Decision[]>();
  const index: DecisionIndex = {
    all,
    at: (uri) => byUri.get(uri.replace(/#.*$/, '')),
    numbered: (number) => byNumber.get(number) ?? [],
    named: (name) => byName.get(nameOf(name).toLowerCase()) ?? [],
    namedBy: (reference, by) => referred(reference, by, index),
    meantBy: (reference, by) => {
      const found = index.namedBy(reference, by).filter((decision) => decision !== by);
      const beside = found.filter(({ uri }) => folderOf(uri) === folderOf(by.uri));
      return beside.length > 0 ? beside : found;
    },
    nearest: (found, path) => {
      const lengthOf = (decision: Decision) => folders.get(decision)?.length ?? 0;
      const around = found.filter((decision) => path.startsWith(folders.get(decision) ?? ''));
      const longest = Math.max(...around.map(lengthOf));
      return around.length === 0 ? found : around.filter((decision) => lengthOf(decision) === longest);
    },
    successors: (decision) => successors.get(decision) ?? [],
    holds: (decision) =>
      !successors.has(decision) && !/^(?:rejected|deprecated|superseded)$/.test(decision.status ?? ''),
  };
  const follow = (old: Decision, next: Decision) => {
    const known = successors.get(old) ?? [];
    if (!known.includes(next)) successors.set(old, [...known, next]);
  };
  for (const decision of all) {
    for (const reference of decision.supersededBy)
      for (const next of index.meantBy(reference, decision)) follow(decision, next);
    // What is only proposed, or was turned down, takes nothing's place.
    if (decision.status === 'proposed' || decision.status === 'rejected') continue;
    for (const reference of decision.supersedes) {
      const [old, ...others] = index.meantBy(reference, decision);
      if (old !== undefined && others.length === 0) follow(old, decision);
    }
  }
  return index;
}

/**
 * The same sources, with decisions of one folder that would have the same id told apart: first by the number of their
 * file, then by its folder. Nothing of them may hide another.
 */
export function withDistinctDecisions(ranked: readonly RankedSource[]): readonly RankedSource[] {
  const taken = new Map<string, string>();
  return ranked.map(({ source, rank }) => {
    const entries = source.entries.map((entry) => {
      if (entry.kind !== 'decision') return entry;
      const path = relativePath(entry.uri, entry.folder) ?? entry.uri;
      const ids = [entry.id, slug(entry.file), slug(path.split('/').toReversed().join('-'))];
      const isFree = (id: string) => [undefined, entry.uri].includes(taken.get(`${entry.folder} ${id}`));
      const id = ids.find(isFree) ?? ids.at(-1)!;
      taken.set(`${entry.folder} ${id}`, entry.uri);
      return id === entry.id ? entry : { ...entry, id };
    });
    const isSame = entries.every((entry, at) => entry === source.entries[at]);
    return { source: isSame ? source : { ...source, entries }, rank };
  });
}

function referred(
  { text, target }: DecisionReference,
  by: Decision,
  index: DecisionIndex,
): readonly Decision[] {
  if (target !== undefined) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
    const path = target.replace(/[#?].*$/, '');
    const linked = index.at(Utils.resolvePath(Utils.dirname(URI.parse(by.uri)), path).toString());
    return linked === undefined ? index.named(path) : [linked];
  }
  const named = index.named(text);
  const number = decisionNumber(text.replace(/^#|^ADR[-_ #]*/i, ''));
  return named.length > 0 || number === undefined ? named : index.numbered(number);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
