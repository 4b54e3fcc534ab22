import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import { compileTags } from '../markers/findMarkers';
import { judge } from '../markers/judge';
import { type Marker, type MarkerPartName, markerParts } from '../markers/marker';
import { tagsOf } from '../markers/policies';
import type { Policy } from '../markers/policy';
import type { PlacedMarker } from '../match/documentMatches';
import { addDays } from '../text/day';
import { cleanLine } from '../text/markdown';
import type { OwnerChoice } from './markerOwners';

/** A way to write on a marker what it does not say yet. */
export interface MarkerFix {
  readonly part: MarkerPartName;
  /** Whether the policy asks for the part. */
  readonly isMissing: boolean;
  /** Plain text. */
  readonly title: string;
  /** UTF-16 offset where `text` is inserted. */
  readonly at: number;
  readonly text: string;
  /** Where in `text` a person has to write the rest: nobody else knows the issue, or the reason. */
  readonly blank?: number;
}

export interface MarkerFixQuery {
  /** The document's. */
  readonly markers: readonly PlacedMarker[];
  /** By which they were found. */
  readonly policies: readonly Policy[];
  readonly owners: readonly OwnerChoice[];
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
}

const mostOwners = 3;
const daysToDo = 30;

/**
 * The parts that can be added to the marker whose tag is at an offset, those that its policy misses first. A fix is
 * offered only where the text with it reads as it should: the marker has the part, and is the same otherwise.
 */
export function fixesAt(document: TextDocument, offset: number, query: MarkerFixQuery): readonly MarkerFix[] {
  const placed = query.markers.find(({ marker }) => marker.start <= offset && offset <= marker.end);
  return placed === undefined ? [] : fixesFor(document, placed, query);
}

function fixesFor(
  document: TextDocument,
  { marker, policy }: PlacedMarker,
  query: MarkerFixQuery,
): readonly MarkerFix[] {
  const text = document.getText();
  const search = compileTags(tagsOf(query.policies));
  const read = (changed: string) =>
    search
      .find(changed, scanRegions(changed, document.languageId))
      .find(({ start }) => start === marker.start);
  return partsOf(marker)
    .filter((part) => marker[part] === undefined)
    .map((part) => ({ part, isMissing: policy.require.includes(part) }))
    .toSorted((a, b) => Number(b.isMissing) - Number(a.isMissing))
    .flatMap(({ part, isMissing }) =>
      valuesFor(part, policy, query).flatMap((value) => {
        const insertion = insertionOf(text, marker, { part, value, read });
        return insertion === undefined ? [] : [{ part, isMissing, title: value.title, ...insertion }];
      }),
    );
}

function partsOf({ kind }: Marker): readonly MarkerPartName[] {
  return markerParts.filter((part) => (part === 'reason') === (kind === 'suppression'));
}

interface Value {
  readonly title: string;
  /** What is known of the part. */
  readonly written: string;
  /** What a person could write behind it; absent where nothing is left to write. */
  readonly example?: string;
}

function valuesFor(
  part: MarkerPartName,
  { expires }: Policy,
  { owners, today }: MarkerFixQuery,
): readonly Value[] {
  switch (part) {
    case 'owner':
      if (owners.length === 0) return [{ title: 'Add an owner…', written: '@', example: 'somebody' }];
      return owners
        .slice(0, mostOwners)
        .map(({ handle, why }) => ({ title: `Add owner ${handle} (${why})`, written: handle }));
    case 'due': {
      const agreed = judge(
        {},
        { require: [], ...(expires && { expires }) },
        { today, since: today },
      ).deadline;
      const day = agreed ?? addDays(today, daysToDo);
      const why =
        agreed === undefined ? `in ${daysToDo} days` : `in ${cleanLine(expires ?? '')}, as agreed here`;
      return [{ title: `Add due date ${day} (${why})`, written: day }];
    }
    case 'issue':
      return [{ title: 'Add an issue…', written: '#', example: '1' }];
    case 'cost':
      return [{ title: 'Add a cost…', written: '~', example: '1d' }];
    case 'reason':
      return [{ title: 'Add a reason…', written: '', example: 'because' }];
  }
}

type Insertion = Pick<MarkerFix, 'at' | 'text' | 'blank'>;

interface Wish {
  readonly part: MarkerPartName;
  readonly value: Value;
  /** The marker as it stands in a text that was changed behind its tag. */
  read(changed: string): Marker | undefined;
}

/** The first way to write a value that reads as meant. */
function insertionOf(
  text: string,
  marker: Marker,
  { part, value: { written, example }, read }: Wish,
): Insertion | undefined {
  const forms = part === 'reason' ? reasonForms(text, marker) : partForms(text, marker);
  const works = forms.find(({ at, open, close }) => {
    const filled = `${open}${written}${example ?? ''}${close}`;
    const after = read(`${text.slice(0, at)}${filled}${text.slice(at)}`);
    return after !== undefined && isOnlyNews(marker, after, part);
  });
  if (works === undefined) return undefined;
  const { at, open, close } = works;
  const blank = example === undefined ? {} : { blank: open.length + written.length };
  return { at, text: `${open}${written}${close}`, ...blank };
}

function isOnlyNews(before: Marker, after: Marker, news: MarkerPartName): boolean {
  return (
    after.tag === before.tag &&
    after.end === before.end &&
    after.text === before.text &&
    markerParts.every((part) => (part === news) === (after[part]?.value !== before[part]?.value))
  );
}

interface Form {
  readonly at: number;
  readonly open: string;
  readonly close: string;
}

/** In the brackets that are there, else in brackets behind the tag, else behind its colon. */
function partForms(text: string, { end }: Marker): readonly Form[] {
  const behind = text.slice(end, end + longestList);
  const [list] = /^[ \t]?(?:\([^()\n\r]*[^()\s](?=\s*\))|\[[^[\]\n\r]*[^[\]\s](?=\s*\]))/.exec(behind) ?? [];
  const [empty] = /^[ \t]?[([](?=\s*[)\]])/.exec(behind) ?? [];
  return [
    ...(list === undefined ? [] : [{ at: end + list.length, open: ', ', close: '' }]),
    ...(empty === undefined ? [] : [{ at: end + empty.length, open: '', close: '' }]),
    { at: end, open: '(', close: ')' },
    ...(behind.startsWith(':') ? [{ at: end + 1, open: ' ', close: '' }] : []),
    ...(behind.startsWith(':') ? [{ at: end + 1, open: ' (', close: '):' }] : []),
  ];
}

const longestList = 200;

/** At the end of what the directive says, by the separator that its tool knows, else in a comment behind it. */
function reasonForms(text: string, { tag, start, end, bodyEnd }: Marker): readonly Form[] {
  const lineEnd = lineEndFrom(text, end);
  const at = Math.min(Math.max(end, bodyEnd), lineEnd);
  const separator =
    separators[tag] ?? (/#[ \t]*$/.test(text.slice(0, start).slice(-longestList)) ? ' # ' : ' -- ');
  return [
    { at, open: separator, close: '' },
    { at: lineEnd, open: ' // ', close: '' },
  ];
}

/** Some tools read a dash as one more rule. */
const separators: Readonly<Record<string, string>> = { nolint: ' // ', 'biome-ignore': ': ' };

function lineEndFrom(text: string, from: number): number {
  const end = text.slice(from).search(/[^\S\n\r]*(?:[\n\r]|$)/);
  return from + end;
}
