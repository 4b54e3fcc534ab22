import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';

/** Far more than any text that a person gives to a command; a device may have no end at all. */
const mostBytes = 8 * 1024 * 1024;

/**
 * A file that is named from the current folder on; `undefined` where there is none. Throws where it is no file, as a
 * FIFO is, or larger than 8 MB.
 */
export async function readTextFile(name: string): Promise<string | undefined> {
  const path = resolve(name);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error(`"${name}" is no regular file.`);
    if (stats.size > mostBytes) throw new Error(`"${name}" is larger than 8 MB, so it is not read.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** All of standard input. Throws where that is larger than 8 MB. */
export async function readStandardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > mostBytes) throw new Error('Standard input is larger than 8 MB, so it is not read.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
