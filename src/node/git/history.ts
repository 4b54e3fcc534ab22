import type { History, HistoryFile } from '../../core/git';
import { eachPiece } from './eachPiece';
import type { Repository } from './repository';

/** See `Git.sampleHistory`. */
export async function sampleHistoryOf(repository: Repository, points: number): Promise<History | undefined> {
  const moments = await firstParents(repository);
  if (moments === undefined) return undefined;
  const known = new Map<string, HistoryFile>();
  const commits = evenly(moments, points).map(({ commit, day }) => ({
    commit,
    day,
    files: () => filesOf(repository, commit, known),
  }));
  const partial = 'This clone is shallow, so the trend begins with its oldest commit.';
  return { commits, ...(repository.isShallow ? { partial } : {}) };
}

interface Moment {
  readonly commit: string;
  readonly day: string;
  /** In milliseconds. */
  readonly time: number;
}

/** Oldest first. */
async function firstParents(repository: Repository): Promise<readonly Moment[] | undefined> {
  const moments: Moment[] = [];
  const output = repository.start({ args: ['rev-list', '--first-parent', '--format=%H %cI', 'HEAD', '--'] });
  const take = (line: string) => {
    const [, commit, written, day] = /^([0-9a-f]{40,64}) ((\d+-\d\d-\d\d)T.*)$/u.exec(line) ?? [];
    if (commit !== undefined) moments.push({ commit, day: day!, time: Date.parse(written!) });
  };
  const end = await eachPiece(output, { separator: '\n', take });
  if (end.code === 0) return moments.reverse();
  // A repository without a commit has no history.
  return /bad revision/u.test(end.message) ? [] : repository.failed('rev-list', end);
}

/** For each of so many moments, evenly spread, the commit that was the newest one then. */
function evenly(moments: readonly Moment[], points: number): readonly Moment[] {
  const newest = moments.at(-1);
  if (newest === undefined || points < 1) return [];
  const first = moments[0]!.time;
  const step = (newest.time - first) / Math.max(points - 1, 1);
  const chosen = new Set<Moment>();
  let at = 0;
  for (let point = 0; point < points - 1; point += 1) {
    // Clocks of people differ: a commit may be older than its parent.
    while (at + 1 < moments.length && moments[at + 1]!.time <= first + step * point) at += 1;
    chosen.add(moments[at]!);
  }
  return [...chosen.add(newest)];
}

/** Below the folder. Commits share the files that did not change: `known` is by what git prints of one. */
async function filesOf(
  repository: Repository,
  commit: string,
  known: Map<string, HistoryFile>,
): Promise<readonly HistoryFile[] | undefined> {
  const files: HistoryFile[] = [];
  const take = (entry: string) => {
    const same = known.get(entry);
    if (same !== undefined) {
      files.push(same);
      return;
    }
    const [, blob, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/su.exec(entry) ?? [];
    if (blob === undefined || path === undefined) return;
    const file = { path, blob };
    known.set(entry, file);
    files.push(file);
  };
  const output = repository.start({ args: ['ls-tree', '-r', '-z', commit] });
  const end = await eachPiece(output, { separator: '\0', take });
  return end.code === 0 ? files : repository.failed('ls-tree', end);
}
