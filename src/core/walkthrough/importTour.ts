import type { Step, Walkthrough } from '../guidance/model';
import { counted } from '../text/counted';
import { cleanLine } from '../text/markdown';
import type { ReadText } from './anchorText';
import { proposeAnchor } from './proposeAnchor';
import { pathFrom } from '../text/pathFrom';
import { selectionOf } from './repairAnchor';
import type { ResolvedAnchor } from './resolvedAnchor';
import { quoted, type StepAnchor } from './stepAnchor';
import { tourText } from './tourText';
import { type StepDraft, writeWalkthrough } from './writeWalkthrough';

/** A step of a tour, and where it leads now. */
export interface TourStep {
  readonly step: Step;
  readonly anchor: ResolvedAnchor;
  /** The file that it leads to. */
  readonly file?: ReadText | undefined;
}

export interface TourParts {
  readonly tour: Walkthrough;
  readonly steps: readonly TourStep[];
  /** The id of the walkthrough that follows. */
  readonly next: string | undefined;
}

/** A tour as a file of `.leadlight/walkthroughs/`, and what the format has no place for, as sentences. */
export interface ImportedTour {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Writes a CodeTour as a walkthrough of Leadlight's own: its titles, texts and ids, and for each step the best anchor
 * of the place where it leads now. Commands become text that is shown, and what has no place is said in comments, too.
 */
export function importTour({ tour, steps, next }: TourParts): ImportedTour {
  const notes: string[] = [];
  const drafts = steps.map((each): StepDraft => {
    const { at, lost } = anchorOf(each, tour.folder);
    const { step } = each;
    notes.push(...[...lost, ...unplaced(step)].map((what) => `The step ${quoted(step.title)}: ${what}`));
    const keys = { ...(at && { at }), ...(step.run !== undefined && { run: step.run }) };
    return { id: step.id, title: step.title, text: tourText(step, { most: Infinity }), keys };
  });
  const { ref, stepMarker, when } = tour.tour ?? {};
  for (const [key, value] of Object.entries({ ref, stepMarker, when }))
    if (value !== undefined)
      notes.push(`${key}: ${cleanLine(value)} has no place in a walkthrough of Leadlight.`);
  const keys = {
    ...(tour.open === 'first-open' && { open: tour.open }),
    ...(next !== undefined && { next }),
  };
  const { title, text = '' } = tour;
  return { text: writeWalkthrough({ title, text, keys, comments: notes, steps: drafts }), notes };
}

/** The best anchor where the place is known; else what the tour says, and why nobody finds it. */
function anchorOf(
  { step, anchor, file }: TourStep,
  folder: string,
): { readonly at?: StepAnchor | undefined; readonly lost: readonly string[] } {
  const { at } = step;
  if (at === undefined) return { lost: [] };
  if (at.file === undefined) return { at: wholeOf(at), lost: [] };
  if (anchor.state !== 'found' && anchor.state !== 'moved')
    return { at: writtenAt(at), lost: [`It leads nowhere. ${anchor.message ?? ''}`.trim()] };
  const named = { file: pathFrom(folder, anchor.uri!) };
  if (anchor.range === undefined || file === undefined) return { at: named, lost: [] };
  const span = { start: anchor.range.start.line, end: anchor.range.end.line };
  const best = proposeAnchor(file, span).at;
  // A line of several says less than all of them.
  const place = best.symbol !== undefined || span.start === span.end ? best : selectionOf(anchor.range).at;
  return { at: { ...named, ...place }, lost: [] };
}

/** One of what a tour may say together. */
function wholeOf({ directory, view }: StepAnchor): StepAnchor {
  return directory === undefined ? { view } : { directory };
}

/** What a tour says, as far as our format has it: one of its places, counted from 1. */
function writtenAt({ file, pattern, selection, line }: StepAnchor): StepAnchor {
  const isCount = (value: number | undefined) => value !== undefined && Number.isInteger(value) && value > 0;
  if (pattern !== undefined) return { file, pattern };
  const spots = selection && [selection.start, selection.end];
  if (spots?.every((spot) => isCount(spot.line) && isCount(spot.character))) return { file, selection };
  return isCount(line) ? { file, line } : { file };
}

function unplaced({ at, tour }: Step): readonly string[] {
  const { icon, markerTitle, commands = [], contents, file } = tour ?? {};
  return [
    ...(icon === undefined ? [] : [`Its icon ${quoted(icon)} has no place.`]),
    ...(markerTitle === undefined ? [] : [`Its markerTitle ${quoted(markerTitle)} has no place.`]),
    ...(contents !== undefined && file !== undefined
      ? [`The contents of ${quoted(file)}, which is no file, are shown in its text.`]
      : []),
    ...(commands.length > 0 ? [`${counted(commands.length, 'command')} became text that is shown.`] : []),
    ...(at?.file !== undefined && (at.directory ?? at.view) !== undefined
      ? [`Beside its file it names ${quoted((at.directory ?? at.view)!)}, which has no place.`]
      : []),
  ];
}
