import type { DiffFile } from '../../../src/core/review/diff';

/** `renamed a > b 0:1 -removed +added`, a line for each file: the first line of each hunk in both texts, and its lines. */
export function writtenFiles(files: readonly DiffFile[]): string {
  return files.map(writtenFile).join('\n');
}

function writtenFile({ status, kind, oldPath, path, modes, hunks, isCut }: DiffFile): string {
  return [
    status,
    ...(kind === 'text' ? [] : [kind]),
    ...(oldPath === undefined ? [] : [oldPath, '>']),
    path,
    ...(modes === undefined ? [] : [`${modes.from}>${modes.to}`]),
    ...hunks.flatMap(({ oldStart, newStart, removed, added }) => [
      `${oldStart}:${newStart}`,
      ...removed.map((line) => `-${line}`),
      ...added.map((line) => `+${line}`),
    ]),
    ...(isCut ? ['cut'] : []),
  ].join(' ');
}
