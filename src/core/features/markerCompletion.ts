import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindAt, type Region, regionAt } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import { compileDocumentTags, type ScannedText } from '../markers/documentSearch';
import { judge } from '../markers/judge';
import { leadsLine } from '../markers/leadsLine';
import { markdownPlaces } from '../markers/markdownPlaces';
import type { Marker, MarkerPartName } from '../markers/marker';
import { tagsOf } from '../markers/policies';
import type { Policy } from '../markers/policy';
import { maxCharacters } from '../match/documentMatches';
import { addDays } from '../text/day';
import { cleanLine } from '../text/markdown';
import type { OwnerChoice } from './markerOwners';

/** Something to write in a marker. Plain text. */
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
 * What fits at an offset, best first: behind a tag its parts, at the start of a line of a comment the tags that begin
 * with what is there, and in Markdown those whose policies look for them there. Nothing in code, in strings and in the
 * middle of a sentence.
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
  const { languageId } = document;
  const scanned = { text, languageId, regions: scanRegions(text, languageId) };
  const place = placeAt(scanned, offset, query.policies);
  if (place === undefined) return [];
  const line = { start: lineStart(text, place.start, offset), end: offset };
  const marker = compileDocumentTags(tagsOf(query.policies))
    .find(scanned)
    .findLast(({ start, end }) => line.start <= start && end <= offset);
  return marker === undefined
    ? completeTag(text, line, place)
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

/** A comment, or a stretch of Markdown where tags count. */
interface Place {
  readonly start: number;
  /** Of the tags that count there. */
  readonly policies: readonly Policy[];
  /** Whether a tag at an offset comes first. */
  readonly leads: (at: number) => boolean;
}

function placeAt(scanned: ScannedText, offset: number, policies: readonly Policy[]): Place | undefined {
  const { text, regions, languageId } = scanned;
  if (kindAt(regions, offset) === 'comment') {
    const { start } = regionAt(regions, offset)!;
    return { start, policies, leads: (at) => leadsLine(text, start, at) };
  }
  const { headings = [], paragraphs = [] } = markdownPlaces(text, regions, languageId) ?? {};
  const holds = ({ start, end }: Region) => start <= offset && offset < end;
  const heading = headings.find(holds);
  const place = heading ?? paragraphs.find(holds);
  return (
    place && {
      start: place.start,
      policies: policies.filter(
        ({ kind, markdown }) =>
          kind === 'debt' && (markdown === 'prose' || (markdown === 'headings' && heading !== undefined)),
      ),
      leads: (at) => leadsLine(text, place.start, at) && !/[\p{L}\p{N}]/u.test(text.slice(place.start, at)),
    }
  );
}

/** Where the line of an offset begins, or the place in it. */
function lineStart(text: string, first: number, offset: number): number {
  let start = offset;
  while (start > first && !/[\n\r]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

interface Line {
  readonly start: number;
  /** The cursor. */
  readonly end: number;
}

function completeTag(
  text: string,
  { start, end }: Line,
  { policies, leads }: Place,
): readonly MarkerCompletion[] {
  const word = wordBefore(text.slice(Math.max(start, end - longestWord), end));
  const at = end - word.length;
  if (word === '' || !leads(at)) return [];
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
