import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import type { Repository } from './repository';

/** What is below the folder, and no commit tells. */
export interface WorkingTree {
  /** Files that git does not know and does not ignore; relative to the folder, by byte, one sign each. */
  readonly untracked: readonly string[];
  /** What a reader should know, a sentence each. */
  readonly notes: readonly string[];
}

const mostUntracked = 10_000;

/** A repository inside is named like a folder, and is none of ours. `undefined` where git failed. */
export async function workingTree(repository: Repository): Promise<WorkingTree | undefined> {
  const [output, notes] = await Promise.all([
    repository.read({ args: ['ls-files', '-t', '--others', '--unmerged', '--exclude-standard', '-z'] }),
    notesOfOperations(repository),
  ]);
  if (output === undefined) return undefined;
  const untracked: string[] = [];
  const repositories: string[] = [];
  const conflicts = new Set<string>();
  for (const entry of output.toString('latin1').split('\0')) {
    if (entry.startsWith('? ')) (entry.endsWith('/') ? repositories : untracked).push(entry.slice(2));
    else if (entry.startsWith('M ')) conflicts.add(entry.slice(entry.indexOf('\t') + 1));
  }
  const left = untracked.splice(mostUntracked).length;
  if (left > 0)
    notes.push(`${counted(left, 'more file')} that git does not know are left out; should git ignore them?`);
  if (repositories.length > 0)
    notes.push(`What is in a repository of its own is left out: ${namesOf(repositories)}.`);
  if (conflicts.size > 0)
    notes.push(`${counted(conflicts.size, 'file')} in conflict: ${namesOf([...conflicts])}.`);
  return { untracked, notes };
}

/** What git keeps in its folder while it is at something. */
const operations: Readonly<Record<string, string>> = {
  MERGE_HEAD: 'A merge',
  'rebase-merge': 'A rebase',
  'rebase-apply': 'A rebase',
  CHERRY_PICK_HEAD: 'A cherry-pick',
  REVERT_HEAD: 'A revert',
  BISECT_LOG: 'A bisection',
};

async function notesOfOperations({ gitFolder }: Repository): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(operations).map(([file, name]) =>
      stat(join(gitFolder, file)).then(
        () => name,
        () => undefined,
      ),
    ),
  );
  const found = new Set(names.filter((name) => name !== undefined));
  return [...found].map((name) => `${name} is in progress, so the diff will change when it ends.`);
}

function namesOf(paths: readonly string[]): string {
  const named = paths.slice(0, 3).map((path) => cleanLine(Buffer.from(path, 'latin1').toString()));
  return `${named.join(', ')}${paths.length > named.length ? ' and others' : ''}`;
}
