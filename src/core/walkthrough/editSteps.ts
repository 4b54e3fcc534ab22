import { lineEndOf } from '../text/lineEnds';
import { freeSlug, slug } from '../text/slug';
import { cleanLine } from '../text/markdown';
import { sameData } from '../text/sameData';
import { yamlMapping } from '../text/yamlText';
import { markdownSteps } from './markdownSteps';
import { headingLine, keysBlock } from './writeWalkthrough';
import type { Replacement, WrittenStep, WrittenSteps } from './writtenStep';
import { yamlSteps } from './yamlSteps';

/** What a person does to the steps of a walkthrough; steps by their ids. JSON. */
export type StepChange =
  /** `to`: the index that it has afterwards. */
  | { readonly kind: 'move'; readonly step: string; readonly to: number }
  | { readonly kind: 'rename'; readonly step: string; readonly title: string }
  | { readonly kind: 'delete'; readonly step: string }
  /** At the end, or behind a step; in Markdown only. `at` is the value of the key. */
  | {
      readonly kind: 'add';
      readonly after?: string;
      readonly title: string;
      readonly at?: Readonly<Record<string, unknown>>;
    };

export interface WalkthroughText {
  readonly text: string;
  readonly format: 'yaml' | 'markdown';
  /** The id of the walkthrough; a file of Markdown is one. */
  readonly id: string;
}

/** The whole text after a change, or why there is none: a sentence. */
export type StepEdit =
  | {
      readonly kind: 'edited';
      readonly text: string;
      /** UTF-16 offset where the text of a new step is to be written. */
      readonly cursor?: number;
    }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Changes the steps of a walkthrough in the text of its source, and leaves all else as it is written: comments, quotes,
 * indentation, line ends. Ids stay what they were, since progress is kept by them. What comes out is read again, and
 * where it does not say just what was asked for, the change is refused.
 */
export function editSteps(source: WalkthroughText, change: StepChange): StepEdit {
  const written = readSteps(source);
  if (written === undefined) return refused('The steps of this walkthrough are not written as a list.');
  const edit = editOf(source, { written, change });
  if (edit.kind === 'refused') return edit;
  const again = readSteps({ ...source, text: edit.text });
  const wanted = expected(written, change);
  if (wanted.length === 0 ? again !== undefined && again.steps.length > 0 : !isSame(again?.steps, wanted))
    return refused('This source is written in a way that Leadlight cannot change safely. Change it by hand.');
  if (again !== undefined && !sameData(again.rest, written.rest))
    return refused('This change would change other parts of the source, too. Make it by hand.');
  return edit;
}

function readSteps({ text, format, id }: WalkthroughText): WrittenSteps | undefined {
  return format === 'markdown' ? markdownSteps(text) : yamlSteps(text, id);
}

function refused(why: string): StepEdit {
  return { kind: 'refused', why };
}

interface Change {
  readonly written: WrittenSteps;
  readonly change: StepChange;
}

function editOf({ text, format }: WalkthroughText, { written, change }: Change): StepEdit {
  const { steps } = written;
  if (change.kind === 'add') {
    if (format !== 'markdown') return refused('Steps are added to walkthroughs in Markdown only.');
    return added(text, steps, change);
  }
  const at = steps.findIndex(({ id }) => id === change.step);
  const step = steps[at];
  if (step === undefined) return refused('This step is not in its source any more.');
  if (steps.filter(({ id }) => id === change.step).length > 1)
    return refused(`Two steps have the id "${cleanLine(change.step)}". Give one of them another id first.`);
  switch (change.kind) {
    case 'move':
      return edited(text, [moved(text, steps, orderAfter(steps, at, change.to))]);
    case 'rename': {
      const title = cleanLine(change.title);
      if (title === '') return refused('A step needs a title.');
      return edited(text, [step.retitled(title), ...(step.hasId ? [] : [step.withId(step.id)])]);
    }
    case 'delete':
      return edited(text, steps.length === 1 ? written.emptied() : [deleted(steps, at)]);
  }
}

