import type { DirectoryEntry, Host } from '../host';
import { decode } from '../text/decode';
import type { Glob } from '../text/globs';
import { type GitignoreRules, parseGitignore } from './gitignore';
import { createIgnoredPaths } from './ignoredPaths';
import { limits } from './limits';
import { uriAt } from '../text/uriAt';

/** The files of a workspace folder. Paths are relative to it and separated by `/`. */
export interface WorkspaceFiles {
  /** What is neither ignored nor a link; sorted by UTF-16 units. */
  readonly files: readonly string[];
  /** Symbolic links that are not ignored, to files and to folders; sorted. They are not followed. */
  readonly links: readonly string[];
  /** The ignore files of git that were read; sorted. When one of them changes, walk again. */
  readonly ignoreFiles: readonly string[];
  /** Whether there are more files than were listed. */
  readonly truncated: boolean;
  /** Whether git, `ignore` or Leadlight leaves a file out, or a folder where the path ends in `/`. */
  isIgnored(path: string): boolean;
}

export interface ListOptions {
  /** More that is left out; nothing in a `.leadlight` folder is, unless the folder that holds it is. */
  readonly ignore?: readonly Glob[];
  readonly maxFiles?: number;
  readonly isCancelled?: () => boolean;
}

/**
 * Walks a folder level by level. Leaves out `.git`, `node_modules`, and what `.gitignore` files at any depth and
 * `.git/info/exclude` ignore; ignore files above the folder and a person's global one are not read.
 * Returns `undefined` when cancelled.
 */
export async function listWorkspace(
  host: Host,
  rootUri: string,
  { ignore = [], maxFiles = 300_000, isCancelled = () => false }: ListOptions = {},
): Promise<WorkspaceFiles | undefined> {
  const byFolder = new Map<string, GitignoreRules>();
  const exclude = await readRules(host, uriAt(rootUri, excludeFile));
  const ignored = createIgnoredPaths({ byFolder, exclude, globs: ignore });
  const files: string[] = [];
  const links: string[] = [];
  let next: string[] = [];
  const takeEntry = (path: string, { kind }: DirectoryEntry) => {
    if (ignored.ignoresEntry(path, kind === 'directory' ? 'directory' : 'file')) return;
    (kind === 'directory' ? next : kind === 'link' ? links : files).push(path);
  };

  let level = [''];
  while (level.length > 0 && files.length <= maxFiles) {
    next = [];
    for (let start = 0; start < level.length && files.length <= maxFiles; start += foldersAtOnce) {
      const folders = level.slice(start, start + foldersAtOnce);
      const listings = await Promise.all(folders.map((folder) => readFolder(host, uriAt(rootUri, folder))));
      if (isCancelled()) return undefined;
      for (const [index, { entries, rules }] of listings.entries()) {
        const folder = folders[index]!;
        if (rules !== undefined) byFolder.set(folder, rules);
        for (const entry of entries) takeEntry(pathIn(folder, entry.name), entry);
      }
    }
    level = next;
  }
  const truncated = files.length > maxFiles;
  if (truncated) files.length = maxFiles;
  const ignoreFiles = [...byFolder.keys()].map((folder) => pathIn(folder, '.gitignore'));
  if (exclude !== undefined) ignoreFiles.push(excludeFile);
  return {
    files: files.sort(),
    links: links.sort(),
    ignoreFiles: ignoreFiles.sort(),
    truncated,
    isIgnored: ignored.ignores,
  };
}

/** Of git, beside the `.gitignore` files. */
export const excludeFile = '.git/info/exclude';

const foldersAtOnce = 32;

async function readFolder(host: Host, uri: string) {
  const entries = await host.readDirectory(uri);
  const hasRules = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file');
  return { entries, rules: hasRules ? await readRules(host, uriAt(uri, '.gitignore')) : undefined };
}

async function readRules(host: Host, uri: string): Promise<GitignoreRules | undefined> {
  const content = await host.readFile(uri, limits.guidanceFileBytes);
  if (content === undefined) return undefined;
  if (content.kind === 'tooLarge') {
    host.log.warn(`${uri} is not read: it has ${content.size} bytes.`);
    return undefined;
  }
  const decoded = decode(content.bytes);
  if (decoded.kind === 'text') return parseGitignore(decoded.text);
  host.log.warn(`${uri} is not read: it is ${decoded.reason}.`);
  return undefined;
}

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
