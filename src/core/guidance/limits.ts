/** Caps on what a repository can make Leadlight do. Reaching one is always said, as a problem. */
export const limits = {
  guidanceFileBytes: 512 * 1024,
  guidanceBytes: 8 * 1024 * 1024,
  /** How deep mappings and lists nest. */
  depth: 64,
  /** Values in one file, aliases expanded; a file of full size that people wrote has half as many. */
  values: 20_000,
  /** Problems told of one value, and of one file. */
  problems: 100,
  idLength: 64,
} as const;
