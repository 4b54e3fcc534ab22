import { posix } from 'node:path';
import { DiffReader } from './diffReader';
import type { FileDiff } from './fileDiff';
import type { RawRecord } from './rawRecord';
import type { Repository } from './repository';

interface DiffCall {
  readonly commit: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly isWanted?: (record: RawRecord) => boolean;
  /** Below the top; renames are then as far as these tell. */
  readonly paths?: readonly string[];
}

/** By path below the top: a rename from another folder is seen only by who looks at both. */
export async function readDiff(
  repository: Repository,
  { commit, variables = {}, isWanted = () => true, paths = [] }: DiffCall,
): Promise<{ readonly records: readonly RawRecord[]; readonly files: readonly FileDiff[] } | undefined> {
  const reader = new DiffReader({ ofFile: 2 * megabyte, ofAll: 32 * megabyte }, isWanted);
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
    if (done !== true) reader.take(value);
    else if (value.code !== 0) return repository.failed('diff-index', value);
    else
      return (
        reader.finish() ?? repository.failed('diff-index', { code: 0, message: 'its output cannot be read' })
      );
  }
}

const megabyte = 1024 * 1024;

/** A path below the top, by byte, as a text; relative to the folder. */
export function pathBelow({ prefix }: Repository, bytes: string): string {
  const path = Buffer.from(bytes, 'latin1').toString();
  return path.startsWith(prefix) ? path.slice(prefix.length) : posix.relative(`/${prefix}`, `/${path}`);
}
