import type { EntryBase } from '../guidance/model';
import type { LocatedGlob, Selector } from '../match/selector';
import { cut } from '../text/cut';
import { relativePath } from '../text/links';
import { cleanLine, escapeInline } from '../text/markdown';

interface Origin extends Pick<EntryBase, 'readBy' | 'folder'> {
  /** What the entry governs; absent where that is no file. */
  readonly applies?: Selector;
}

/** Why an entry is shown: what it is about, and who else reads it, as a line of Markdown. */
export function originLine(
  { applies, readBy = [], folder }: Origin,
  { root, named }: { readonly root: string; readonly named?: string | undefined },
): string {
  const about =
    named === undefined
      ? applies && `for ${aboutOf(applies, relativePath(folder, root) ?? '')}`
      : `because the text names ${inCode(named)}`;
  const line = [about, readersOf(readBy)].filter(Boolean).join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** `also read by Copilot, Cursor`, as Markdown; empty for what nobody else reads. */
export function readersOf(readBy: readonly string[]): string {
  return readBy.length === 0 ? '' : `also read by ${readBy.map(escapeInline).join(', ')}`;
}

/** What is looked for, where, and in which folder of the workspace, as Markdown. */
function aboutOf({ files, except, languages, ...located }: Selector, folder: string): string {
  const places = placesOf(located);
  const globs = [
    ...(files === undefined ? [] : [listed(files.map(writtenOf))]),
    ...(languages === undefined ? [] : [[...languages].map(escapeInline).join(', ')]),
  ].join(', ');
  const inside = folder === '' ? '' : ` in ${escapeInline(folder)}`;
  const not = except.length === 0 ? '' : `, but not ${listed(except.map(writtenOf))}`;
  const everywhere = folder === '' ? 'all files' : 'all';
  const where = globs || (places === '' ? everywhere : '');
  return `${[places, where].filter(Boolean).join(' in ')}${not}${inside}`;
}

/** What is looked for in the files. */
function placesOf({
  symbols,
  imports,
  text,
  diagnostics,
}: Pick<Selector, 'symbols' | 'imports' | 'text' | 'diagnostics'>): string {
  const written = [...symbols, ...imports, ...text.map(({ source }) => source)];
  const tools = [...new Set(diagnostics.map(({ source }) => source))];
  return [
    ...(written.length === 0 ? [] : [listed(written)]),
    ...(tools.length === 0 ? [] : [`findings of ${escapeInline(tools.join(', '))}`]),
  ].join(', ');
}

function writtenOf({ glob, written = glob.source }: LocatedGlob): string {
  return written;
}

/** As many of a kind are named. */
const most = 6;

function listed(patterns: readonly string[]): string {
  const more = patterns.length > most ? ` and ${patterns.length - most} more` : '';
  return `${patterns.slice(0, most).map(inCode).join(', ')}${more}`;
}

/** Backticks end code early, and few patterns have any. */
function inCode(pattern: string): string {
  const line = cut(cleanLine(pattern), 120);
  return line.includes('`') ? escapeInline(line) : `\`${line}\``;
}
