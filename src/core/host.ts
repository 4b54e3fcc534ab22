/** What core needs from outside. Everything else in core is computed from what these calls return. */
export interface Host {
  /** The bytes of a file; `undefined` where there is none, or it cannot be read. Never rejects. */
  readFile(uri: string, maxBytes: number): Promise<FileContent | undefined>;

  /** The entries directly inside a folder; empty where there is none. Links are named, not followed. Never rejects. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;

  /** The URI that a link leads to in the end; the same URI where there is no link. Never rejects. */
  realUri(uri: string): Promise<string>;

  now(): Date;

  readonly log: Log;
}

export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Over `maxBytes`; `size` in bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number };

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link';
}

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** What an `AbortSignal` says, for core, which knows no platform. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
