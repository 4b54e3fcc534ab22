import type { FileList } from '../../guidance/fileList';
import type { RepositoryCommand, RepositoryTool, RunnableCommand } from './found';

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

export async function readManifests(
  files: FileList,
  read: (path: string) => Promise<string>,
): Promise<Manifests> {
  const texts = new Map<ManifestFile, string>();
  for (const path of manifestFiles) if (files.has(path)) texts.set(path, await read(path));
  return {
    has: (path) => files.has(path),
    hasAny: (kind) => files.paths.some((path) => kind.test(path)),
    text: (path) => texts.get(path) ?? '',
  };
}

/** What one kind of manifest tells. */
export interface Told {
  readonly commands: readonly RepositoryCommand[];
  readonly tools: readonly RepositoryTool[];
  /** Tags by which its tools are silenced, see `defaultTags`. */
  readonly suppressions?: readonly string[];
  /** The other names in it that can be run; only those of signs that mean nothing to a shell. */
  readonly others?: readonly RunnableCommand[];
}

/** What means nothing to a shell, and is no option. */
export const plainName = /^\w[\w:.-]{0,63}$/;

export const nothingTold: Told = { commands: [], tools: [] };

/** A wish for a tool, of a version of at least as much as digits and dots at the start of a text say. */
export function toolFrom(
  tool: string,
  { version = '', from }: { version?: string | undefined; from: string },
) {
  const digits = /^\s*(?:>=|\^|~|v)?\s*v?(\d+(?:\.\d+){0,2})(?![\d.*x])/.exec(version.slice(0, 40))?.[1];
  return { wish: digits === undefined ? tool : `${tool} >= ${digits}`, from };
}
