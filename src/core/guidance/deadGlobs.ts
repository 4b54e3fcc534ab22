import { createGlobIndex } from '../match/globIndex';
import type { LocatedGlob, Selector } from '../match/selector';
import type { Guidance } from './guidance';
import type { Entry } from './model';
import { type Problem } from './problem';
import { problemCodes } from './problemCodes';

interface Use {
  readonly uri: string;
  readonly used: LocatedGlob;
}

/**
 * The globs that admit none of the workspace's files: their author is told, because nothing else would show it.
 * Those of packs are left alone, since their author wrote them for many workspaces, and so is CODEOWNERS.
 */
export function deadGlobs(
  { folders, root, sources }: Guidance,
  files: readonly string[],
): readonly Problem[] {
  // What a broken text says is not what its author wrote.
  const broken = new Set(sources.filter((source) => source.broken).map(({ uri }) => uri));
  return folders.flatMap(({ path, entries }) => {
    const folder = entries.filter(
      (entry) =>
        entry.linkBase === entry.folder && entry.uri.includes('/.leadlight/') && !broken.has(entry.uri),
    );
    const uses = folder.flatMap((entry) =>
      selectorsOf(entry).flatMap(({ files: globs }) =>
        (globs ?? []).map((used): Use => ({ uri: entry.uri, used })),
      ),
    );
    const dead = new Set(uses);
    const index = createGlobIndex(uses.map((use) => ({ globs: [use.used.glob], value: use })));
    for (const file of files) {
      if (dead.size === 0) break;
      if (file.startsWith(path)) for (const use of index.lookup(file.slice(path.length))) dead.delete(use);
    }
    return [...dead].map(({ uri, used }) => deadGlob(used, { uri, where: path === '' ? root : path }));
  });
}

function selectorsOf(entry: Entry): readonly Selector[] {
  switch (entry.kind) {
    case 'philosophy':
      return [...(entry.applies ? [entry.applies] : []), ...entry.exceptions.map(({ applies }) => applies)];
    case 'change':
      return [entry.from];
    case 'area':
      return [entry.applies];
    default:
      return [];
  }
}

function deadGlob({ glob, range }: LocatedGlob, { uri, where }: { uri: string; where: string }): Problem {
  const base = where.startsWith('file:') || where.includes('://') ? 'this folder' : where;
  const message = `No file of ${base} matches "${glob.source}", so it governs nothing. Globs are case-sensitive and start at the folder that holds .leadlight.`;
  return { code: 'dead-glob', severity: problemCodes['dead-glob'].severity, message, uri, range };
}
