import type { ListedWalkthrough } from './summaries';

/** A step that a text names: of the walkthrough with that title, or of its own; `step` counts from 1. */
export interface StepReference {
  readonly title?: string;
  readonly step?: number;
}

/** Where a reference leads: the key of a walkthrough, and the id of a step of it. */
export interface StepTarget {
  readonly walkthrough: string;
  readonly step?: string;
}

export type FindStep = (reference: StepReference) => StepTarget | undefined;

/** Looks for steps from a walkthrough: in it, and in those of its workspace folder by their titles. */
export function stepFinder(from: ListedWalkthrough, all: readonly ListedWalkthrough[]): FindStep {
  return ({ title, step }) => {
    const named = (other: ListedWalkthrough) =>
      other.guidance === from.guidance &&
      [other.walkthrough.title, other.walkthrough.title.replace(ordinal, '')].includes(title!);
    const target = title === undefined ? from : all.find(named);
    if (target === undefined) return undefined;
    const walkthrough = target.summary.key;
    if (step === undefined) return { walkthrough };
    const found = target.walkthrough.steps[step - 1];
    return found && { walkthrough, step: found.id };
  };
}

/** What orders a title in CodeTour's list, as in `1 - Overview`, is no part of its name. */
const ordinal = /^#?\d+\s-\s*/;

const reference = /(?:\[([^\][]+)\])?\[([^\][#]*)(?:#(\d{1,4}))?\](?![([:])/g;

/**
 * One line of Markdown with CodeTour's references to steps as links, as CodeTour reads them: `[#2]`, `[Title]`,
 * `[Title#2]`, and each with words of its own before it, as in `[see there][#2]`. What names no step stays as it is.
 */
export function linkSteps(line: string, find: FindStep): string {
  return line.replace(reference, (written, words: string | undefined, name: string, number, at: number) => {
    const title = name.trim();
    if ((title === '' && number === undefined) || isInCode(line, at)) return written;
    const target = find({
      ...(title !== '' && { title }),
      ...(number !== undefined && { step: Number(number) }),
    });
    if (target === undefined) return written;
    return `[${words ?? written.slice(1, -1)}](${stepLink(target)})`;
  });
}

function isInCode(line: string, at: number): boolean {
  return line.slice(0, at).split('`').length % 2 === 0;
}

function stepLink({ walkthrough, step }: StepTarget): string {
  const parts = [walkthrough, ...(step === undefined ? [] : [step])];
  return `#step/${parts.map((part) => encodeURIComponent(part).replace(/[()']/g, escaped)).join('/')}`;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
