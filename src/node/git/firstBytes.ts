import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** What a file begins with, at most so many bytes; `undefined` for what is no regular file or cannot be read. */
export async function firstBytes(path: string, count: number): Promise<Buffer | undefined> {
  try {
    // Opening what is no regular file could block for ever.
    if (!(await stat(path)).isFile()) return undefined;
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
