import type {
  PlayedStep,
  PlayedWalkthrough,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';
import { markOf, type StepMarks } from '../state/progress';
import { isChecked } from '../walkthrough/checks/finding';
import { type Here, whyNotHere } from '../walkthrough/checks/offer';
import { stateOf, type StepState, stateWords } from '../walkthrough/stepState';

/** Commands that only a line of the view calls. */
export const stepCommands = [
  'leadlight.openStepSource',
  'leadlight.checkStep',
  'leadlight.moveStepUp',
  'leadlight.moveStepDown',
  'leadlight.renameStep',
  'leadlight.deleteStep',
] as const;

/** One line of the view Onboarding. */
export interface OnboardingNode {
  readonly id: string;
  /** Plain text, like the description. */
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** More about it, as a sentence in plain text: what is untrue, or why it cannot be checked here. */
  readonly detail?: string;
  /** Whether **Check** does anything for it. */
  readonly isChecked: boolean;
  readonly kind: 'walkthrough' | 'step';
  readonly walkthrough: WalkthroughSummary;
  readonly step?: PlayedStep;
}

const icons: Readonly<Record<StepState, string>> = {
  open: 'circle-large-outline',
  done: 'pass',
  skipped: 'debug-step-over',
  changed: 'refresh',
  untrue: 'warning',
};

export function walkthroughNode(walkthrough: WalkthroughSummary, marks: StepMarks): OnboardingNode {
  const all = Object.values(marks).filter(({ state }) => state === 'done');
  const done = all.filter(({ untrue }) => untrue === undefined).length;
  const untrue = all.length > done ? [`${all.length - done} untrue now`] : [];
  const progress = `${Math.min(done, walkthrough.steps)} of ${walkthrough.steps} done`;
  return {
    id: JSON.stringify([walkthrough.key]),
    label: walkthrough.title,
    description: [progress, ...untrue, ...walkthrough.roles].join(' · '),
    icon: 'compass',
    isChecked: false,
    kind: 'walkthrough',
    walkthrough,
  };
}

export function stepNodes(
  walkthrough: PlayedWalkthrough,
  marks: StepMarks,
  here: Here,
): readonly OnboardingNode[] {
  return walkthrough.played.map((step) => {
    const state = stateOf(step, marks);
    const { anchor, check } = step;
    const off = state === 'done' || state === 'skipped' ? undefined : whyNotHere(check, here);
    const detail = state === 'untrue' ? markOf(marks, step.id)?.untrue : off;
    const lost = anchor.state === 'missing' || anchor.state === 'ambiguous' ? [`place ${anchor.state}`] : [];
    return {
      id: JSON.stringify([walkthrough.key, step.id]),
      label: step.title,
      description: [stateWords[state], ...lost, ...(off === undefined ? [] : ['not checked here'])].join(
        ' · ',
      ),
      icon: state === 'open' && off !== undefined ? 'lock' : icons[state],
      ...(detail !== undefined && { detail }),
      isChecked: isChecked(check),
      kind: 'step',
      walkthrough,
      step,
    };
  });
}
