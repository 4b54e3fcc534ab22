import type { AuthorQuery } from '../../core/git';
import type { Repository } from './repository';

/** See `Git.hasChanged`. Merges change nothing by themselves. */
export async function hasChangedIn(
  repository: Repository,
  { commit, email, paths }: AuthorQuery,
): Promise<boolean | undefined> {
  // What stands between lines cannot be asked for.
  const asked = paths.filter((path) => !/[\r\n]/u.test(path));
  if (!/^[0-9a-f]{40,64}$/u.test(commit) || email === '' || asked.length === 0) return undefined;
  // Before the first commit.
  if (commit === repository.emptyTree) return false;
  // To find an author's commits is much faster than to look which commits changed a path.
  const author = ['--fixed-strings', '--regexp-ignore-case', `--author=<${email}>`];
  const commits = await repository.read({ args: ['rev-list', '--no-merges', ...author, commit, '--'] });
  if (commits === undefined || commits.length === 0) return commits && false;
  const found = await repository.read({
    args: ['rev-list', '--no-walk=unsorted', '--max-count=1', '--stdin'],
    input: `${commits.toString()}--\n${asked.join('\n')}\n`,
  });
  if (found === undefined || found.length > 0) return found && true;
  return asked.length === paths.length ? false : undefined;
}
