import type { PlayedStep, StepCheck } from '../../core/walkthrough/playedWalkthrough';
import { cleanLine } from '../../core/text/markdown';
import { markOf, type StepMarks } from '../state/progress';

/** `changed`: it was done, and says something else now. */
export type StepState = 'open' | 'done' | 'skipped' | 'changed';

export function stateOf({ id, fingerprint }: PlayedStep, marks: StepMarks): StepState {
  const mark = markOf(marks, id);
  if (mark === undefined) return 'open';
  return mark.state === 'done' && mark.fingerprint !== fingerprint ? 'changed' : mark.state;
}

export const stateWords: Readonly<Record<StepState, string>> = {
  open: 'open',
  done: 'done',
  skipped: 'skipped',
  changed: 'done, its text is new',
};

/** The first step that is left to do; the first of all where none is. */
export function firstOpen(steps: readonly PlayedStep[], marks: StepMarks): number {
  return Math.max(
    steps.findIndex((step) => ['open', 'changed'].includes(stateOf(step, marks))),
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
      return `For this step, the task ${cleanLine(check.task)} ends well.`;
    case 'exists':
      return `For this step, there is ${cleanLine(check.path)}.`;
    case 'contains':
      return `For this step, ${cleanLine(check.path)} contains "${cleanLine(check.text)}".`;
    case 'setting':
      return `For this step, the setting ${cleanLine(check.key)} is ${cleanLine(JSON.stringify(check.equals))}.`;
    case 'extension':
      return `For this step, the extension ${cleanLine(check.extension)} is installed.`;
    case 'tool':
      return `For this step, you have ${cleanLine(check.tool)} ${cleanLine(check.range)}.`;
  }
}

/** Whether a person says by themselves that it is done. */
export function isConfirmed({ kind }: StepCheck): boolean {
  return !['opened', 'command', 'question'].includes(kind);
}

/** A command line as it is compared: white space does not count. */
export function collapsed(command: string): string {
  return command.trim().replace(/\s+/g, ' ');
}
