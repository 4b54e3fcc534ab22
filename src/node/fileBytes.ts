import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Never follows a link, and never waits for somebody to write to a FIFO; Windows has neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file and asks `wants` of it; its bytes, in a part of `buffer`, where that says `undefined`, else what it says.
 * A file that has grown since is read to the size that it had. Throws where it cannot be read.
 */
export function readInto<T>(
  path: string,
  buffer: Buffer,
  wants: (stats: Stats) => T | undefined,
): Buffer | T {
  const file = openSync(path, openFlags);
  try {
    const stats = fstatSync(file);
    const instead = wants(stats);
    if (instead !== undefined) return instead;
    let length = 0;
    while (length < stats.size) {
      const read = readSync(file, buffer, length, stats.size - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
