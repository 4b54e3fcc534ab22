import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import { compileDocumentTags } from '../markers/documentSearch';
import { judge } from '../markers/judge';
import { type Marker, type MarkerPartName, markerParts } from '../markers/marker';
import { tagsOf } from '../markers/policies';
import type { Policy } from '../markers/policy';
import type { PlacedMarker } from '../match/documentMatches';
import { addDays } from '../text/day';
import { cleanLine } from '../text/markdown';
import { type BlameState, judgeMarker } from './judgeMarker';
import { formsOf } from './markerForms';
import type { OwnerChoice } from './markerOwners';

/** A way to write on a marker what it does not say yet, or another day in place of one that has passed. */
export interface MarkerFix {
  readonly part: MarkerPartName;
  /** Whether the policy asks for it: the part is missing, or the marker is overdue. */
  readonly isWanted: boolean;
  /** Plain text. */
  readonly title: string;
  /** What `text` takes the place of, which is nothing for a new part: UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
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
  /** Asked only where there is a marker. */
  blame(): BlameState;
}

const mostOwners = 3;
const daysToDo = 30;

/**
 * What can be added to the marker whose tag is at an offset, what its policy asks for first. A fix is offered only
 * where the text with it reads as it should: the marker has the part, and is the same otherwise.
 */
export function fixesAt(document: TextDocument, offset: number, query: MarkerFixQuery): readonly MarkerFix[] {
  const placed = query.markers.find(({ marker }) => marker.start <= offset && offset <= marker.end);
  return placed === undefined ? [] : fixesFor(document, placed, query);
}

function fixesFor(document: TextDocument, placed: PlacedMarker, query: MarkerFixQuery): readonly MarkerFix[] {
  const { marker } = placed;
  const { missing, isOverdue } = judgeMarker(document, placed, {
    today: query.today,
    blame: query.blame(),
  });
  const text = document.getText();
  const search = compileDocumentTags(tagsOf(query.policies));
  const { languageId } = document;
  const read = (changed: string) =>
    search
      .find({ text: changed, languageId, regions: scanRegions(changed, languageId) })
      .find(({ start }) => start === marker.start);
  const asks = (part: MarkerPartName) =>
    !placed.isExcused && (missing.includes(part) || (part === 'due' && isOverdue));
  return partsOf(marker)
    .filter((part) => marker[part] === undefined || (part === 'due' && isOverdue))
    .map((part) => ({ part, isWanted: asks(part) }))
    .toSorted((a, b) => Number(b.isWanted) - Number(a.isWanted))
    .flatMap(({ part, isWanted }) =>
      valuesFor(part, placed, query).flatMap((value) => {
        const edit = editOf(text, marker, { part, value, read });
        return edit === undefined ? [] : [{ part, isWanted, title: value.title, ...edit }];
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
  { marker, policy: { expires } }: PlacedMarker,
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
      const verb = marker.due === undefined ? 'Add due date' : 'Move the due date to';
      return [{ title: `${verb} ${day} (${why})`, written: day }];
    }
    case 'issue':
      return [{ title: 'Add an issue…', written: '#', example: '1' }];
    case 'cost':
      return [{ title: 'Add a cost…', written: '~', example: '1d' }];
    case 'reason':
      return [{ title: 'Add a reason…', written: '', example: 'because' }];
  }
}

type Edit = Pick<MarkerFix, 'start' | 'end' | 'text' | 'blank'>;

interface Wish {
  readonly part: MarkerPartName;
  readonly value: Value;
  /** The marker as it stands in a text that was changed behind its tag. */
  read(changed: string): Marker | undefined;
}

/** The first way to write a value that reads as meant. */
function editOf(
  text: string,
  marker: Marker,
  { part, value: { written, example }, read }: Wish,
): Edit | undefined {
  const works = formsOf(text, marker, part).find(({ start, end, open, close }) => {
    const filled = `${open}${written}${example ?? ''}${close}`;
    const after = read(`${text.slice(0, start)}${filled}${text.slice(end)}`);
    return after !== undefined && isOnlyNews(marker, after, part);
  });
  if (works === undefined) return undefined;
  const { start, end, open, close } = works;
  const blank = example === undefined ? {} : { blank: open.length + written.length };
  return { start, end, text: `${open}${written}${close}`, ...blank };
}

function isOnlyNews(before: Marker, after: Marker, news: MarkerPartName): boolean {
  return (
    after.tag === before.tag &&
    after.end === before.end &&
    after.text === before.text &&
    markerParts.every((part) => (part === news) === (after[part]?.value !== before[part]?.value))
  );
}
