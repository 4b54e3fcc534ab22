import { execFileSync, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

/** What git's own plumbing says of a merge commit beside its first parent. Shares no code with what is compared. */
export interface Merge {
  readonly commit: string;
  readonly parent: string;
  /** In the order of git's output. */
  readonly files: readonly ChangedFile[];
  /** Messages of the commits that the first parent lacks. */
  readonly messages: readonly string[];
  /** The author of the newest of them that is no merge. */
  readonly author: string;
  /** Of a path in the merge; `undefined` where it has none, or is no file. */
  newText(path: string): string | undefined;
  oldText(path: string): string | undefined;
  /** Whether `author` touched one of these paths in a commit before the merge. */
  isKnownTo(paths: readonly string[]): boolean;
}

export interface ChangedFile {
  readonly path: string;
  readonly oldPath: string | undefined;
  /** git's letter: A, M, D, R or T. */
  readonly status: string;
  /** Lines; 0 for binary files. */
  readonly added: number;
  readonly deleted: number;
  readonly isBinary: boolean;
  readonly addedLines: readonly string[];
  readonly removedLines: readonly string[];
}

const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };

/** What git prints, its bytes as Latin-1 where `encoding` says so. Throws where it fails. */
export function runGit(
  folder: string,
  args: readonly string[],
  encoding: 'utf8' | 'latin1' = 'utf8',
): string {
  const options = { cwd: folder, env, maxBuffer: 2 ** 29, stdio: ['ignore', 'pipe', 'ignore'] as const };
  return execFileSync('git', [...args], { ...options, stdio: [...options.stdio], encoding });
}

/** The newest merges on the line of first parents whose diff is not empty, newest first. */
export function mergesOf(
  folder: string,
  tip: string,
  count: number,
): readonly { commit: string; parent: string }[] {
  const lines = runGit(folder, ['log', '--first-parent', '--merges', '--format=%H %P %T', tip]).split('\n');
  const found: { commit: string; parent: string }[] = [];
  for (const line of lines) {
    const [commit, parent] = line.split(' ');
    if (found.length === count) break;
    if (!commit || !parent) continue;
    if (runGit(folder, ['rev-parse', `${parent}^{tree}`]).trim() !== line.split(' ').at(-1))
      found.push({ commit, parent });
  }
  return found;
}

export function readMerge(
  folder: string,
  { commit, parent, touches }: { commit: string; parent: string; touches: Touches },
): Merge {
  const range = `${parent}..${commit}`;
  const author = runGit(folder, ['log', '-1', '--no-merges', '--format=%ae', range]).trim();
  const show = (commitish: string) => (path: string) => {
    try {
      return runGit(folder, ['show', '--no-textconv', `${commitish}:${path}`]);
    } catch {
      return undefined;
    }
  };
  return {
    commit,
    parent,
    files: changedFiles(folder, parent, commit),
    messages: runGit(folder, ['log', '-z', '--format=%B', range]).split('\0'),
    author,
    newText: show(commit),
    oldText: show(parent),
    isKnownTo: (paths) =>
      paths.some((path) =>
        (touches.get(path) ?? []).some(
          (touch) =>
            touch.author.toLowerCase() === author.toLowerCase() && isAncestor(folder, touch.commit, parent),
        ),
      ),
  };
}

/** Who touched a path, and in which commits, newest first. */
export type Touches = ReadonlyMap<string, readonly { readonly commit: string; readonly author: string }[]>;

/** From the whole history of a commit; takes some seconds. */
export function readTouches(folder: string, tip: string): Touches {
  const touches = new Map<string, { commit: string; author: string }[]>();
  const log = ['log', '-z', '--no-merges', '--no-renames', '--name-only', '--format=%x01%H %ae%x01', tip];
  const parts = runGit(folder, log).split('\u0001');
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const [commit = '', author = ''] = parts[at]!.split(' ');
    for (const path of parts[at + 1]!.split(/[\0\n]+/)) {
      const touch = { commit, author };
      if (touches.get(path)?.push(touch) === undefined) touches.set(path, [touch]);
    }
  }
  return touches;
}

function isAncestor(folder: string, commit: string, of: string): boolean {
  return spawnSync('git', ['merge-base', '--is-ancestor', commit, of], { cwd: folder, env }).status === 0;
}

function changedFiles(folder: string, parent: string, commit: string): readonly ChangedFile[] {
  const diff = ['diff-tree', '-r', '-M', '-z', '--no-textconv', '--no-ext-diff'];
  const counts = readNumstat(runGit(folder, [...diff, '--numstat', parent, commit]));
  const names = runGit(folder, [...diff, '--name-status', parent, commit]).split('\0');
  const patch = ['diff-tree', '-r', '-M', '-p', '-U0', '--no-textconv', '--no-ext-diff', parent, commit];
  const sections = readSections(runGit(folder, patch));
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < names.length; at++) {
    const status = names[at]![0]!;
    const oldPath = status === 'R' ? names[++at] : undefined;
    const path = names[++at]!;
    // Where a file became a link there are two sections: one that takes it away, one that brings the link.
    const own = Array.from({ length: status === 'T' ? 2 : 1 }, () => sections.shift());
    const count = counts.get(path);
    if (count === undefined || own.includes(undefined)) throw new Error(`${commit}: ${path} lacks its lines`);
    files.push({
      path,
      oldPath,
      status,
      ...count,
      addedLines: own.flatMap((section) => section!.added),
      removedLines: own.flatMap((section) => section!.removed),
    });
  }
  if (sections.length > 0) throw new Error(`${commit}: there are more patches than files`);
  return files;
}

/** `ADDED TAB DELETED TAB PATH NUL`; a renamed file has no path there, and then its old and its new one, NUL-ended. */
function readNumstat(output: string) {
  const counts = new Map<string, Pick<ChangedFile, 'added' | 'deleted' | 'isBinary'>>();
  const parts = output.split('\0');
  for (let at = 0; at + 1 < parts.length; at++) {
    const [, added, deleted, inline] = /^(\S+)\t(\S+)\t([^]*)$/.exec(parts[at]!)!;
    const path = inline === '' ? parts[(at += 2)]! : inline!;
    counts.set(path, { added: Number(added) || 0, deleted: Number(deleted) || 0, isBinary: added === '-' });
  }
  return counts;
}

/** The lines of each file of a patch without context. */
function readSections(patch: string) {
  const sections: { added: string[]; removed: string[] }[] = [];
  const lines = patch.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (line.startsWith('diff --git ')) sections.push({ added: [], removed: [] });
    if (hunk === null) continue;
    let left = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1);
    while (left > 0) {
      const next = lines[++at]!;
      if (next.startsWith('\\')) continue;
      (next.startsWith('+') ? sections.at(-1)!.added : sections.at(-1)!.removed).push(next.slice(1));
      left--;
    }
  }
  return sections;
}