/** Without overlaps; of several at one place the later ones come first. */
function edited(text: string, replacements: readonly Replacement[]): StepEdit {
  const ordered = replacements.toSorted((a, b) => b.start - a.start);
  const after = ordered.reduce(
    (at, { start, end, text: by }) => at.slice(0, start) + by + at.slice(end),
    text,
  );
  return { kind: 'edited', text: after };
}

function orderAfter(steps: readonly WrittenStep[], from: number, to: number): readonly WrittenStep[] {
  const order = steps.toSpliced(from, 1);
  return order.toSpliced(Math.max(0, Math.min(to, order.length)), 0, steps[from]!);
}

/** What is between the steps stays where it is, and the steps change places around it. */
function moved(text: string, steps: readonly WrittenStep[], order: readonly WrittenStep[]): Replacement {
  const [start, end] = [steps[0]!.block.start, steps.at(-1)!.block.end];
  const pieces = order.map(({ block }, index) => {
    const next = steps[index + 1]?.block.start ?? end;
    return text.slice(block.start, block.end) + text.slice(steps[index]!.block.end, next);
  });
  return { start, end, text: pieces.join('') };
}

function deleted(steps: readonly WrittenStep[], at: number): Replacement {
  const { block } = steps[at]!;
  const next = steps[at + 1];
  if (next !== undefined) return { start: block.start, end: next.block.start, text: '' };
  return { start: steps[at - 1]!.block.end, end: block.end, text: '' };
}

function added(
  text: string,
  steps: readonly WrittenStep[],
  { after, title: written, at }: Extract<StepChange, { kind: 'add' }>,
): StepEdit {
  const title = cleanLine(written);
  if (title === '') return refused('A step needs a title.');
  const behind = after === undefined ? steps.at(-1) : steps.find(({ id }) => id === after);
  if (after !== undefined && behind === undefined) return refused('This step is not in its source any more.');
  const id = freeId(slug(title), steps);
  const keys = [
    ...(id === slug(title) ? [] : [`id: ${id}`]),
    ...(at === undefined ? [] : [`at: ${yamlMapping(at)}`]),
  ];
  const lineEnd = lineEndOf(text);
  const place = behind?.block.end ?? text.trimEnd().length;
  const step = [headingLine(2, title), ...(keys.length === 0 ? [] : [keysBlock(keys.join('\n'))]), ''].join(
    '\n\n',
  );
  const lead = place === 0 ? '' : '\n\n';
  const before = text.slice(0, place) + (lead + step).replaceAll('\n', lineEnd);
  const rest = text.slice(place);
  return { kind: 'edited', text: before + (rest === '' ? lineEnd : rest), cursor: before.length };
}

/** An id that no step has. */
function freeId(id: string, steps: readonly WrittenStep[]): string {
  return freeSlug(id, (wanted) => steps.some((step) => step.id === wanted));
}

/** What the steps say after a change: ids and titles, and the rest of each. */
function expected({ steps }: WrittenSteps, change: StepChange): readonly Said[] {
  const at = change.kind === 'add' ? -1 : steps.findIndex(({ id }) => id === change.step);
  switch (change.kind) {
    case 'move':
      return orderAfter(steps, at, change.to);
    case 'delete':
      return steps.toSpliced(at, 1);
    case 'rename':
      return steps.with(at, { ...steps[at]!, title: cleanLine(change.title) });
    case 'add': {
      const title = cleanLine(change.title);
      const behind = steps.findIndex(({ id }) => id === change.after);
      const step: Said = {
        id: freeId(slug(title), steps),
        title,
        rest: { ...(change.at && { at: change.at }), text: '' },
      };
      return (steps as readonly Said[]).toSpliced(behind < 0 ? steps.length : behind + 1, 0, step);
    }
  }
}

type Said = Pick<WrittenStep, 'id' | 'title' | 'rest'>;

function isSame(steps: readonly Said[] | undefined, wanted: readonly Said[]): boolean {
  const told = (all: readonly Said[]) => all.map(({ id, title, rest }) => [id, title, rest]);
  return steps !== undefined && sameData(told(steps), told(wanted));
}
