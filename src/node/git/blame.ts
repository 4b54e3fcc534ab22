import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blame, BlamedLine } from '../../core/git';
import { uncommittedLine } from '../../core/markers/writtenDay';
import { firstBytes } from './firstBytes';
import type { GitEnd } from './gitProcess';
import { parseBlame } from './parseBlame';
import type { Repository } from './repository';
import { withoutSettings } from './withoutSettings';

/** Blame of a file directly in the folder of `repository`; see `Git.blame`. */
export async function blameFile(
  repository: Repository,
  file: { readonly name: string; readonly text: string },
): Promise<Blame | undefined> {
  const { name, text } = file;
  const mark = text.startsWith(byteOrderMark) ? '' : await markOf(join(repository.folder, name));
  const { end, output, failedToIgnore } = await runBlame(repository, { name, text: mark + text });
  if (end.code !== 0) {
    const isUnknown = /no such (?:path|ref)/iu.test(end.message);
    return isUnknown ? { lines: linesLike(text, []) } : repository.failed('blame', end);
  }
  const { lines, reachesBoundary } = parseBlame(output.toString());
  const reasons: string[] = [];
  if (failedToIgnore)
    reasons.push('The list of commits to ignore cannot be read, so lines may seem too young.');
  if (repository.isShallow && reachesBoundary)
    reasons.push('This clone is shallow, so old lines seem as young as its oldest commit.');
  return { lines: linesLike(text, lines), ...(reasons.length > 0 ? { partial: reasons.join(' ') } : {}) };
}

interface BlameRun {
  readonly end: GitEnd;
  readonly output: Buffer;
  readonly failedToIgnore: boolean;
}

/** One line that is no commit spoils the whole list for git: blame without it is better than none. */
async function runBlame(
  repository: Repository,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<BlameRun> {
  const files = await ignoreRevsFiles(repository);
  const run = async (ignoring: readonly string[]): Promise<GitEnd & { readonly output: Buffer }> => {
    const call = {
      args: [
        ...['blame', '--incremental', '--encoding=UTF-8', '-w', '--no-textconv', '--no-ext-diff'],
        ...ignoring.map((file) => `--ignore-revs-file=${file}`),
        ...['--contents', '-', '--', name],
      ],
      input: text,
    };
    // Roots would not be told from where a shallow clone ends.
    const settings = ['blame.showRoot=false'];
    if (repository.ignoreRevsFiles === undefined) return repository.run({ ...call, settings });
    // Git opens what this setting names, even a file that is not there, and no option takes it back.
    const answer = await withoutSettings(repository, (without) =>
      repository.run({ ...call, ...without, settings: [...settings, ...without.settings] }),
    );
    return answer ?? { code: 1, message: 'no such ref', output: Buffer.alloc(0) };
  };
  const { output, ...end } = await run(files);
  if (end.code === 0 || end.code === undefined || files.length === 0)
    return { end, output, failedToIgnore: false };
  const { output: again, ...endAgain } = await run([]);
  if (endAgain.code === 0) repository.failed('blame', end);
  return { end: endAgain, output: again, failedToIgnore: true };
}

const mostIgnoreRevsBytes = 1024 * 1024;

/** Opening what is no regular file could block for ever. */
async function ignoreRevsFiles({ top, ignoreRevsFiles: named = [] }: Repository): Promise<readonly string[]> {
  const files = [...new Set([join(top, '.git-blame-ignore-revs'), ...named])];
  const regular = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (stats) => stats.isFile() && stats.size <= mostIgnoreRevsBytes,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => regular[index]);
}

const byteOrderMark = '\ufeff';

/** Editors keep the mark of a file to themselves; git would take its first line for a new one. */
async function markOf(path: string): Promise<string> {
  return (await firstBytes(path, 3))?.toString() === byteOrderMark ? byteOrderMark : '';
}

/** Git's lines end with \n alone; a text's with \r too, and there is one behind the last line end. */
function linesLike(text: string, blamed: readonly (BlamedLine | undefined)[]): readonly BlamedLine[] {
  const lines: BlamedLine[] = [];
  let line = 0;
  const add = () => lines.push(blamed[Math.min(line, blamed.length - 1)] ?? uncommittedLine);
  for (const [end] of text.matchAll(/\r\n?|\n/gu)) {
    add();
    if (end !== '\r') line += 1;
  }
  add();
  return lines;
}
