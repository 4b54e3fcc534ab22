import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentMatches } from '../match/documentMatches';
import { cleanLine, cleanText } from '../text/markdown';
import { type CardSource, entryKey, sourceOf } from './card';

/** A place where an entry asked to be listed as a problem. */
export interface Notice {
  /** See `Card.key`. */
  readonly key: string;
  readonly id: string;
  readonly level: 'info' | 'warning';
  /** Plain text. */
  readonly message: string;
  readonly range: Range;
  readonly source: CardSource;
}

/** The matches of entries whose level asks for a diagnostic. Markers have rules of their own. */
export function noticesIn(
  document: TextDocument,
  { matches }: DocumentMatches,
  root: string,
): readonly Notice[] {
  return matches.flatMap(({ entry, start, end }): Notice[] => {
    if (entry.kind !== 'philosophy' && entry.kind !== 'change') return [];
    if (entry.level !== 'info' && entry.level !== 'warning') return [];
    const advice = entry.kind === 'change' ? entry.say : (entry.do ?? entry.dont);
    const first = cleanText(advice ?? '').split('\n')[0]!;
    return [
      {
        key: entryKey(entry, root),
        id: entry.id,
        level: entry.level,
        message: first === '' ? cleanLine(entry.title) : `${cleanLine(entry.title)}: ${first}`,
        range: { start: document.positionAt(start), end: document.positionAt(end) },
        source: sourceOf(entry, root),
      },
    ];
  });
}
