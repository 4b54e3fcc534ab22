import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Repository } from './repository';

/**
 * Lets git see the history and the working tree of a repository, and no settings but how lines end. The variables name
 * a folder for temporary files that stands for `.git` meanwhile, since git has no option that leaves settings out.
 * `undefined` where there is no commit.
 */
export async function withoutSettings<T>(
  repository: Repository,
  action: (call: {
    readonly settings: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
  }) => Promise<T>,
): Promise<T | undefined> {
  const wanted = ['objects', 'index', 'shallow'].flatMap((name) => ['--git-path', name]);
  const [head, paths] = await Promise.all([
    repository.run({ args: ['rev-parse', '--verify', '--quiet', 'HEAD'] }),
    repository.read({ args: ['rev-parse', ...wanted] }),
  ]);
  if (head.code !== 0 || paths === undefined) return undefined;
  const commit = head.output.toString().trim();
  const [objects, index, shallow] = paths
    .toString()
    .split('\n')
    .map((path) => resolve(repository.folder, path));
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-'));
  try {
    await mkdir(join(folder, 'refs'));
    await writeFile(join(folder, 'HEAD'), `${commit}\n`);
    await writeFile(join(folder, 'config'), commit.length === 64 ? sha256 : '');
    return await action({
      settings: repository.lineEndSettings,
      variables: {
        GIT_DIR: folder,
        GIT_WORK_TREE: repository.top,
        GIT_OBJECT_DIRECTORY: objects!,
        GIT_INDEX_FILE: index!,
        GIT_SHALLOW_FILE: shallow!,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sha256 = '[core]\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = sha256\n';
