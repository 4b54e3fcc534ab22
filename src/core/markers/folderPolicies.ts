import type { Guidance } from '../guidance/guidance';
import { scopeAt } from '../match/scope';
import type { MarkerTag } from './findMarkers';
import { tagsOf } from './policies';
import type { Policy } from './policy';

/** What is looked for in which file, and what holds for it. Cheapest when asked about the files of a folder in a row. */
export interface FolderPolicies {
  /** Folders where the same is looked for share a list. */
  readonly tagSets: readonly (readonly MarkerTag[])[];
  /** Index into `tagSets`. */
  tagSetOf(path: string): number;
  /** The tags of a file as text, to compare those of two snapshots. */
  tagKeyOf(path: string): string;
  /** What holds for a tag in a file. */
  policyOf(path: string, tag: string): Policy | undefined;
}

interface Folder {
  readonly tagSet: number;
  readonly policies: ReadonlyMap<string, Policy>;
}

/** Policies hold for folders, so the nearest folder with guidance decides for all files in it. */
export function folderPolicies(guidance: Guidance): FolderPolicies {
  const governed = new Set(['', ...guidance.folders.map(({ path }) => path)]);
  const tagSets: (readonly MarkerTag[])[] = [];
  const keys: string[] = [];
  const known = new Map<string, Folder>();
  const folderAt = (path: string): Folder => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const { policies } = scopeAt(guidance, { path, languageId: 'plaintext', today: '' });
    const tags = tagsOf(policies);
    const key = JSON.stringify(tags);
    const same = keys.indexOf(key);
    if (same === -1) tagSets.push(tags);
    const tagSet = same === -1 ? keys.push(key) - 1 : same;
    const folder = { tagSet, policies: new Map(policies.map((policy) => [policy.tag, policy])) };
    known.set(path, folder);
    return folder;
  };
  let lastPath = '';
  let last = folderAt('');
  const folderOf = (path: string) => {
    const own = path.slice(0, path.lastIndexOf('/') + 1);
    if (own === lastPath) return last;
    lastPath = own;
    last = folderAt(nearest(own, governed));
    return last;
  };
  return {
    tagSets,
    tagSetOf: (path) => folderOf(path).tagSet,
    tagKeyOf: (path) => keys[folderOf(path).tagSet]!,
    policyOf: (path, tag) => folderOf(path).policies.get(tag),
  };
}

function nearest(own: string, governed: ReadonlySet<string>): string {
  let folder = own;
  while (!governed.has(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
