/** What a marker can be asked to say; the names are those of `require` in the guidance. */
export const markerParts = ['owner', 'issue', 'due', 'cost', 'reason'] as const;
export type MarkerPartName = (typeof markerParts)[number];

export type MarkerKind = 'debt' | 'suppression';

/** A part of a marker, as it is written; UTF-16 offsets in the text, `end` exclusive. */
export interface MarkerPart {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A marker in a text, with what is written on it.
 *
 * - `owner`: a handle, a name or an e-mail address, without the sign `@` only where none is written; several in a row
 *   as they are written, see `ownersIn`
 * - `issue`: `#123`, `ABC-123`, `owner/repo#1` or a web address
 * - `due`: a day, `2027-01-31`
 * - `cost`: an amount of work, `2d`, without the sign `~`
 * - `reason`: of a suppression, why the rule is silenced
 */
export interface Marker extends Readonly<Partial<Record<MarkerPartName, MarkerPart>>> {
  /** The name of the tag, whichever of its spellings stands in the text. */
  readonly tag: string;
  readonly kind: MarkerKind;
  /** The tag, as it is written. */
  readonly start: number;
  readonly end: number;
  /** Where the last line of its text ends. */
  readonly bodyEnd: number;
  /** What it says besides its parts, in one line for each line of the comment; empty where it says nothing. */
  readonly text: string;
}
