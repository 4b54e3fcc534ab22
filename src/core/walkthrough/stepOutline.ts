import type { Step } from '../guidance/model';
import { hash } from '../text/hash';
import { cleanLine } from '../text/markdown';
import type { StepOutline } from './playedWalkthrough';

/** What is known of a step before anybody plays it. */
export function outlineOf(step: Step): StepOutline {
  return { id: step.id, fingerprint: fingerprintOf(step), roles: (step.roles ?? []).map(cleanLine) };
}

/** Another text when what a step says changed, or where it leads as its source has it. */
export function fingerprintOf({ title, text, run, check, at, tour, next }: Step): string {
  return hash(JSON.stringify([title, text, run, check, at, tour, ...(next === undefined ? [] : [next])]));
}
