import { posix } from 'node:path';
import type { DiffFilesQuery } from '../../core/git';
import type { DiffCommit, DiffFile, DiffQuery, DiffResult } from '../../core/review/diff';
import { cleanLine } from '../../core/text/markdown';
import { type Base, currentBranch, defaultBase, mergeBase, pickedBase, shortName } from './base';
import { DiffReader } from './diffReader';
import { eachPiece } from './eachPiece';
import type { FileDiff } from './fileDiff';
import type { RawRecord } from './rawRecord';
import type { Repository } from './repository';
import { withUntracked } from './withUntracked';
import { workingTree } from './workingTree';

/** See `Git.diff`. */
export async function diffOf(repository: Repository, query: DiffQuery): Promise<DiffResult> {
  const branch = currentBranch(repository);
  const [start, tree] = await Promise.all([startOf(repository, { query, branch }), workingTree(repository)]);
  if (typeof start === 'string') return { kind: 'none', message: start };
  const [files, commits] = await Promise.all([
    tree &&
      withUntracked(repository, tree.untracked, (variables) =>
        filesSince(repository, start.commit, variables),
      ),
    start.base === undefined ? [] : commitsSince(repository, start.base),
  ]);
  if (tree === undefined || files === undefined || commits === undefined)
    return { kind: 'none', message: 'Git could not tell what changed; the log says why.' };
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

interface Start {
  /** `undefined` before the first commit. */
  readonly base: Base | undefined;
  readonly commit: string;
  readonly notes: readonly string[];
}

/** Where the branch left its base, or a sentence that says why that cannot be told. */
async function startOf(
  repository: Repository,
  { query, branch }: { readonly query: DiffQuery; readonly branch: Promise<string | undefined> },
): Promise<Start | string> {
  const { base: picked } = query;
  const base =
    picked === undefined
      ? ((await defaultBase(repository, branch)) ?? unknownBase)
      : await pickedBase(repository, picked);
  const commit = base && (await mergeBase(repository, base));
  if (commit !== undefined) {
    const notes = base!.note === undefined ? [] : [base!.note];
    if (repository.isShallow) notes.push(shallowNote);
    return { base, commit, notes };
  }
  const head = await repository.run({ args: ['rev-parse', '--verify', '--quiet', 'HEAD'] });
  if (head.code !== 0) return { base: undefined, commit: repository.emptyTree, notes: [unbornNote] };
  const name = cleanLine(base?.name ?? picked ?? '');
  if (base === undefined)
    return `${name === '' ? 'The base' : name} is no branch, tag or commit here. Fetch it, or pick another base.`;
  return repository.isShallow
    ? `This clone is shallow and ends before the branch left ${name}. Run git fetch --unshallow, or pick another base.`
    : `This branch and ${name} have no commit in common. Pick another base.`;
}

const mostCommits = 10_000;

const unknownBase: Base = {
  ref: 'HEAD',
  name: 'HEAD',
  note: 'No default branch and no upstream is known, so only what is not committed counts. Pick a base to see more.',
};
const shallowNote = 'This clone is shallow, so commits of the base may be taken for commits of this branch.';
const commitsNote = `Only the newest ${mostCommits} commits are looked at.`;
const unbornNote = 'Nothing is committed on this branch yet, so every file counts as added.';

/** See `Git.diffFiles`. */
export async function diffFilesOf(
  repository: Repository,
  { baseCommit, paths }: Pick<DiffFilesQuery, 'baseCommit' | 'paths'>,
): Promise<readonly DiffFile[] | undefined> {
  // A path that is no UTF-8 is not told as it is.
  const isTold = paths.every((path) => !path.includes('\ufffd'));
  const bytes = paths.reduce((sum, path) => sum + path.length, 0);
  if (!isTold || bytes > mostPathSigns || !/^[0-9a-f]{40,64}$/u.test(baseCommit)) return undefined;
  if (paths.length === 0) return [];
  const [read, untracked] = await Promise.all([
    readDiff(repository, { commit: baseCommit, paths: paths.map((path) => repository.prefix + path) }),
    repository.run({ args: ['ls-files', '--others', '--exclude-standard', '-z', '--', ...paths] }),
  ]);
  if (read === undefined || untracked.code !== 0 || untracked.output.length > 0) return undefined;
  const asked = new Set(paths);
  const files = read.files.map((file) => file.finish((path) => pathBelow(repository, path)));
  return files.every(({ path, status }) => status === 'modified' && asked.has(path)) ? files : undefined;
}

/** Some systems allow for 32 KB of arguments in all. */
const mostPathSigns = 8_000;

/** Below the folder; a file that came from outside is renamed, one that left is deleted. */
async function filesSince(
  repository: Repository,
  commit: string,
  variables: Readonly<Record<string, string>>,
): Promise<readonly DiffFile[] | undefined> {
  const prefix = Buffer.from(repository.prefix).toString('latin1');
  const isBelow = ({ path }: RawRecord) => path.startsWith(prefix);
  const read = await readDiff(repository, { commit, variables, isWanted: isBelow });
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
  return (
    more &&
    [...read.files, ...more.files]
      .map((file) => file.finish((path) => pathBelow(repository, path)))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  );
}

interface DiffCall {
  readonly commit: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly isWanted?: (record: RawRecord) => boolean;
  /** Below the top; renames are then as far as these tell. */
  readonly paths?: readonly string[];
}

/** By path below the top: a rename from another folder is seen only by who looks at both. */
async function readDiff(
  repository: Repository,
  { commit, variables = {}, isWanted = () => true, paths = [] }: DiffCall,
): Promise<{ readonly records: readonly RawRecord[]; readonly files: readonly FileDiff[] } | undefined> {
  const reader = new DiffReader({ ofFile: 2 * megabyte, ofAll: 32 * megabyte }, isWanted);
  const output = repository.start({
    folder: repository.top,
    // The plumbing command takes few of a person's settings for how a diff looks; those are set.
    settings: ['diff.suppressBlankEmpty=false', 'core.bigFileThreshold=512m'],
    variables,
    args: [
      ...['diff-index', '--raw', '-z', '-p', '-U1', '--full-index', '-M50%', '-l1000'],
      ...['--diff-algorithm=myers', '--indent-heuristic', '--no-color', '--no-ext-diff', '--no-textconv'],
      ...['--no-relative', '--ignore-submodules=dirty', '--submodule=short'],
      ...['--src-prefix=a/', '--dst-prefix=b/', commit, '--', ...paths],
    ],
  });
  for (;;) {
    const { done, value } = await output.next();
    if (done !== true) reader.take(value);
    else if (value.code !== 0) return repository.failed('diff-index', value);
    else
      return (
        reader.finish() ?? repository.failed('diff-index', { code: 0, message: 'its output cannot be read' })
      );
  }
}

const megabyte = 1024 * 1024;

/** A path below the top, by byte, as a text; relative to the folder. */
function pathBelow({ prefix }: Repository, bytes: string): string {
  const path = Buffer.from(bytes, 'latin1').toString();
  return path.startsWith(prefix) ? path.slice(prefix.length) : posix.relative(`/${prefix}`, `/${path}`);
}

/** Newest first. */
async function commitsSince(
  repository: Repository,
  { ref }: Base,
): Promise<readonly DiffCommit[] | undefined> {
  const commits: DiffCommit[] = [];
  const format = ['-z', '--format=%H%n%ae%n%B', '--encoding=UTF-8'];
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
    const [, commit, email, message] = /^([0-9a-f]+)\n([^\n]*)\n(.*)$/su.exec(entry) ?? [];
    if (commit !== undefined) commits.push({ commit, email: email!, message: message!.trimEnd() });
  };
  const end = await eachPiece(output, { separator: '\0', take });
  return end.code === 0 ? commits : repository.failed('log', end);
}
