import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

/** What git knows of a folder that is no repository: the names of its files, and attributes. */
export interface GitIndex {
  /** The output of a command; `input` is what it reads. */
  run(args: readonly string[], input?: string): string;
  /** Attributes of the whole folder, in place of those that its files give. */
  writeAttributes(text: string): void;
}

/** Names all files in an index that lies elsewhere, without reading one of them. */
export function gitIndex(folder: string, { at, paths }: { at: string; paths: readonly string[] }): GitIndex {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const run = (args: readonly string[], input = '') =>
    execFileSync('git', [`--git-dir=${at}`, `--work-tree=${folder}`, ...args], {
      cwd: folder,
      env,
      input,
      maxBuffer: 2 ** 28,
    }).toString();
  run(['init', '--quiet']);
  const id = run(['hash-object', '-w', '--stdin']).trim();
  run(['update-index', '-z', '--index-info'], paths.map((path) => `100644 ${id} 0\t${path}\0`).join(''));
  return { run, writeAttributes: (text) => writeFileSync(join(at, 'info', 'attributes'), text) };
}
