import { posix } from 'node:path';
import type { DiffFile } from '../../core/review/diff';
import { DiffReader } from './diffReader';
import type { RawRecord } from './rawRecord';
import type { Repository } from './repository';
import { tellBinary } from './tellBinary';

export interface DiffCall {
  readonly commit: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly isWanted?: (record: RawRecord) => boolean;
  /** Below the top; renames are then as far as these tell. */
  readonly paths?: readonly string[];
  /** Told of each wanted file as soon as all of it was read. */
  readonly onFile?: ((file: DiffFile) => void) | undefined;
}

/** By path below the top: a rename from another folder is seen only by who looks at both. */
export async function readDiff(
  repository: Repository,
  { commit, variables = {}, isWanted = () => true, paths = [], onFile }: DiffCall,
): Promise<{ readonly records: readonly RawRecord[]; readonly files: readonly DiffFile[] } | undefined> {
  const reader = new DiffReader({
    room: { ofFile: 2 * megabyte, ofAll: 32 * megabyte },
    isWanted,
    pathOf: (bytes) => pathBelow(repository, bytes),
  });
  let told = 0;
  const output = repository.start({
    folder: repository.top,
    // The plumbing command takes few of a person's settings for how a diff looks; those are set.
    settings: ['diff.suppressBlankEmpty=false', 'core.bigFileThreshold=512m'],
    variables,
    args: [
      ...['diff-index', '--raw', '-z', '-p', '-U1', '--full-index', '-M50%', '-l1000'],
      ...['--diff-algorithm=myers', '--indent-heuristic', '--no-color', '--no-ext-diff', '--no-textconv'],
      ...['--no-relative', '--ignore-submodules=dirty', '--submodule=short'],
      ...['--src-prefix=a/', '--dst-prefix=b/', commit, '--', ...paths],
    ],
  });
  for (;;) {
    const { done, value } = await output.next();
    if (done === true) {
      if (value.code !== 0) return repository.failed('diff-index', value);
      const read = reader.finish();
      if (read === undefined)
        return repository.failed('diff-index', { code: 0, message: 'its output cannot be read' });
      return { ...read, files: await tellBinary(repository, read.files) };
    }
    reader.take(value);
    for (; told < reader.files.length; told += 1) onFile?.(reader.files[told]!);
  }
}

const megabyte = 1024 * 1024;

/** A path below the top, by byte, as a text; relative to the folder. */
export function pathBelow({ prefix }: Repository, bytes: string): string {
  const path = Buffer.from(bytes, 'latin1').toString();
  return path.startsWith(prefix) ? path.slice(prefix.length) : posix.relative(`/${prefix}`, `/${path}`);
}
