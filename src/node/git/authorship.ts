import { posix } from 'node:path';
import type { AuthorQuery } from '../../core/git';
import type { Repository } from './repository';

/** See `Git.hasChanged`. Merges change nothing by themselves. */
export async function hasChangedIn(
  repository: Repository,
  { commit, email, paths }: AuthorQuery,
): Promise<boolean | undefined> {
  if (!/^[0-9a-f]{40,64}$/u.test(commit) || email === '' || paths.length === 0) return undefined;
  // Before the first commit.
  if (commit === repository.emptyTree) return false;
  // To look what an author's commits changed is much faster than to look which commits changed a path. Renames are
  // two paths each, as they are where somebody asks.
  const author = ['--no-merges', '--fixed-strings', '--regexp-ignore-case', `--author=<${email}>`];
  const names = [
    '-z',
    '--format=',
    '--root',
    '--name-only',
    '--no-renames',
    '--no-relative',
    '--no-show-signature',
  ];
  const output = await repository.read({ args: ['log', ...author, ...names, commit, '--'] });
  if (output === undefined) return undefined;
  const changed = new Set(output.toString().split('\0'));
  return paths.some((path) => changed.has(posix.join(repository.prefix, path)));
}
