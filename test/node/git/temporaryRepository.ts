import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Git } from '../../../src/core/git';
import { fileUri } from '../../../src/node/fileUri';
import { createGit } from '../../../src/node/git';

/** A real repository in a folder of its own, made by the real git, without the settings of the person who tests. */
export interface TemporaryRepository {
  readonly folder: string;
  /** What is asked of it. */
  readonly git: Git;
  /** What git failed at, since the start. */
  readonly warnings: string[];
  uri(path: string): string;
  write(path: string, text: string | Uint8Array): Promise<void>;
  /** Runs git itself, and gives what it prints. */
  run(...args: string[]): string;
  /** Adds everything and commits it, by Maya at noon UTC of a day; gives the commit. */
  commit(day: string, author?: string): string;
  remove(): Promise<void>;
}

const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };

export async function temporaryRepository(): Promise<TemporaryRepository> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'leadlight-git-')));
  const warnings: string[] = [];
  const repository: TemporaryRepository = {
    folder,
    git: createGit({
      log: {
        error: (message) => assert.fail(message),
        warn: (message) => void warnings.push(message),
        info: () => undefined,
        debug: () => undefined,
      },
      env,
    }),
    warnings,
    uri: (path) => fileUri(join(folder, path)),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    run: (...args) => runGit(folder, args),
    commit(day, author = 'Maya <maya@example.com>') {
      runGit(folder, ['add', '--all']);
      const dates = { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
      runGit(folder, ['commit', '--quiet', '--allow-empty', `--author=${author}`, '-m', day], dates);
      return runGit(folder, ['rev-parse', 'HEAD']).trim();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  repository.run('init', '--quiet', '--initial-branch=main', '.');
  repository.run('config', 'user.name', 'Jon');
  repository.run('config', 'user.email', 'jon@example.com');
  return repository;
}

function runGit(folder: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): string {
  return execFileSync('git', args, {
    cwd: folder,
    env: { ...env, ...more },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
