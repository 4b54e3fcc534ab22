import type { DiffFilesQuery } from '../../core/git';
import type { DiffFile } from '../../core/review/diff';
import type { RawRecord } from './rawRecord';
import { pathBelow, readDiff } from './readDiff';
import type { Repository } from './repository';
import { withUntracked } from './withUntracked';

/**
 * See `Git.diffFiles`. A file that is modified was so for the whole diff too, since only whole files are renamed. One
 * that came is told where none went in the whole repository, of which a folder below its top does not know.
 */
export async function diffFilesOf(
  repository: Repository,
  { baseCommit, paths, mayAdd }: Omit<DiffFilesQuery, 'signal'>,
): Promise<readonly DiffFile[] | undefined> {
  // A path that is no UTF-8 is not told as it is.
  const isTold = paths.every((path) => !path.includes('\ufffd'));
  const signs = paths.reduce((sum, path) => sum + path.length, 0);
  if (!isTold || signs > mostPathSigns || !/^[0-9a-f]{40,64}$/u.test(baseCommit)) return undefined;
  if (paths.length === 0) return [];
  const mayCome = mayAdd && repository.prefix === '';
  const told = mayCome ? 'MTA' : 'MT';
  const pathOf = (bytes: string) => pathBelow(repository, bytes);
  const below = paths.map((path) => repository.prefix + path);
  const look = (variables = {}) => readDiff(repository, { commit: baseCommit, variables, paths: below });
  let read = await look();
  const rest = new Set(paths);
  // A folder stands for all that is in it.
  const isTellable = ({ status, path }: RawRecord) => told.includes(status) && rest.delete(pathOf(path));
  if (!read?.records.every(isTellable)) return undefined;
  const untracked = rest.size === 0 ? [] : await untrackedOf(repository, [...rest]);
  if (untracked === undefined || untracked.length === 0) return untracked && read.files;
  // The name of a folder is that of a repository inside.
  if (!mayCome || !untracked.every((path) => rest.has(pathOf(path)))) return undefined;
  read = await withUntracked(repository, untracked, look);
  return read?.files;
}

/** Some systems allow for 32 KB of arguments in all. */
const mostPathSigns = 8_000;

/** As `workingTree` tells them; `undefined` where git failed. */
async function untrackedOf(
  repository: Repository,
  paths: readonly string[],
): Promise<readonly string[] | undefined> {
  const args = ['ls-files', '--others', '--exclude-standard', '-z', '--', ...paths];
  const { code, output } = await repository.run({ args });
  return code === 0 ? output.toString('latin1').split('\0').slice(0, -1) : undefined;
}
