import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { guidanceFolderOf } from '../core/guidance/formats';
import { listWorkspace, type WorkspaceFiles } from '../core/guidance/workspaceFiles';
import type { Host } from '../core/host';
import { fileUri } from '../node/fileUri';
import { UsageError } from './command';

export interface ChosenFilesInput {
  readonly host: Host;
  /** The workspace folder, absolute. */
  readonly root: string;
  /** As they were given: files and folders, from the workspace folder on. */
  readonly paths: readonly string[];
  /** What is in the workspace folder. */
  readonly listed: WorkspaceFiles;
}

export interface ChosenFiles {
  /** Relative to the workspace folder, separated by `/`; sorted, each once. */
  readonly paths: readonly string[];
  /** Whether there are more files than can be listed. */
  readonly truncated: boolean;
}

/**
 * The files that a call is about: all that neither git nor the team ignores, or those that were named. What was named
 * itself is not ignored, and guidance is looked through only then.
 */
export async function chosenFiles({ host, root, paths, listed }: ChosenFilesInput): Promise<ChosenFiles> {
  const named = await Promise.all(paths.map((path) => namedPath(path, root)));
  const folders = named.flatMap(({ path, kind }) => (kind === 'folder' ? [path] : []));
  const chosen = new Set(named.flatMap(({ path, kind }) => (kind === 'file' ? [path] : [])));
  let truncated = false;
  for (const folder of named.length === 0 ? [''] : folders) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const isIgnored = folder !== '' && listed.isIgnored(prefix);
    const inside = isIgnored ? (await listWorkspace(host, fileUri(join(root, folder))))! : listed;
    truncated ||= inside.truncated;
    const all = isIgnored
      ? inside.files.map((path) => `${prefix}${path}`)
      : inside.files.filter(isNoGuidance);
    for (const path of all) if (path.startsWith(prefix)) chosen.add(path);
  }
  return { paths: [...chosen].sort(), truncated };
}

function isNoGuidance(path: string): boolean {
  return guidanceFolderOf(path) === undefined;
}

interface NamedPath {
  /** Where it really is, relative to the workspace folder; empty for that itself. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** Throws a `UsageError` for what is not there, or leads out of the workspace. */
async function namedPath(given: string, root: string): Promise<NamedPath> {
  const absolute = resolve(root, given);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats === undefined) throw new UsageError(`There is no file or folder "${given}".`);
  const path = relative(await realpath(root), await realpath(absolute))
    .split(sep)
    .join('/');
  // On Windows there is no way from one drive to another.
  if (path === '..' || path.startsWith('../') || /^[a-z]:/i.test(path))
    throw new UsageError(`"${given}" is outside of the workspace.`);
  if (stats.isFile()) return { path, kind: 'file' };
  if (stats.isDirectory()) return { path, kind: 'folder' };
  throw new UsageError(`"${given}" is neither a file nor a folder.`);
}
