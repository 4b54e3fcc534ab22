import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './repository';

/**
 * Lets git look at untracked files as if they were added: in a copy of the index, in a folder for temporary files, so
 * that it finds renames, and tells the same before and after somebody adds them. `paths` are relative to the folder, by
 * byte, one sign each. `undefined` where git failed.
 */
export async function withUntracked<T>(
  repository: Repository,
  paths: readonly string[],
  action: (variables: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T | undefined> {
  if (paths.length === 0) return action({});
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-'));
  try {
    const index = join(folder, 'index');
    const variables = { GIT_INDEX_FILE: index };
    await copyIndex(join(repository.gitFolder, 'index'), index);
    const added = await repository.read({
      args: ['update-index', '-z', '--index-info'],
      settings: ['core.splitIndex=false'],
      variables,
      input: entriesOf(repository, paths),
    });
    return added && (await action(variables));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * As old as it is, to the second: git looks again at files that changed no earlier than their index. Before the first
 * file is added, there is none.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(from);
    await copyFile(from, to);
    const seconds = Math.floor(mtimeMs / 1000);
    await utimes(to, seconds, seconds);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Git looks at the files themselves, since nothing else in such an entry is theirs; the content need not exist. */
function entriesOf({ prefix, emptyTree }: Repository, paths: readonly string[]): Uint8Array {
  const below = Buffer.from(prefix).toString('latin1');
  const entries = paths.map((path) => `100644 ${emptyTree} 0\t${below}${path}\0`);
  return Buffer.from(entries.join(''), 'latin1');
}
