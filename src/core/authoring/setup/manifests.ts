import type { FileList } from '../../guidance/fileList';
import type { RepositoryCommand, RepositoryTool, RunnableCommand } from './found';

/** What stands at the top of a repository, or of a folder of it, for who looks for its commands. Paths begin there. */
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

/** The manifests of a repository, and those of the folders at its top that have some and a plain name. */
export interface AllManifests {
  readonly top: Manifests;
  readonly inFolders: ReadonlyMap<string, Manifests>;
}

const mostFolders = 4;
/** What makes a folder one with commands of its own. */
const signs = [...manifestFiles, 'pom.xml', 'build.gradle', 'build.gradle.kts'];

export async function readManifests(
  files: FileList,
  read: (path: string) => Promise<string>,
): Promise<AllManifests> {
  const folders = files
    .level('')
    .filter(({ name, isFolder }) => isFolder && /^\w[\w.-]{0,63}$/.test(name))
    .map(({ name }) => name)
    .filter((name) => signs.some((sign) => files.has(`${name}/${sign}`)))
    .slice(0, mostFolders);
  const inFolders = new Map<string, Manifests>();
  for (const name of folders) inFolders.set(name, await readIn(`${name}/`, files, read));
  return { top: await readIn('', files, read), inFolders };
}

async function readIn(
  folder: string,
  files: FileList,
  read: (path: string) => Promise<string>,
): Promise<Manifests> {
  const texts = new Map<ManifestFile, string>();
  for (const file of manifestFiles)
    if (files.has(`${folder}${file}`)) texts.set(file, await read(`${folder}${file}`));
  return {
    has: (path) => files.has(`${folder}${path}`),
    hasAny: (kind) =>
      files.paths.some((path) => path.startsWith(folder) && kind.test(path.slice(folder.length))),
    text: (file) => texts.get(file) ?? '',
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
