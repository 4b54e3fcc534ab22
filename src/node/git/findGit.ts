import { stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The path of git by the `PATH` of an environment; `undefined` where there is none. Only absolute folders count: a
 * repository may hold a program of that name, and some systems look into the current folder first. npm puts the
 * `node_modules` of a repository and of the folders above it first.
 */
export async function findGit(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (isAbsolute(folder) && !/[\\/]node_modules(?:[\\/]|$)/u.test(folder) && (await isFile(path)))
      return path;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
