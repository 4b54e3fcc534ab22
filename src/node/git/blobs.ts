import type { Blob } from '../../core/git';
import type { Repository } from './repository';

/** See `Git.readBlobs`. */
export async function* readBlobsOf(
  repository: Repository,
  ids: readonly string[],
  maxBytes: number,
): AsyncGenerator<Blob> {
  const asked = ids.filter((id) => /^[0-9a-f]{40,64}$/u.test(id));
  const output = repository.start({ args: ['cat-file', '--batch', '--buffer'], input: linesOf(asked) });
  const reader = new BatchReader(maxBytes);
  try {
    for (;;) {
      const { done, value } = await output.next();
      if (done === true) {
        if (value.code !== 0) repository.failed('cat-file', value);
        return;
      }
      yield* reader.take(value);
    }
  } finally {
    await output.return({ code: undefined, message: 'cancelled' });
  }
}

const idsAtOnce = 1000;

function* linesOf(ids: readonly string[]): Generator<string> {
  for (let at = 0; at < ids.length; at += idsAtOnce) yield `${ids.slice(at, at + idsAtOnce).join('\n')}\n`;
}

/** Reads `<id> blob <size>`, the bytes and a line end, again and again; `<id> missing` has no bytes. */
class BatchReader {
  readonly #maxBytes: number;
  #head = '';
  #blob: { readonly id: string; readonly bytes: Uint8Array | undefined } | undefined;
  /** Bytes of the blob that are still to come, its line end included. */
  #left = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  *take(chunk: Buffer): Generator<Blob> {
    for (let at = 0; at < chunk.length;) {
      at = this.#blob === undefined ? this.#takeHead(chunk, at) : this.#takeBytes(chunk, at);
      if (this.#blob === undefined || this.#left > 0) continue;
      const { id, bytes } = this.#blob;
      this.#blob = undefined;
      if (bytes !== undefined) yield { id, bytes };
    }
  }

  #takeHead(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(10, from);
    this.#head += chunk.toString('latin1', from, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    const [, id, type, digits] = /^([0-9a-f]+) (\w+) (\d+)$/u.exec(this.#head) ?? [];
    this.#head = '';
    if (id === undefined) return end + 1;
    const size = Number(digits);
    const isWanted = type === 'blob' && size <= this.#maxBytes;
    this.#blob = { id, bytes: isWanted ? new Uint8Array(size) : undefined };
    this.#left = size + 1;
    return end + 1;
  }

  #takeBytes(chunk: Buffer, from: number): number {
    const to = Math.min(chunk.length, from + this.#left);
    const bytes = this.#blob?.bytes;
    if (bytes !== undefined) {
      const at = bytes.length + 1 - this.#left;
      bytes.set(chunk.subarray(from, Math.min(to, from + bytes.length - at)), at);
    }
    this.#left -= to - from;
    return to;
  }
}
