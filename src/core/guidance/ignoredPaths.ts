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
  const judgesFor = createJudges(sources);
  const ignoresEntry = (path: string, kind: 'file' | 'directory') => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (name === '.git' || name === 'node_modules') return true;
    for (const { rules, start } of judgesFor(path.slice(0, Math.max(0, slash)))) {
      const verdict = rules.verdict(path.slice(start), kind);
      if (verdict === 'ignored') return true;
      if (verdict === 'kept') break;
    }
    return isIgnoredByGlobs(sources.globs, path, kind);
  };
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

/** An ignore file, and where in a path begins what it judges. */
interface Judge {
  readonly rules: GitignoreRules;
  readonly start: number;
}

/**
 * The ignore files for the entries of a folder, the nearest first: the first that has a rule for the path decides.
 * Remembers the last answer, because entries come folder by folder.
 */
function createJudges({ byFolder, exclude }: IgnoreSources): (folder: string) => readonly Judge[] {
  let last:
    { readonly folder: string; readonly known: number; readonly judges: readonly Judge[] } | undefined;
  return (folder) => {
    if (last?.folder === folder && last.known === byFolder.size) return last.judges;
    const judges: Judge[] = [];
    for (let end = folder.length; end > 0; end = folder.lastIndexOf('/', end - 1)) {
      const rules = byFolder.get(folder.slice(0, end));
      if (rules !== undefined) judges.push({ rules, start: end + 1 });
    }
    for (const rules of [byFolder.get(''), exclude]) {
      if (rules !== undefined) judges.push({ rules, start: 0 });
    }
    last = { folder, known: byFolder.size, judges };
    return judges;
  };
}

/** Guidance is not hidden by `ignore`, which says where guidance does not look. */
function isIgnoredByGlobs(globs: readonly Glob[], path: string, kind: 'file' | 'directory'): boolean {
  if (globs.length === 0 || /(?:^|\/)\.leadlight(?:\/|$)/u.test(path)) return false;
  return globs.some((glob) => (kind === 'file' ? glob.matches(path) : glob.coversFolder(path)));
}
