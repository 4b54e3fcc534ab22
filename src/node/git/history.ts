import type { History, HistoryCommit } from '../../core/git';
import { eachLine } from './eachLine';
import type { Repository } from './repository';

/** See `Git.sampleHistory`. */
export async function sampleHistoryOf(repository: Repository, points: number): Promise<History | undefined> {
  const moments = await firstParents(repository);
  if (moments === undefined) return undefined;
  const known = new Map<string, HistoryFile>();
  const commits: HistoryCommit[] = [];
  for (const { commit, day } of evenly(moments, points)) {
    const tree = await repository.read({ args: ['ls-tree', '-r', '-z', commit] });
    if (tree === undefined) return undefined;
    commits.push({ commit, day, files: regularFiles(tree, known) });
  }
  const partial = 'This clone is shallow, so the trend begins with its oldest commit.';
  return { commits, ...(repository.isShallow ? { partial } : {}) };
}

type HistoryFile = HistoryCommit['files'][number];

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
  const end = await eachLine(output, (line) => {
    const [, commit, written, day] = /^([0-9a-f]{40,64}) ((\d+-\d\d-\d\d)T.*)$/u.exec(line) ?? [];
    if (commit !== undefined) moments.push({ commit, day: day!, time: Date.parse(written!) });
  });
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

/** Commits share the files that did not change: `known` is by what git prints of one. */
function regularFiles(tree: Buffer, known: Map<string, HistoryFile>): readonly HistoryFile[] {
  const files: HistoryFile[] = [];
  for (const entry of tree.toString().split('\0')) {
    const same = known.get(entry);
    if (same !== undefined) {
      files.push(same);
      continue;
    }
    const [, blob, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/su.exec(entry) ?? [];
    if (blob === undefined || path === undefined) continue;
    const file = { path, blob };
    known.set(entry, file);
    files.push(file);
  }
  return files;
}
