import { Range } from 'vscode-languageserver-types';
import { languageIdOf } from '../../../src/core/comments/languages';
import type { Diff, DiffCommit, DiffFile, FileStatus, Hunk } from '../../../src/core/review/diff';
import type { ReviewFacts } from '../../../src/core/review/verdict';

export const folder = 'file:///w/';

/**
 * A diff from a text. A line that begins with a letter is a file: `M src/a.ts`, `A`, `D`, `R old -> new`, then words
 * such as `binary`, `submodule`, `cut`, `+400`, `-3` (lines that are only counted). Lines below it are its changes:
 * `+text`, `-text`, and `@12` begins a hunk at line 12 of the new text, counted from 0. `branch: x` and `commit: message`
 * say what they say; a commit message has its line ends as `\n`.
 */
export function diffOf(text: string): Diff {
  const files: DiffFile[] = [];
  const commits: DiffCommit[] = [];
  let branch: string | undefined;
  for (const block of text.trim().split(/\n(?=[^\s+\-@])/)) {
    const [head = '', ...body] = block.split('\n').map((line) => line.trimStart());
    const said = /^(branch|commit): (.*)$/.exec(head);
    if (said?.[1] === 'branch') branch = said[2];
    else if (said !== null)
      commits.push({
        commit: 'c'.repeat(40),
        email: 'maya@shop.test',
        message: said[2]!.replaceAll('\\n', '\n'),
        isMerge: false,
      });
    else if (head !== '') files.push(fileOf(head, body));
  }
  return {
    base: 'origin/main',
    baseCommit: 'b'.repeat(40),
    ...(branch !== undefined && { branch }),
    commits,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [],
  };
}

const statuses: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
};

function fileOf(head: string, body: readonly string[]): DiffFile {
  const [letter = '', path = '', ...words] = head.replace(' -> ', '->').split(' ');
  const [oldPath, newPath = oldPath!] = path.split('->');
  const status = statuses[letter];
  if (status === undefined || path === '') throw new Error(`No file of a diff: ${head}`);
  const hunks = hunksOf(body);
  const counted = (sign: string) => Number(words.find((word) => word.startsWith(sign))?.slice(1) ?? 0);
  const isCut = words.includes('cut');
  return {
    path: newPath,
    ...(newPath !== oldPath && { oldPath: oldPath! }),
    status,
    kind: words.includes('binary') ? 'binary' : words.includes('submodule') ? 'submodule' : 'text',
    ...(status !== 'added' && { oldBlob: 'a'.repeat(40) }),
    added: hunks.reduce((sum, { added }) => sum + added.length, counted('+')),
    deleted: hunks.reduce((sum, { removed }) => sum + removed.length, counted('-')),
    hunks: isCut ? [] : hunks,
    isCut,
    fingerprint: `${head}\n${body.join('\n')}`,
  };
}

function hunksOf(body: readonly string[]): readonly Hunk[] {
  const hunks: { oldStart: number; newStart: number; removed: string[]; added: string[] }[] = [];
  for (const line of body) {
    const text = line.slice(1);
    if (line.startsWith('@')) {
      const newStart = Number(text);
      const grown = hunks.reduce((sum, { added, removed }) => sum + added.length - removed.length, 0);
      hunks.push({ oldStart: newStart - grown, newStart, removed: [], added: [] });
      continue;
    }
    if (hunks.length === 0) hunks.push({ oldStart: 0, newStart: 0, removed: [], added: [] });
    if (line.startsWith('+')) hunks.at(-1)!.added.push(text);
    else if (line.startsWith('-')) hunks.at(-1)!.removed.push(text);
  }
  return hunks;
}

/** What is known beside the diff. Without texts, a file holds the lines that its hunks name, and nothing else. */
export interface KnownFacts {
  readonly me?: readonly string[];
  readonly owners?: Readonly<Record<string, readonly string[]>>;
  /** And, counted from 0, the lines of markers on added lines. */
  readonly debt?: Readonly<Record<string, readonly [before: number, now: number, ...added: number[]]>>;
  readonly texts?: Readonly<Record<string, readonly [before: string | undefined, now: string | undefined]>>;
  readonly firstChange?: boolean;
}

/** Facts, and the paths of the texts that were asked for. */
export function factsOf(diff: Diff, known: KnownFacts = {}): ReviewFacts & { readonly asked: string[] } {
  const asked: string[] = [];
  const text = (file: DiffFile, side: 0 | 1) => {
    asked.push(file.path);
    const { texts } = known;
    if (texts !== undefined && file.path in texts) return texts[file.path]![side];
    const lines: string[] = [];
    for (const hunk of file.hunks) {
      const start = side === 0 ? hunk.oldStart : hunk.newStart;
      while (lines.length < start) lines.push('');
      lines.push(...(side === 0 ? hunk.removed : hunk.added));
    }
    return lines.join('\n');
  };
  return {
    diff,
    folder,
    me: known.me ?? [],
    oldText: (file) => Promise.resolve(text(file, 0)),
    newText: (file) => Promise.resolve(text(file, 1)),
    languageOf: languageIdOf,
    ownersOf: (path) => known.owners?.[path] ?? [],
    isGuidance: (path) => path.includes('.leadlight/'),
    debtOf(file) {
      const pair = known.debt?.[file.path];
      const [before, now, ...lines] = pair ?? [];
      const added = lines.map((line) => Range.create(line, 3, line, 7));
      return Promise.resolve(before === undefined || now === undefined ? undefined : { before, now, added });
    },
    isFirstChange: () => Promise.resolve(known.firstChange),
    matchesOf: () => Promise.resolve([]),
    turn: () => Promise.resolve(),
    asked,
  };
}
