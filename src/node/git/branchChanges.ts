import type { BranchChanges } from '../../core/git';
import { eachPiece } from './eachPiece';
import { AddedSpans, type Span } from './parseDiff';
import type { Repository } from './repository';

/** See `Git.branchChanges`. */
export async function branchChangesIn(repository: Repository): Promise<BranchChanges | undefined> {
  const base = await baseOf(repository);
  if (base === undefined) return undefined;
  const merged = await repository.run({ args: ['merge-base', base.ref, 'HEAD'] });
  const commit = /^[0-9a-f]{40,64}/u.exec(merged.output.toString())?.[0];
  // Histories without a common commit, or a shallow clone that ends before it.
  if (merged.code !== 0 || commit === undefined) return undefined;
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

interface Base {
  readonly ref: string;
  /** As people write it. */
  readonly name: string;
}

/** The remote's own word for its default branch comes first. */
const candidates = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

async function baseOf(repository: Repository): Promise<Base | undefined> {
  const format = '--format=%(refname)%00%(symref)';
  const [refs, head] = await Promise.all([
    repository.read({ args: ['for-each-ref', format, ...candidates] }),
    // Ends with 1 where no branch is checked out.
    repository.run({ args: ['symbolic-ref', '--quiet', 'HEAD'] }),
  ]);
  if (refs === undefined) return undefined;
  const known = new Map(
    refs
      .toString()
      .split('\n')
      .map((line) => line.split('\0') as [string, string]),
  );
  const chosen = candidates.find((name) => known.has(name));
  if (chosen === undefined) return undefined;
  const target = known.get(chosen)!;
  const ref = isReference(target) ? target : chosen;
  const current = head.output.toString().trim();
  return branchName(ref) === branchName(current)
    ? upstreamOf(repository, current)
    : { ref, name: shortName(ref) };
}

/** On the default branch itself: what was not pushed yet counts, or not committed where nothing is pushed. */
async function upstreamOf(repository: Repository, current: string): Promise<Base | undefined> {
  const output = await repository.read({ args: ['for-each-ref', '--format=%(upstream)', current] });
  const upstream = output?.toString().trim();
  if (upstream === undefined) return undefined;
  const exists =
    isReference(upstream) &&
    (await repository.run({ args: ['rev-parse', '--verify', '--quiet', upstream] })).code === 0;
  return exists ? { ref: upstream, name: shortName(upstream) } : { ref: 'HEAD', name: shortName(current) };
}

/** A repository may also lead to a name that git would take for an option. */
function isReference(name: string): boolean {
  return name.startsWith('refs/');
}

/** `main` of `refs/heads/main` and `refs/remotes/origin/main` */
function branchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes\/origin)\//u, '');
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes)\//u, '');
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
