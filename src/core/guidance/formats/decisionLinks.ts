import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cleanLine } from '../../text/markdown';
import type { DecisionReference } from '../decisionModel';
import { rangeOf } from '../parts';
import type { Piece } from './decisionText';

/** What is longer is no list of links, in UTF-16 units. */
const longest = 10_000;

export interface DecisionRelations {
  readonly supersedes: readonly DecisionReference[];
  readonly supersededBy: readonly DecisionReference[];
}

/** `[text](target)`, `ADR-0012`, or a file's name; a list of numbers where nothing else is expected. */
const named =
  /\[([^[\]\n]{1,300})\]\(([^()\s]{1,500})\)|\bADR[-_ #]*\d{1,5}(?:-\d+)*\b|\b\d{3,8}-[\w.-]*\w/gi;
const numbered = new RegExp(`${named.source}|(?<![\\w.§-])#?\\d{1,5}(?![\\w-])`, 'gi');
const relation = /(?<!part(?:ly|ially)\s)\b(?:supersed|superced|replac)(?:ed\s+by\b|es\b)/gi;

/** What the text of a status or of a list of links says about other decisions. A sentence ends what one verb is about. */
export function relationsIn(pieces: readonly Piece[], document: TextDocument): DecisionRelations {
  const relations = { supersedes: [] as DecisionReference[], supersededBy: [] as DecisionReference[] };
  for (const piece of pieces) {
    const value = piece.value.slice(0, longest);
    const isWritten = piece.value.length === piece.end - piece.start;
    const verbs = [...value.matchAll(relation)];
    for (const [index, verb] of verbs.entries()) {
      const from = verb.index + verb[0].length;
      const end = Math.min(verbs[index + 1]?.index ?? value.length, endOfSentence(value, from));
      const side = /by$/i.test(verb[0]) ? relations.supersededBy : relations.supersedes;
      const place = isWritten ? { start: piece.start + from, end: piece.start + end } : piece;
      side.push(...referencesIn({ ...place, value: value.slice(from, end) }, document));
    }
  }
  return relations;
}

/** The decisions that a value names, such as `ADR-0003, 0005` or a list of links. */
export function referencesIn(
  { value, start, end }: Piece,
  document: TextDocument,
  pattern = named,
): readonly DecisionReference[] {
  // What YAML quotes or counts stands otherwise in the text.
  const isWritten = value.length === end - start;
  return [...value.matchAll(pattern)].map(({ 0: whole, 1: text, 2: target, index }) => ({
    text: cleanLine(text ?? whole),
    ...(target !== undefined && { target }),
    range: rangeOf(
      document,
      isWritten ? { start: start + index, end: start + index + whole.length } : { start, end },
    ),
  }));
}

/** The same where nothing but decisions is named, so that a number alone is one, and a word is the name of one. */
export function valueReferences(piece: Piece, document: TextDocument): readonly DecisionReference[] {
  const found = referencesIn(piece, document, numbered);
  const isName = /^[\w.-]*[a-z][\w.-]*$/i.test(piece.value);
  if (found.length > 0 || !isName || /^(?:none|n\/?a|null|no)$/i.test(piece.value)) return found;
  return [{ text: piece.value, range: rangeOf(document, piece) }];
}

function endOfSentence(text: string, from: number): number {
  const end = /[;!?]|(?<!\d)\.(?=\s|$)|\n[ \t]*(?:\n|[*+-][ \t])/.exec(text.slice(from));
  return end === null ? text.length : from + end.index;
}
