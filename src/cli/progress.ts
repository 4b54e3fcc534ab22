/** Where progress is shown: `process.stderr` is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  show(done: number, total: number): void;
  /** Leaves nothing behind. */
  end(): void;
}

/** A line that says how far a scan is, for a person who waits; a file or a pipe gets nothing. */
export function createProgress(stream: ProgressStream, now: () => number): Progress {
  const begun = now();
  let shown: number | undefined;
  return {
    show(done, total) {
      const time = now();
      if (!stream.isTTY || time - begun < patience || time - (shown ?? 0) < pace) return;
      shown = time;
      stream.write(`${clearLine}${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`);
    },
    end() {
      if (shown !== undefined) stream.write(clearLine);
    },
  };
}

/** In milliseconds: what is over by then needs no progress, and how often it is shown. */
const patience = 500;
const pace = 100;

const clearLine = '\r\u001b[K';
