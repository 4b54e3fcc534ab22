import type { Git } from '../git';

export interface BlobReaderOptions {
  /** URI of the workspace folder, ending in `/`. */
  readonly folder: string;
  /** Larger blobs are not read. */
  readonly maxBytes: number;
  git(): Git | undefined;
}

type Take = (bytes: Uint8Array | undefined) => void;

/** Reads blobs in one go of git for all that were asked for until it began, since each go starts a process. */
export class BlobReader {
  readonly #options: BlobReaderOptions;
  #wanted = new Map<string, Take[]>();
  #isReading = false;

  constructor(options: BlobReaderOptions) {
    this.#options = options;
  }

  /** `undefined` for what is missing or too large. */
  read(id: string): Promise<Uint8Array | undefined> {
    return new Promise((take) => {
      const same = this.#wanted.get(id);
      if (same === undefined) this.#wanted.set(id, [take]);
      else same.push(take);
      if (!this.#isReading) void this.#readAll();
    });
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    // Who asks for many asks in one go.
    await Promise.resolve();
    while (this.#wanted.size > 0) {
      const wanted = this.#wanted;
      this.#wanted = new Map();
      const { folder, maxBytes, git } = this.#options;
      for await (const { id, bytes } of git()?.readBlobs(folder, [...wanted.keys()], { maxBytes }) ?? []) {
        for (const take of wanted.get(id) ?? []) take(bytes);
        wanted.delete(id);
      }
      for (const take of [...wanted.values()].flat()) take(undefined);
    }
    this.#isReading = false;
  }
}
