import type { FolderAuthors } from '../../git';
import type { CodeownersRule } from '../../guidance/owners/codeowners';
import type { GlobLife } from '../../guidance/deadGlobs';
import { compileGlob, isGlobError, literalGlob } from '../../text/globs';
import { cleanLine } from '../../text/markdown';
import { slug } from '../../text/slug';
import type { AreaDraft } from './found';

/** Of more areas than that nobody would check the names. */
const mostAreas = 12;
const mostRules = 40;
/** Folders that hold the parts of a repository rather than being one. */
const containers =
  /^(?:apps|cmd|crates|internal|lib|libs|modules|packages|pkg|plugins|projects|services|src)$/;
/** A name that stands in for nobody. */
const bots = /\[bot\]|\bbot\b|dependabot|renovate|github-actions|greenkeeper|no-?reply@github\.com/i;

/**
 * Areas as CODEOWNERS has them: its rules that govern a file, in their order, since there too the last one counts.
 * Empty where it has so many rules that it should stay the one place of them.
 */
export function areasFromCodeowners(
  rules: readonly CodeownersRule[],
  isAlive: GlobLife,
): readonly AreaDraft[] {
  const alive = rules.filter(({ pattern }) => admitsAny(globOf(pattern), isAlive));
  if (alive.length > mostRules) return [];
  return distinct(
    alive.map(({ pattern, owners }) => {
      const [lead, delegate, ...others] = owners.map(cleanLine);
      return {
        name: nameOf(pattern.replace(/[\\*]/g, '')),
        files: [globOf(pattern)],
        ...(lead !== undefined && { lead }),
        ...(delegate !== undefined && { delegate }),
        ...(lead === undefined && { note: 'CODEOWNERS says that nobody owns these.' }),
        ...(others.length > 0 && { note: `CODEOWNERS names ${others.join(' ')} too.` }),
      };
    }),
  );
}

/** A pattern of CODEOWNERS as a glob of ours: without a slash inside it is for every folder. */
function globOf(pattern: string): string {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const path = pattern.replace(/\\(.)/g, '$1').replace(/^\/+/, '').replace(/[{},]/g, '[$&]');
  if (path === '*') return '**';
  const from = isAnchored || path.startsWith('**') ? path : `**/${path}`;
  return from.endsWith('/') ? `${from}**` : from;
}

/** An area for each part of the repository, led by who commits there most; one for all where that is always the same. */
export function areasFromAuthors(folders: readonly FolderAuthors[], isAlive: GlobLife): readonly AreaDraft[] {
  const people = folders.map((folder) => ({
    ...folder,
    authors: folder.authors.filter(({ name, email }) => !bots.test(`${name} ${email}`)),
  }));
  const whole = people.find(({ path }) => path === '');
  if (whole === undefined || whole.authors.length === 0) return [];
  const parts = partsOf(people)
    .filter(({ path }) => admitsAny(below(path), isAlive))
    .map((folder) => draftOf(folder, nameOf(folder.path)));
  const isOne = parts.every(
    ({ lead, delegate }) => lead === parts[0]?.lead && delegate === parts[0]?.delegate,
  );
  return parts.length === 0 || isOne ? [draftOf(whole, 'Everything')] : distinct(parts);
}

/** Those with the most commits, in the order of their paths. */
function partsOf(folders: readonly FolderAuthors[]): readonly FolderAuthors[] {
  const inside = (path: string) => folders.filter((each) => each.path.startsWith(`${path}/`));
  const parts = folders
    .filter(({ path }) => /^[^./][^/]*$/.test(path))
    .flatMap((folder) => {
      const below = containers.test(folder.path) ? inside(folder.path) : [];
      return below.length > 1 ? below : [folder];
    })
    .filter(({ authors }) => authors.length > 0);
  const weight = ({ authors }: FolderAuthors) => authors.reduce((sum, { commits }) => sum + commits, 0);
  return parts
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, mostAreas)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function draftOf({ path, authors }: FolderAuthors, name: string): AreaDraft {
  const [first, second] = authors;
  const standsIn = second !== undefined && second.commits * 4 >= first!.commits ? second : undefined;
  const people = [first!, ...(standsIn ? [standsIn] : [])].map((author) => cleanLine(author.name) || '?');
  return {
    name,
    files: [below(path)],
    lead: handleOf(first!.email),
    ...(standsIn && { delegate: handleOf(standsIn.email) }),
    note: `In git: ${people.join(', and ')}. Check the ${people.length === 1 ? 'handle' : 'handles'}.`,
  };
}

/** GitHub writes the handle into the addresses that it makes; of others the part before the `@` is a guess. */
function handleOf(email: string): string {
  const [, name = email] = /^(?:\d+\+)?([^@]*)@/.exec(email) ?? [];
  return `@${name.replace(/[^\w.+-]/g, '') || 'unknown'}`;
}

/** `src/payments/` is `Payments`, and `*` is everything. */
function nameOf(path: string): string {
  const last = cleanLine(path)
    .split('/')
    .filter((segment) => segment !== '')
    .at(-1);
  const words = (last ?? '')
    .replace(/^\.+/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Everything' : words[0]!.toUpperCase() + words.slice(1);
}

/** All that is in a folder; empty is the whole repository. */
function below(path: string): string {
  return path === '' ? '**' : `${literalGlob(path)}/**`;
}

function admitsAny(source: string, isAlive: GlobLife): boolean {
  const glob = compileGlob(source);
  return !isGlobError(glob) && isAlive('', glob);
}

/** A name is an area's id: where one stands twice the later ones get a number. */
function distinct(drafts: readonly AreaDraft[]): readonly AreaDraft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const id = slug(draft.name);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? draft : { ...draft, name: `${draft.name} ${times}` };
  });
}
