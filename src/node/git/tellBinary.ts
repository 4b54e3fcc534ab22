import type { DiffFile } from '../../core/review/diff';
import { readBlobsOf } from './blobs';
import type { Repository } from './repository';

/** Files with those that are binary said to be so: of what kept its content, git tells only its name and its mode. */
export async function tellBinary(
  repository: Repository,
  files: readonly DiffFile[],
): Promise<readonly DiffFile[]> {
  const ids = new Set(files.flatMap((file) => keptContent(file) ?? []));
  if (ids.size === 0) return files;
  const binary = new Set<string>();
  for await (const { id, bytes } of readBlobsOf(repository, [...ids], mostBytes))
    if (bytes.subarray(0, lookedBytes).includes(0)) binary.add(id);
  return files.map((file) => (binary.has(keptContent(file) ?? '') ? { ...file, kind: 'binary' } : file));
}

const mostBytes = 16 * 1024 * 1024;
/** As far as git looks for a NUL: https://github.com/git/git/blob/v2.47.0/xdiff-interface.c#L191 */
const lookedBytes = 8_000;

function keptContent({ kind, status, modes, added, deleted, oldBlob }: DiffFile): string | undefined {
  const isMoved = status === 'renamed' || modes !== undefined;
  return kind === 'text' && isMoved && added + deleted === 0 ? oldBlob : undefined;
}
