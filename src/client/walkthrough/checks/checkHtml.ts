import type { PlayedStep } from '../../../core/walkthrough/playedWalkthrough';
import { escapeHtml } from '../../../core/text/escapeHtml';
import { cleanLine } from '../../../core/text/markdown';
import { button } from '../pageParts';
import { checkWords, type StepState } from '../stepState';
import { type Finding, isChecked } from './finding';
import { type Here, whyNotHere } from './offer';

export interface CheckModel {
  readonly state: StepState;
  readonly here: Here;
  /** What the latest look in this window came to. */
  readonly finding: Finding | undefined;
  /** What was found when the step became untrue. */
  readonly untrue: string | undefined;
}

/** What makes a step done, what was found, and the button that looks again. */
export function checkHtml({ id, check }: PlayedStep, model: CheckModel): string {
  const words = checkWords(check);
  return [
    words === '' ? '' : `<p class="note">${escapeHtml(words)}</p>`,
    foundHtml(model),
    isChecked(check) ? `<div class="actions">${checkButton({ id, check }, model)}</div>` : '',
  ].join('\n');
}

function foundHtml({ state, finding, untrue }: CheckModel): string {
  if (state === 'untrue')
    return `<p class="warning" id="found">${escapeHtml(`This was done, and is untrue now. ${untrue ?? ''}`)}</p>`;
  if (finding === undefined) return '';
  const before = finding.holds === 'no' && state !== 'done' ? 'Not yet. ' : '';
  return `<p class="note" id="found">${escapeHtml(before + finding.why)}</p>`;
}

function checkButton(
  { id, check }: Pick<PlayedStep, 'id' | 'check'>,
  { state, here }: Pick<CheckModel, 'state' | 'here'>,
): string {
  const off = whyNotHere(check, here) ?? false;
  const primary = state !== 'done' && state !== 'skipped';
  return check.kind === 'task'
    ? button('task', { label: `Run the task ${cleanLine(check.task)}`, step: id, primary, off })
    : button('check', { label: state === 'done' ? 'Check again' : 'Check', step: id, primary, off });
}
