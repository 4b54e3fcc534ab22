import type { Philosophy } from '../guidance/model';
import { relativePath } from '../text/links';
import { cut } from '../text/cut';
import { cleanLine, escapeInline } from '../text/markdown';

/** Of an entry that somebody else's file brought: what it is about, and who else reads it, as a line of Markdown. */
export function originLine({ applies, readBy, folder }: Philosophy, root: string): string {
  if (readBy === undefined) return '';
  const about = applies && `for ${aboutOf(applies, relativePath(folder, root) ?? '')}`;
  const readers = readBy.length > 0 && `also read by ${readBy.map(escapeInline).join(', ')}`;
  const line = [about, readers].filter(Boolean).join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

const mostGlobs = 6;

function aboutOf({ files, diagnostics }: NonNullable<Philosophy['applies']>, folder: string): string {
  if (files === undefined && diagnostics.length > 0)
    return `findings of ${escapeInline([...new Set(diagnostics.map(({ source }) => source))].join(', '))}`;
  if (files === undefined) return folder === '' ? 'all files' : `all in ${escapeInline(folder)}`;
  const globs = files.map(({ glob, written }) => cleanLine(written ?? glob.source));
  const told = globs.slice(0, mostGlobs).map(inCode);
  const more = globs.length > told.length ? ` and ${globs.length - told.length} more` : '';
  return `${told.join(', ')}${more}${folder === '' ? '' : ` in ${escapeInline(folder)}`}`;
}

/** Backticks end code early, and globs have none. */
function inCode(glob: string): string {
  return glob.includes('`') ? escapeInline(glob) : `\`${cut(glob, 120)}\``;
}
