import { findProgram } from '../findProgram';

/** The path of git by the `PATH` of an environment; `undefined` where there is none. */
export async function findGit(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return findProgram([process.platform === 'win32' ? 'git.exe' : 'git'], env);
}
