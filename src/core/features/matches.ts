import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kind } from '../guidance/model';
import type { Level } from '../guidance/schema';
import type { DocumentMatches } from '../match/documentMatches';
import { cleanLine } from '../text/markdown';
import { entryKey } from './card';

export interface MatchesResult {
  readonly matches: readonly MatchPlace[];
  /** What was left out, each a sentence for a person; empty where nothing was. */
  readonly skipped: readonly string[];
}

export interface MatchPlace {
  /** See `Card.key`. */
  readonly key: string;
  readonly kind: Kind;
  readonly title: string;
  readonly level: Level;
  readonly range: Range;
}

/** Every place of a document that a philosophy or a change is about, and that may be decorated. */
export function matchPlaces(
  document: TextDocument,
  { matches, skipped }: DocumentMatches,
  root: string,
): MatchesResult {
  const places = matches.flatMap(({ entry, start, end }): MatchPlace[] =>
    (entry.kind === 'philosophy' || entry.kind === 'change') && entry.level !== 'none'
      ? [
          {
            key: entryKey(entry, root),
            kind: entry.kind,
            title: cleanLine(entry.title),
            level: entry.level,
            range: { start: document.positionAt(start), end: document.positionAt(end) },
          },
        ]
      : [],
  );
  return { matches: places, skipped };
}
