import type { BranchChanges } from '../../core/git';
import { currentBranch, defaultBase, mergeBase } from './base';
import { eachPiece } from './eachPiece';
import { AddedSpans, type Span } from './parseDiff';
import type { Repository } from './repository';

/** See `Git.branchChanges`. */
export async function branchChangesIn(repository: Repository): Promise<BranchChanges | undefined> {
  const base = await defaultBase(repository, currentBranch(repository));
  if (base === undefined) return undefined;
  const commit = await mergeBase(repository, base);
  // Histories without a common commit, or a shallow clone that ends before it.
  if (commit === undefined) return undefined;
  const [tracked, untracked] = await Promise.all([
    addedSince(repository, commit),
    untrackedFiles(repository),
  ]);
  if (tracked === undefined || untracked === undefined) return undefined;

  const added = new Map<string, readonly Span[]>();
  const { prefix } = repository;
  for (const [path, spans] of tracked)
    if (path.startsWith(prefix)) added.set(path.slice(prefix.length), spans);
  for (const path of untracked) added.set(path, [{ from: 0, to: Number.MAX_SAFE_INTEGER }]);
  return { base: base.name, added };
}

/** By path below the top: a rename from another folder is seen only by who looks at both. */
async function addedSince(
  repository: Repository,
  commit: string,
): Promise<ReadonlyMap<string, readonly Span[]> | undefined> {
  const added = new AddedSpans();
  const output = repository.start({
    folder: repository.top,
    // The plumbing command takes no person's settings for how a diff looks.
    args: [
      ...['diff-index', '-p', '-M', '-D', '-l1000', '-U0', '--no-color', '--no-ext-diff', '--no-textconv'],
      ...['--ignore-submodules=all', '--src-prefix=a/', '--dst-prefix=b/', commit, '--'],
    ],
  });
  const end = await eachPiece(output, { separator: '\n', take: (line) => added.take(line) });
  return end.code === 0 ? added.spans : repository.failed('diff-index', end);
}

/** Below the folder. A repository inside is named like a folder, and is none of ours. */
async function untrackedFiles(repository: Repository): Promise<readonly string[] | undefined> {
  const output = await repository.read({ args: ['ls-files', '--others', '--exclude-standard', '-z'] });
  return output
    ?.toString()
    .split('\0')
    .filter((path) => path !== '' && !path.endsWith('/'));
}
