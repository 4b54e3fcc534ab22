import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The path of the first program with one of these file names by the `PATH` of an environment; `undefined` where there
 * is none. Only absolute folders count: a repository may hold a program of that name, and some systems look into the
 * current folder first. npm puts the `node_modules` of a repository and of the folders above it first.
 */
export async function findProgram(
  names: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || /[\\/]node_modules(?:[\\/]|$)/u.test(folder)) continue;
    for (const name of names) {
      const path = join(folder, name);
      if (await isProgram(path)) return path;
    }
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
