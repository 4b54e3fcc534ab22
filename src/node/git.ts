import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Git } from '../core/git';
import type { CancelSignal, Log } from '../core/host';
import { cut } from '../core/text/cut';
import { cleanLine } from '../core/text/markdown';
import { pathOf } from './fileUri';
import { authorsIn } from './git/authors';
import { hasChangedIn } from './git/authorship';
import { basesOf } from './git/bases';
import { blameFile } from './git/blame';
import { readBlobsOf } from './git/blobs';
import { branchChangesIn } from './git/branchChanges';
import { diffOf } from './git/diff';
import { diffFilesOf } from './git/diffFiles';
import { createGitProcesses } from './git/gitProcess';
import { sampleHistoryOf } from './git/history';
import { fileIn, renamedIn } from './git/pathHistory';
import { openRepository, type Repository } from './git/repository';
import { logOnce } from './logOnce';

export interface GitOptions {
  readonly log: Log;
  /** Where git is looked for, and what it sees of the environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * The `git` of this machine. It reads only: nothing that a repository's configuration names is run, and nothing goes
 * over the network. Filters are off, so a file that one rewrites, such as with Git LFS, looks changed. For URIs that
 * are not `file:`, it answers as where there is no repository.
 */
export function createGit({ log, env = process.env }: GitOptions): Git {
  const processes = createGitProcesses({ env });
  const once = logOnce(log);
  const opening = new Map<string, ReturnType<typeof openRepository>>();
  /** What went wrong last, by folder. */
  const troubles = new Map<string, string>();
  /** Who asks at the same time is told the same: a review asks for more than one thing. */
  const open = (folder: string) => {
    const before = opening.get(folder);
    if (before !== undefined) return before;
    const warn = (message: string) => {
      troubles.set(folder, message);
      once.warn(message);
    };
    const asked = openRepository(folder, { processes, log: { ...once, warn } }).finally(() =>
      opening.delete(folder),
    );
    opening.set(folder, asked);
    return asked;
  };
  /** What nobody foresaw, such as a disk without room, is no answer either. */
  const attempt = async <T>(
    folder: string | undefined,
    signal: CancelSignal | undefined,
    action: (repository: Repository) => T | Promise<T>,
  ): Promise<T | undefined> => {
    try {
      const repository = folder && (await open(folder));
      return repository ? await action(repository(signal)) : undefined;
    } catch (error) {
      once.warn(`git cannot be asked: ${String(error)}`);
      return undefined;
    }
  };
  return {
    async blame(uri, text, signal) {
      const named = pathOf(uri);
      // Git knows a linked file as a link.
      const path = named && (await realpath(named).catch(() => named));
      return attempt(path && dirname(path), signal, (repository) =>
        blameFile(repository, { name: basename(path!), text }),
      );
    },
    async head(folder) {
      const path = pathOf(folder);
      if (path === undefined) return undefined;
      // It is asked after each change of a file, so that the repository is not opened for it.
      const read = (...args: readonly string[]) => processes.read({ folder: path, args });
      const both = await read('rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD');
      // Without a commit there is only a branch.
      const { output } = both.code === 0 ? both : await read('symbolic-ref', '--quiet', 'HEAD');
      return output.toString() || undefined;
    },
    branchChanges: (folder, signal) => attempt(pathOf(folder), signal, branchChangesIn),
    sampleHistory: (folder, { points, signal }) =>
      attempt(pathOf(folder), signal, (repository) => sampleHistoryOf(repository, points)),
    async *readBlobs(folder, ids, { maxBytes, signal }) {
      const repository = await attempt(pathOf(folder), signal, (found) => found);
      if (repository !== undefined) yield* readBlobsOf(repository, ids, maxBytes);
    },
    async diff(folder, query, signal) {
      const path = pathOf(folder) ?? '';
      troubles.delete(path);
      const result = await attempt(path, signal, (repository) => diffOf(repository, query));
      return result ?? { kind: 'none', message: noDiff(troubles.get(path)) };
    },
    diffFiles: (folder, { signal, ...query }) =>
      attempt(pathOf(folder), signal, (repository) => diffFilesOf(repository, query)),
    bases: async (folder) => (await attempt(pathOf(folder), undefined, basesOf)) ?? [],
    hasChanged: (folder, query) =>
      attempt(pathOf(folder), undefined, (repository) => hasChangedIn(repository, query)),
    fileIn: (folder, query) => attempt(pathOf(folder), undefined, (repository) => fileIn(repository, query)),
    renamed: (folder, path) =>
      attempt(pathOf(folder), undefined, (repository) => renamedIn(repository, path)),
    authors: (folder, { commits, signal }) =>
      attempt(pathOf(folder), signal, (repository) => authorsIn(repository, commits)),
    identity: (folder) => attempt(pathOf(folder), undefined, ({ identity }) => identity),
  };
}

function noDiff(trouble: string | undefined): string {
  return trouble === undefined
    ? 'There is no git repository here.'
    : `Git could not tell what changed: ${cut(cleanLine(trouble), longestTrouble)}`;
}

const longestTrouble = 500;
