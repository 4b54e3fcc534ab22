import type { FileDiff } from './fileDiff';

const [lineEnd, space, plus, minus] = [10, 32, 43, 45];

interface OpenLine {
  readonly sign: number;
  readonly parts: Buffer[];
  bytes: number;
}

/** Reads the lines of a hunk, as many as its head promised. They are bytes until they are kept. */
export class HunkReader {
  readonly #file: FileDiff | undefined;
  /** Lines that are still to come. */
  #oldLeft: number;
  #newLeft: number;
  /** The line that goes on in the next chunk. */
  #open: OpenLine | undefined;

  /** Without a file the lines are skipped. */
  constructor(file: FileDiff | undefined, { oldLines, newLines }: { oldLines: number; newLines: number }) {
    this.#file = file;
    this.#oldLeft = oldLines;
    this.#newLeft = newLines;
  }

  get isWhole(): boolean {
    return this.#oldLeft <= 0 && this.#newLeft <= 0 && this.#open === undefined;
  }

  /** Gives where in the chunk the next piece begins. */
  take(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && !this.isWhole)
      at = this.#open === undefined ? this.#takeLines(chunk, at) : this.#takeRest(this.#open, chunk, at);
    this.#file?.hash(chunk.subarray(from, at));
    return at;
  }

  /** Lines with the same sign, or else the beginning of a line. */
  #takeLines(chunk: Buffer, from: number): number {
    const sign = chunk[from]!;
    let [at, count] = [from, 0];
    do {
      const end = chunk.indexOf(lineEnd, at);
      if (end === -1) break;
      at = end + 1;
      count += 1;
      this.#count(sign);
    } while (chunk[at] === sign && !this.isWhole);
    if (count > 0) this.#give(sign, count, chunk.subarray(from + 1, at - 1));
    else {
      this.#open = { sign, parts: [], bytes: 0 };
      at += 1;
    }
    return at;
  }

  #takeRest(open: OpenLine, chunk: Buffer, from: number): number {
    const end = chunk.indexOf(lineEnd, from);
    const part = chunk.subarray(from, end === -1 ? chunk.length : end);
    open.bytes += part.length;
    // A line may be longer than what can be kept.
    if (open.sign !== space && this.#file?.hasRoom(open.bytes) === true) open.parts.push(part);
    else open.parts.length = 0;
    if (end === -1) return chunk.length;
    this.#open = undefined;
    this.#count(open.sign);
    this.#give(open.sign, 1, Buffer.concat(open.parts));
    return end + 1;
  }

  /** What begins with a backslash says that the line before has no end, and is no line. */
  #count(sign: number): void {
    if (sign === space || sign === minus) this.#oldLeft -= 1;
    if (sign === space || sign === plus) this.#newLeft -= 1;
  }

  #give(sign: number, count: number, bytes: Buffer): void {
    if (sign === space) this.#file?.takeContext(count);
    else if (sign === plus) this.#file?.takeLines('+', count, bytes);
    else if (sign === minus) this.#file?.takeLines('-', count, bytes);
  }
}
