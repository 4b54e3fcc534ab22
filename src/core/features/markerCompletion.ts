import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindAt, type Region } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import { findMarkers } from '../markers/findMarkers';
import { judge } from '../markers/judge';
import { leadsLine } from '../markers/leadsLine';
import type { Marker, MarkerPartName } from '../markers/marker';
import { tagsOf } from '../markers/policies';
import type { Policy } from '../markers/policy';
import { maxCharacters } from '../match/documentMatches';
import { addDays } from '../text/day';
import { cleanLine } from '../text/markdown';
import type { OwnerChoice } from './markerOwners';

/** Something to write in a comment. Plain text. */
export interface MarkerCompletion {
  readonly kind: 'tag' | MarkerPartName;
  /** What is inserted in place of `start` to `end`, UTF-16 offsets. */
  readonly text: string;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkerCompletionQuery {
  readonly policies: readonly Policy[];
  readonly owners: readonly OwnerChoice[];
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
}

/**
 * What fits at an offset of a comment, best first: behind a tag its parts, at the start of a line the tags that begin
 * with what is there. Nothing in code, in strings and in the middle of a sentence.
 */
export function completeMarker(
  document: TextDocument,
  offset: number,
  query: MarkerCompletionQuery,
): readonly MarkerCompletion[] {
  const whole = document.getText();
  // Editors ask at every word that is typed anywhere: most of them need no scan.
  if (whole.length > maxCharacters || !mayFit(document, offset, query.policies)) return [];
  // A comment ends at the cursor, or behind it: a letter that is typed there tells.
  const text = `${whole.slice(0, offset)}x${whole.slice(offset)}`;
  const regions = scanRegions(text, document.languageId);
  if (kindAt(regions, offset) !== 'comment') return [];
  const line = lineBefore(text, regions, offset);
  const marker = findMarkers(text, regions, tagsOf(query.policies)).findLast(
    ({ start, end }) => line.start <= start && end <= offset,
  );
  return marker === undefined
    ? completeTag(text, line, query)
    : completePart(text, { marker, offset }, query);
}

/** Whether the line before an offset ends with the beginning of a tag, or holds one. */
function mayFit(document: TextDocument, offset: number, policies: readonly Policy[]): boolean {
  const { line } = document.positionAt(offset);
  const from = Math.max(document.offsetAt({ line, character: 0 }), offset - longestList);
  const before = document.getText({ start: document.positionAt(from), end: document.positionAt(offset) });
  const word = wordBefore(before);
  const lower = before.toLowerCase();
  const spellings = policies.flatMap(({ tag, aliases }) => [tag, ...aliases]);
  return spellings.some(
    (spelling) =>
      (word !== '' && beginsWith(spelling, word)) || lower.includes(spelling.toLowerCase().split(' ')[0]!),
  );
}

/** Behind a tag; what stands further away is text. */
const longestList = 300;

/** The tag that is being typed, as far as it is. */
function wordBefore(line: string): string {
  return /@?\p{L}[\p{L}\p{N}_-]*$|@$/u.exec(line.slice(-longestWord))?.[0] ?? '';
}

const longestWord = 80;

interface Line {
  /** Of the comment. */
  readonly comment: number;
  /** Where the line begins in the comment. */
  readonly start: number;
  /** The cursor. */
  readonly end: number;
}

function lineBefore(text: string, regions: readonly Region[], offset: number): Line {
  const comment = regions.findLast(({ start }) => start <= offset)!.start;
  let start = offset;
  while (start > comment && !/[\n\r]/.test(text.charAt(start - 1))) start -= 1;
  return { comment, start, end: offset };
}

function completeTag(
  text: string,
  { comment, start, end }: Line,
  { policies }: MarkerCompletionQuery,
): readonly MarkerCompletion[] {
  const word = wordBefore(text.slice(Math.max(start, end - longestWord), end));
  const at = end - word.length;
  if (word === '' || !leadsLine(text, comment, at)) return [];
  return policies
    .filter(({ kind, entry }) => kind === 'debt' || entry !== undefined)
    .flatMap((policy) => {
      const spelling = [policy.tag, ...policy.aliases].find((each) => beginsWith(each, word));
      if (spelling === undefined) return [];
      return [
        { kind: 'tag', text: spelling, detail: cleanLine(policy.means ?? ''), start: at, end } as const,
      ];
    });
}

function beginsWith(spelling: string, word: string): boolean {
  return spelling.toLowerCase().startsWith(word.toLowerCase());
}

interface Behind {
  readonly marker: Marker;
  /** The cursor. */
  readonly offset: number;
}

/** In the brackets behind a tag any part, and behind an `@` an owner. */
function completePart(
  text: string,
  { marker, offset }: Behind,
  query: MarkerCompletionQuery,
): readonly MarkerCompletion[] {
  if (offset - marker.end > longestList) return [];
  const between = text.slice(marker.end, offset);
  const [, inBrackets] = /^[ \t]?[([](?:[^)\]\n\r]*,)?[ \t]*([^)\]\n\r,]*)$/.exec(between) ?? [];
  const [, behindSign] = /^:?[ \t]?(@[^\s,]*)$/.exec(between) ?? [];
  const word = inBrackets ?? behindSign;
  if (word === undefined) return [];
  const start = offset - word.length;
  const policy = query.policies.find(({ tag }) => tag === marker.tag);
  return valuesFor(policy, query)
    .filter(({ kind, text: value }) => {
      const written = marker[kind];
      // A marker may name several owners, and the next one begins with what is typed.
      const isAt = written !== undefined && written.start <= offset && start <= written.end;
      const isWritten = written !== undefined && (!isAt || (word === '' && written.start < start));
      return !isWritten && beginsWith(value.replace(/^@/, ''), word.replace(/^@/, '')) && fits(kind, word);
    })
    .map((value) => ({ ...value, start, end: offset }));
}

/** `@` begins nothing but an owner. */
function fits(kind: MarkerPartName, word: string): boolean {
  return !word.startsWith('@') || kind === 'owner';
}

type Value = Omit<MarkerCompletion, 'start' | 'end' | 'kind'> & { readonly kind: MarkerPartName };

/** What the policy requires comes first. */
function valuesFor(policy: Policy | undefined, { owners, today }: MarkerCompletionQuery): readonly Value[] {
  const expires = policy?.expires;
  const expiry = judge({}, { require: [], ...(expires && { expires }) }, { today, since: today }).deadline;
  const values: readonly Value[] = [
    ...owners.map(({ handle, why }) => ({ kind: 'owner', text: handle, detail: why }) as const),
    ...(expiry === undefined
      ? []
      : [{ kind: 'due', text: expiry, detail: `in ${cleanLine(expires ?? '')}, as agreed here` } as const]),
    ...days
      .map(([count, detail]) => ({ kind: 'due', text: addDays(today, count), detail }) as const)
      .filter(({ text }) => text !== expiry),
    { kind: 'issue', text: '#', detail: 'an issue, such as #123' },
    ...costs.map(([text, detail]) => ({ kind: 'cost', text, detail }) as const),
  ];
  const isRequired = ({ kind }: Value) => policy?.require.includes(kind) === true;
  return [...values.filter(isRequired), ...values.filter((value) => !isRequired(value))];
}

const days = [
  [7, 'in a week'],
  [30, 'in 30 days'],
] as const;

const costs = [
  ['~1h', 'about an hour'],
  ['~1d', 'about a day'],
  ['~1w', 'about a week'],
] as const;
