import type { DiffFilesQuery } from '../../core/git';
import type { DiffFile } from '../../core/review/diff';
import { pathBelow, readDiff } from './readDiff';
import type { Repository } from './repository';

/** See `Git.diffFiles`. A file that is modified was so for the whole diff too, since only whole files are renamed. */
export async function diffFilesOf(
  repository: Repository,
  { baseCommit, paths }: Pick<DiffFilesQuery, 'baseCommit' | 'paths'>,
): Promise<readonly DiffFile[] | undefined> {
  // A path that is no UTF-8 is not told as it is.
  const isTold = paths.every((path) => !path.includes('\ufffd'));
  const signs = paths.reduce((sum, path) => sum + path.length, 0);
  if (!isTold || signs > mostPathSigns || !/^[0-9a-f]{40,64}$/u.test(baseCommit)) return undefined;
  if (paths.length === 0) return [];
  const below = paths.map((path) => repository.prefix + path);
  const read = await readDiff(repository, { commit: baseCommit, paths: below });
  if (read === undefined || read.records.some(({ status }) => status !== 'M' && status !== 'T'))
    return undefined;
  const pathOf = (bytes: string) => pathBelow(repository, bytes);
  const rest = new Set(paths);
  // A folder stands for all that is in it.
  if (!read.records.every(({ path }) => rest.delete(pathOf(path)))) return undefined;
  const hasUntracked = rest.size > 0 && (await isAnyUntracked(repository, [...rest]));
  return hasUntracked === false ? read.files : undefined;
}

/** Some systems allow for 32 KB of arguments in all. */
const mostPathSigns = 8_000;

async function isAnyUntracked(
  repository: Repository,
  paths: readonly string[],
): Promise<boolean | undefined> {
  const args = ['ls-files', '--others', '--exclude-standard', '-z', '--', ...paths];
  const { code, output } = await repository.run({ args });
  return code === 0 ? output.length > 0 : undefined;
}
