import type { CancelSignal } from '../host';
import { counted } from '../text/counted';
import { compileGlob, type Glob, isGlobError } from '../text/globs';
import { escapeLine, markdownLink } from '../text/markdown';
import { inTurns, type Turns } from '../turns';
import { uriAt } from '../text/uriAt';

export interface GlobHoverInput {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** What the glob is relative to, in the workspace folder: empty, or ending in `/`. */
  readonly folder: string;
  /** All files of the workspace folder; `undefined` until they were listed. */
  readonly files: readonly string[] | undefined;
  readonly turns: Turns;
  readonly signal?: CancelSignal | undefined;
}

const shown = 5;

/** What a glob says, as Markdown: how many files it admits and the first of them, or why it is refused. */
export async function globHover(source: string, input: GlobHoverInput): Promise<string | undefined> {
  const glob = compileGlob(source);
  if (isGlobError(glob)) return refusal(glob);
  const { root, folder, files, signal } = input;
  if (files === undefined) return undefined;
  const { count, first } = await admittedFiles(glob, { ...input, files });
  if (signal?.aborted) return undefined;
  if (count === 0) {
    const where = folder === '' ? 'this folder' : escapeLine(folder);
    return `No file of ${where} matches, so it governs nothing. Globs are case-sensitive.`;
  }
  const links = first.map((path) => `- ${markdownLink(path, uriAt(root, path))}`);
  const rest = count > first.length ? [`- and ${count - first.length} more`] : [];
  return [`Admits ${counted(count, 'file')}.`, '', ...links, ...rest].join('\n');
}

/** Why a glob or a pattern is not read. */
export function refusal({ message, hint }: { readonly message: string; readonly hint?: string }): string {
  return `Not read: ${escapeLine(hint === undefined ? message : `${message} ${hint}`)}`;
}

/** How many files a glob admits, and the first of them; paths are relative to the workspace folder. */
export async function admittedFiles(
  glob: Glob,
  {
    folder,
    files,
    turns,
    signal,
  }: Pick<GlobHoverInput, 'folder' | 'turns' | 'signal'> & { readonly files: readonly string[] },
): Promise<{ readonly count: number; readonly first: readonly string[] }> {
  const first: string[] = [];
  let count = 0;
  const look = (path: string) => {
    if (!path.startsWith(folder) || !glob.matches(path.slice(folder.length))) return;
    count += 1;
    if (first.length < shown) first.push(path);
  };
  await inTurns(files, look, { ...turns, signal });
  return { count, first };
}
