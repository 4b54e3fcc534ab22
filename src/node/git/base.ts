import { join } from 'node:path';
import { firstBytes } from './firstBytes';
import type { Repository } from './repository';

/** What a branch is compared with. */
export interface Base {
  /** What git takes it by; never an option. */
  readonly ref: string;
  /** As people write it. */
  readonly name: string;
  /** What a reader should know of this choice, a sentence. */
  readonly note?: string;
}

/** `refs/heads/topic`, also while it is rebased; `undefined` on a detached head. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  // Ends with 1 where no branch is checked out.
  const { code, output } = await repository.run({ args: ['symbolic-ref', '--quiet', 'HEAD'] });
  return code === 0 ? output.toString().trim() : rebasedBranch(repository);
}

const longestName = 4_096;

/** Git has no branch checked out while it rebases one, and keeps its name in a file until it is done. */
async function rebasedBranch({ gitFolder }: Repository): Promise<string | undefined> {
  for (const folder of ['rebase-merge', 'rebase-apply']) {
    const name = (await firstBytes(join(gitFolder, folder, 'head-name'), longestName))?.toString();
    const branch = /^refs\/heads\/[^\n]+/u.exec(name ?? '')?.[0];
    if (branch !== undefined) return branch;
  }
  return undefined;
}

/** The remote's own word for its default branch comes first. */
const candidates = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The upstream where it is another branch than this one, as that of a fix for a release; else the default branch. What
 * was pushed of this one is no base, but on the default branch itself and where there is none. `undefined` without any.
 */
export async function defaultBase(
  repository: Repository,
  branch: Promise<string | undefined>,
): Promise<Base | undefined> {
  const format = '--format=%(refname)%00%(symref)';
  const [refs, current, upstream] = await Promise.all([
    repository.read({ args: ['for-each-ref', format, ...candidates] }),
    branch,
    branch.then((name) => upstreamOf(repository, name)),
  ]);
  if (refs === undefined) return undefined;
  if (upstream?.isOther) return upstream.base;
  const known = new Map(
    refs
      .toString()
      .split('\n')
      .map((line) => line.split('\0') as [string, string]),
  );
  const chosen = candidates.find((name) => known.has(name));
  if (chosen === undefined) return upstream?.base;
  const target = known.get(chosen)!;
  const ref = isReference(target) ? target : chosen;
  if (current === undefined || branchName(ref) !== branchName(current)) return { ref, name: shortName(ref) };
  // What was not pushed yet counts, or not committed where nothing is pushed.
  return upstream?.base ?? { ref: 'HEAD', name: shortName(current), note: notPushed };
}

const notPushed =
  'This is the default branch, and it has no upstream, so only what is not committed counts. Pick a base to see more.';

interface Upstream {
  readonly base: Base;
  /** Whether it has another name where it is than the branch has here. */
  readonly isOther: boolean;
}

async function upstreamOf(
  repository: Repository,
  current: string | undefined,
): Promise<Upstream | undefined> {
  if (current === undefined) return undefined;
  const format = '--format=%(upstream)%00%(upstream:remoteref)';
  const output = await repository.read({ args: ['for-each-ref', format, current] });
  const [ref = '', there] = output?.toString().trimEnd().split('\0') ?? [];
  const exists =
    isReference(ref) &&
    (await repository.run({ args: ['rev-parse', '--verify', '--quiet', ref] })).code === 0;
  // Some teams push with a name of their own in front, as `maya/topic`.
  const isOwn = `/${there ?? ''}`.endsWith(`/${branchName(current)}`);
  return exists ? { base: { ref, name: shortName(ref) }, isOther: !isOwn } : undefined;
}

/** What a person picked, be it a branch, a tag or a commit; `undefined` where there is no such thing. */
export async function pickedBase(repository: Repository, name: string): Promise<Base | undefined> {
  // Git would take it for an option. No ref begins so.
  if (name.startsWith('-')) return undefined;
  const args = ['rev-parse', '--verify', '--quiet', `${name}^{commit}`];
  const { code, output } = await repository.run({ args });
  const ref = output.toString().trim();
  // `^main` is a name too, of what is not wanted.
  return code === 0 && /^[0-9a-f]+$/u.test(ref) ? { ref, name } : undefined;
}

/** The newest commit that a base and the branch have in common; `undefined` where there is none. */
export async function mergeBase(repository: Repository, { ref }: Base): Promise<string | undefined> {
  const { code, output } = await repository.run({ args: ['merge-base', ref, 'HEAD'] });
  return code === 0 ? /^[0-9a-f]{40,64}/u.exec(output.toString())?.[0] : undefined;
}

/** A repository may also lead to a name that git would take for an option. */
function isReference(name: string): boolean {
  return name.startsWith('refs/');
}

/** `main` of `refs/heads/main` and `refs/remotes/origin/main` */
function branchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes\/origin)\//u, '');
}

/** `main`, `origin/main` */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes)\//u, '');
}
