import * as fc from 'fast-check';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TemporaryRepository } from './temporaryRepository';

/** The two folders that are told apart. */
export const areas = ['src', 'docs'] as const;
export type Area = (typeof areas)[number];

const files = 3;
const linesOfFile = 40;
/** Where a branch edits. */
const branchLines = 12;

const kinds = [
  'insert',
  'replace',
  'remove',
  'swap',
  'trailingSpace',
  'indent',
  'carriageReturn',
  'lastLineBreak',
  'create',
  'delete',
  'rename',
  'mode',
  'byte',
  'link',
] as const;

/** Something that a person does to a file, always with another result than before. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly area: Area;
  readonly file: number;
  readonly line: number;
  readonly word: string;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  area: fc.constantFrom(...areas),
  file: fc.nat(files - 1),
  line: fc.nat(branchLines - 2),
  word: fc.stringMatching(/^[a-z]{1,8}$/),
});

/** What a branch did: commits, then what is in the index, then what is in the working tree only. */
export interface Work {
  readonly commits: readonly (readonly Edit[])[];
  readonly staged: readonly Edit[];
  readonly unstaged: readonly Edit[];
}

const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
export const work: fc.Arbitrary<Work> = fc.record({
  commits: fc.array(edits, { minLength: 1, maxLength: 3 }),
  staged: fc.array(edit, { maxLength: 2 }),
  unstaged: fc.array(edit, { maxLength: 2 }),
});

/** What others did to the base meanwhile. */
export interface Push {
  /** Lines of a file that the branch may have changed too; without it only files that the branch never touches. */
  readonly shared: { readonly area: Area; readonly file: number; readonly line: number } | undefined;
  readonly word: string;
}

export const push: fc.Arbitrary<Push> = fc.record({
  shared: fc.option(
    fc.record({ area: fc.constantFrom(...areas), file: fc.nat(files - 1), line: fc.nat(linesOfFile - 3) }),
    {
      nil: undefined,
    },
  ),
  word: fc.stringMatching(/^[a-z]{1,8}$/),
});

let made = 0;

/** The base, with its first commit, and the branch `topic` checked out. */
export function layBase(repository: TemporaryRepository): void {
  const { folder } = repository;
  for (const area of [...areas, 'far']) {
    mkdirSync(join(folder, area));
    for (let file = 0; file < files; file++) {
      const lines = Array.from({ length: linesOfFile }, (_, line) =>
        line % 6 === 5 ? '' : `${area} ${file} line ${line}`,
      );
      writeFileSync(join(folder, area, `file${file}`), `${lines.join('\n')}\n`);
    }
    writeFileSync(join(folder, area, 'picture'), Buffer.from([0, 1, 2, 3, 250, ...Buffer.from(area)]));
  }
  mkdirSync(join(folder, '.leadlight'));
  const items = areas.map((area) => ({ id: area, ask: `${area}?`, when: { changed: `${area}/**` } }));
  const checklist = { id: 'review', title: 'Review', items: [...items, { id: 'all', ask: 'All?' }] };
  writeFileSync(join(folder, '.leadlight', 'review.yaml'), JSON.stringify({ checklists: [checklist] }));
  repository.run('config', 'commit.gpgSign', 'false');
  repository.run('config', 'core.autocrlf', 'false');
  repository.run('config', 'rebase.autoStash', 'true');
  repository.run('config', 'merge.autoStash', 'true');
  repository.commit('2026-01-01');
  repository.run('checkout', '--quiet', '-b', 'topic');
}

export function doWork(repository: TemporaryRepository, { commits, staged, unstaged }: Work): void {
  commits.forEach((each, index) => {
    for (const one of each) applyEdit(repository.folder, one);
    repository.commit(`2026-02-0${index + 1}`);
  });
  for (const one of staged) applyEdit(repository.folder, one);
  repository.run('add', '--all');
  for (const one of unstaged) applyEdit(repository.folder, one);
}

/** Commits to the base without touching the working tree of the branch. */
export function pushToBase(repository: TemporaryRepository, { shared, word }: Push): void {
  const { folder } = repository;
  const beside = `${folder}-base`;
  repository.run('worktree', 'add', '--quiet', '--force', beside, 'main');
  const write = (path: string, change: (lines: string[]) => void) => {
    const lines = existsSync(join(beside, path))
      ? readFileSync(join(beside, path), 'latin1').split('\n')
      : [];
    change(lines);
    writeFileSync(join(beside, path), lines.join('\n'), 'latin1');
  };
  const text = `${word} ${made++}`;
  write('far/file0', (lines) => lines.splice(3, 1, text));
  write(`src/theirs${made++}`, (lines) => lines.push(text));
  if (shared) write(`${shared.area}/file${shared.file}`, (lines) => lines.splice(shared.line, 2, text, text));
  repository.run('-C', beside, 'add', '--all');
  repository.run('-C', beside, 'commit', '--quiet', '-m', text);
  repository.run('worktree', 'remove', '--force', beside);
}

/** Changes one file of the edit's area, and nothing else. */
export function applyEdit(folder: string, { kind, area, file, line, word }: Edit): void {
  const path = join(folder, area, placeOf(folder, area, file));
  const text = `${word} ${made++}`;
  const change = (how: (lines: string[]) => unknown) => {
    if (statSync(path).isFile()) {
      const lines = readFileSync(path, 'latin1').split('\n');
      how(lines);
      writeFileSync(path, lines.join('\n'), 'latin1');
    }
  };
  const at = (lines: readonly string[]) => Math.min(line, lines.length - 1);
  switch (kind) {
    case 'insert':
      return change((lines) => lines.splice(at(lines), 0, text));
    case 'replace':
      return change((lines) => lines.splice(at(lines), 1, text));
    case 'remove':
      return change((lines) => lines.splice(at(lines), 1));
    case 'swap':
      return change((lines) => {
        const first = at(lines);
        const second = lines.findIndex((each, index) => index > first && each !== lines[first]);
        if (second >= 0) [lines[first], lines[second]] = [lines[second]!, lines[first]!];
        else lines.push(text);
      });
    case 'trailingSpace':
      return change((lines) => (lines[at(lines)] += ' '));
    case 'indent':
      return change((lines) => (lines[at(lines)] = `\t${lines[at(lines)]}`));
    case 'carriageReturn':
      return change((lines) => (lines[at(lines)] += '\r'));
    case 'lastLineBreak':
      return change((lines) => (lines.at(-1) === '' ? lines.pop() : lines.push('')));
    case 'create':
      return writeFileSync(join(folder, area, `new${made++}`), `${text}\n`);
    case 'delete':
      return unlinkSync(path);
    case 'rename':
      return renameSync(path, join(folder, area, `moved${made++}`));
    case 'mode':
      return chmodSync(path, statSync(path).mode ^ 0o111);
    case 'byte': {
      const bytes = readFileSync(join(folder, area, 'picture'));
      bytes[4] = (bytes[4]! + 1) % 256;
      return writeFileSync(join(folder, area, 'picture'), bytes);
    }
    case 'link':
      rmSync(path);
      return symlinkSync(text, path);
  }
}

/** The file of that number, or another one where it went away. */
function placeOf(folder: string, area: Area, file: number): string {
  const names = readdirSync(join(folder, area), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'picture' && !entry.name.startsWith('theirs'))
    .map(({ name }) => name)
    .sort();
  if (names.includes(`file${file}`)) return `file${file}`;
  if (names.length > 0) return names[file % names.length]!;
  writeFileSync(join(folder, area, 'last'), 'the last file\n');
  return 'last';
}
