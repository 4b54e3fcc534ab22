import type { DiffCommit, DiffFile, DiffQuery, DiffResult } from '../../core/review/diff';
import { type Base, currentBranch, shortName } from './base';
import { diffStart } from './diffStart';
import { eachPiece } from './eachPiece';
import type { RawRecord } from './rawRecord';
import { type DiffCall, readDiff } from './readDiff';
import type { Repository } from './repository';
import { withUntracked } from './withUntracked';
import { workingTree } from './workingTree';

/** See `Git.diff`; `undefined` where git failed, which is logged. */
export async function diffOf(repository: Repository, query: DiffQuery): Promise<DiffResult | undefined> {
  const branch = currentBranch(repository);
  const [start, tree] = await Promise.all([
    diffStart(repository, { query, branch }),
    workingTree(repository),
  ]);
  if (typeof start === 'string') return { kind: 'none', message: start };
  const [files, commits] = await Promise.all([
    tree &&
      withUntracked(repository, tree.untracked, (variables) =>
        filesSince(repository, { commit: start.commit, variables, onFile: query.onFile }),
      ),
    start.base === undefined ? [] : commitsSince(repository, start.base),
  ]);
  if (tree === undefined || files === undefined || commits === undefined) return undefined;
  const current = await branch;
  return {
    kind: 'diff',
    diff: {
      base: start.base?.name ?? 'the empty tree',
      baseCommit: start.commit,
      ...(current === undefined ? {} : { branch: shortName(current) }),
      commits,
      files,
      notes: [...start.notes, ...tree.notes, ...(commits.length === mostCommits ? [commitsNote] : [])],
    },
  };
}

/** Below the folder; a file that came from outside is renamed, one that left is deleted. */
async function filesSince(
  repository: Repository,
  { commit, variables = {}, onFile }: Pick<DiffCall, 'commit' | 'variables' | 'onFile'>,
): Promise<readonly DiffFile[] | undefined> {
  const prefix = Buffer.from(repository.prefix).toString('latin1');
  const isBelow = ({ path }: RawRecord) => path.startsWith(prefix);
  const read = await readDiff(repository, { commit, variables, isWanted: isBelow, onFile });
  if (read === undefined) return undefined;
  const gone = new Set(
    read.records.flatMap((record) =>
      record.status === 'R' && record.oldPath.startsWith(prefix) && !isBelow(record) ? [record.oldPath] : [],
    ),
  );
  const isGone = ({ status, path }: RawRecord) => status === 'D' && gone.has(path);
  const more =
    gone.size === 0
      ? { files: [] }
      : await readDiff(repository, { commit, variables, isWanted: isGone, paths: [repository.prefix] });
  return more && [...read.files, ...more.files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Newest first. */
async function commitsSince(
  repository: Repository,
  { ref }: Base,
): Promise<readonly DiffCommit[] | undefined> {
  const commits: DiffCommit[] = [];
  const format = ['-z', '--format=%H%n%P%n%ae%n%B', '--encoding=UTF-8'];
  const plain = [
    '--no-show-signature',
    '--no-notes',
    '--no-patch',
    '--no-color',
    '--no-decorate',
    '--no-mailmap',
  ];
  const output = repository.start({
    args: ['log', ...format, ...plain, `--max-count=${mostCommits}`, 'HEAD', '--not', ref, '--'],
  });
  const take = (entry: string) => {
    const [, commit, parents, email, message] = /^([0-9a-f]+)\n([^\n]*)\n([^\n]*)\n(.*)$/su.exec(entry) ?? [];
    if (commit === undefined) return;
    commits.push({ commit, email: email!, message: message!.trimEnd(), isMerge: parents!.includes(' ') });
  };
  const end = await eachPiece(output, { separator: '\0', take });
  return end.code === 0 ? commits : repository.failed('log', end);
}

const mostCommits = 10_000;
const commitsNote = `Only the newest ${mostCommits} commits are looked at.`;
