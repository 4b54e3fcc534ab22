import type { RepositoryCommand, RepositoryTool } from './found';

/** What stands at the top of a repository, for who looks for its commands. */
export interface Manifests {
  /** Whether there is such a file, by its path. */
  has(path: string): boolean;
  /** Whether any file's path, at any depth, is of that kind. */
  hasAny(kind: RegExp): boolean;
  /** The text of one of `manifestFiles`; empty where there is none. */
  text(path: ManifestFile): string;
}

/** Files whose text tells of commands; of others it is enough that they are there. */
export const manifestFiles = [
  'package.json',
  '.nvmrc',
  'Makefile',
  'pyproject.toml',
  'requirements.txt',
  'requirements-dev.txt',
  'go.mod',
  'Cargo.toml',
] as const;

export type ManifestFile = (typeof manifestFiles)[number];

/** What one kind of manifest tells. */
export interface Told {
  readonly commands: readonly RepositoryCommand[];
  readonly tools: readonly RepositoryTool[];
  /** Tags by which its tools are silenced, see `defaultTags`. */
  readonly suppressions?: readonly string[];
}

export const nothingTold: Told = { commands: [], tools: [] };

/** A wish for a tool, of a version of at least as much as digits and dots at the start of a text say. */
export function toolFrom(
  tool: string,
  { version = '', from }: { version?: string | undefined; from: string },
) {
  const digits = /^\s*(?:>=|\^|~|v)?\s*v?(\d+(?:\.\d+){0,2})(?![\d.*x])/.exec(version.slice(0, 40))?.[1];
  return { wish: digits === undefined ? tool : `${tool} >= ${digits}`, from };
}
