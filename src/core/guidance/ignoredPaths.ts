import type { Glob } from '../text/globs';
import type { GitignoreRules } from './gitignore';

/** Which paths of a workspace folder are left out: by git, by the team's `ignore`, or always. */
export interface IgnoredPaths {
  /** For an entry of a folder that is not ignored itself. */
  ignoresEntry(path: string, kind: 'file' | 'directory'): boolean;

  /** For any file, or a folder where the path ends in `/`; asks for each folder on the way too. */
  ignores(path: string): boolean;
}

export interface IgnoreSources {
  /** The rules of each `.gitignore`, by its folder: `''` for the root, else a path without a `/` at its end. */
  readonly byFolder: ReadonlyMap<string, GitignoreRules>;
  /** `.git/info/exclude` */
  readonly exclude: GitignoreRules | undefined;
  readonly globs: readonly Glob[];
}

/** `sources.byFolder` may grow while it is used: an entry is judged by the ignore files of its own folder and above. */
export function createIgnoredPaths(sources: IgnoreSources): IgnoredPaths {
  const ignoresEntry = (path: string, kind: 'file' | 'directory') =>
    isAlwaysSkipped(path) ||
    verdictOfGit(sources, path, kind) === 'ignored' ||
    isIgnoredByGlobs(sources.globs, path, kind);
  return {
    ignoresEntry,
    ignores(path) {
      for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        if (ignoresEntry(path.slice(0, slash), 'directory')) return true;
      }
      return !path.endsWith('/') && ignoresEntry(path, 'file');
    },
  };
}

function isAlwaysSkipped(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '.git' || name === 'node_modules';
}

/** The nearest ignore file that has a rule for the path decides. */
function verdictOfGit({ byFolder, exclude }: IgnoreSources, path: string, kind: 'file' | 'directory') {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const verdict = byFolder.get(path.slice(0, slash))?.verdict(path.slice(slash + 1), kind);
    if (verdict !== undefined) return verdict;
  }
  return byFolder.get('')?.verdict(path, kind) ?? exclude?.verdict(path, kind);
}

/** Guidance is not hidden by `ignore`, which says where guidance does not look. */
function isIgnoredByGlobs(globs: readonly Glob[], path: string, kind: 'file' | 'directory'): boolean {
  if (globs.length === 0 || /(?:^|\/)\.leadlight(?:\/|$)/u.test(path)) return false;
  return globs.some((glob) => (kind === 'file' ? glob.matches(path) : glob.coversFolder(path)));
}
