import type { PlayedStep, StepCheck } from '../../core/walkthrough/playedWalkthrough';
import { cleanLine } from '../../core/text/markdown';
import { rangeWords } from '../../core/text/version';
import { counted } from '../../core/text/counted';
import { markOf, type StepMarks } from '../state/progress';
import { canBeUntrue } from './checks/finding';

/** `changed`: it was done, and says something else now. `untrue`: it was done, and does not hold any more. */
export type StepState = 'open' | 'done' | 'skipped' | 'changed' | 'untrue';

export function stateOf({ id, fingerprint, check }: PlayedStep, marks: StepMarks): StepState {
  const mark = markOf(marks, id);
  if (mark === undefined) return 'open';
  if (mark.untrue !== undefined && canBeUntrue(check)) return 'untrue';
  return mark.state === 'done' && mark.fingerprint !== fingerprint ? 'changed' : mark.state;
}

export const stateWords: Readonly<Record<StepState, string>> = {
  open: 'open',
  done: 'done',
  skipped: 'skipped',
  changed: 'done, changed since',
  untrue: 'was done, untrue now',
};

/** How far a person is, as in `2 of 7 steps done, 1 untrue now`. */
export function progressWords(states: readonly StepState[]): string {
  const count = (wanted: StepState) => states.filter((state) => state === wanted).length;
  const untrue = count('untrue');
  return `${count('done')} of ${counted(states.length, 'step')} done${untrue > 0 ? `, ${untrue} untrue now` : ''}`;
}

/** The first step that is left to do; the first of all where none is. */
export function firstOpen(steps: readonly PlayedStep[], marks: StepMarks): number {
  return Math.max(
    steps.findIndex((step) => ['open', 'changed', 'untrue'].includes(stateOf(step, marks))),
    0,
  );
}

/** What has to be so for the step to be done, as a sentence in plain text; empty where a person just says so. */
export function checkWords(check: StepCheck): string {
  switch (check.kind) {
    case 'confirmed':
    case 'question':
      return '';
    case 'opened':
      return 'Done once you have seen the place.';
    case 'command':
      return 'Done once this command has ended well in a terminal.';
    case 'task':
      return `Done once the task ${cleanLine(check.task)} has ended well.`;
    case 'exists':
      return `Done once there is ${cleanLine(check.path)}.`;
    case 'contains':
      return `Done once ${cleanLine(check.path)} contains "${cleanLine(check.text)}".`;
    case 'setting':
      return `Done once the setting ${cleanLine(check.key)} is ${cleanLine(JSON.stringify(check.equals))}.`;
    case 'extension':
      return `Done once the extension ${cleanLine(check.extension)} is installed.`;
    case 'tool':
      return `Done once you have ${check.tool}${check.range === '' ? '' : `, ${rangeWords(check.range)}`}.`;
  }
}

/** A command line as it is compared: white space does not count. */
export function collapsed(command: string): string {
  return command.trim().replace(/\s+/g, ' ');
}
