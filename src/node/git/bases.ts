import { currentBranch, defaultBase } from './base';
import type { Repository } from './repository';

const mostBases = 500;

/** See `Git.bases`. */
export async function basesOf(repository: Repository): Promise<readonly string[]> {
  const format = '--format=%(refname:short)%00%(symref)%00%(HEAD)%00%(upstream:short)';
  const newestFirst = ['for-each-ref', '--sort=-creatordate', `--count=${mostBases}`, format];
  const [usual, branches, tags] = await Promise.all([
    defaultBase(repository, currentBranch(repository)),
    repository.read({ args: [...newestFirst, 'refs/heads', 'refs/remotes'] }),
    repository.read({ args: [...newestFirst, 'refs/tags'] }),
  ]);
  const refs = [branches, tags]
    .flatMap((output) => output?.toString().split('\n') ?? [])
    .map((line) => line.split('\0'))
    // `origin/HEAD` is another name of a branch.
    .filter(([, symref]) => symref === '');
  const upstream = refs.find(([, , head]) => head === '*')?.[3] ?? '';
  const names = [upstream, usual?.name ?? '', ...refs.map(([name]) => name!)];
  return [...new Set(names.filter((name) => name !== '' && !name.startsWith('-')))].slice(0, mostBases);
}
