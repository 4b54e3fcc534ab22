import type {
  PlayedStep,
  PlayedWalkthrough,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';
import type { StepMarks } from '../state/progress';
import { stateOf, type StepState, stateWords } from '../walkthrough/stepState';

/** Commands that only a line of the view calls. */
export const stepCommands = ['leadlight.openStepSource'] as const;

/** One line of the view Onboarding. */
export interface OnboardingNode {
  readonly id: string;
  /** Plain text, like the description. */
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly kind: 'walkthrough' | 'step';
  readonly walkthrough: WalkthroughSummary;
  readonly step?: PlayedStep;
}

const icons: Readonly<Record<StepState, string>> = {
  open: 'circle-large-outline',
  done: 'pass',
  skipped: 'debug-step-over',
  changed: 'refresh',
};

export function walkthroughNode(walkthrough: WalkthroughSummary, marks: StepMarks): OnboardingNode {
  const done = Object.values(marks).filter(({ state }) => state === 'done').length;
  const progress = `${Math.min(done, walkthrough.steps)} of ${walkthrough.steps} done`;
  return {
    id: JSON.stringify([walkthrough.key]),
    label: walkthrough.title,
    description: [progress, ...walkthrough.roles].join(' · '),
    icon: 'compass',
    kind: 'walkthrough',
    walkthrough,
  };
}

export function stepNodes(walkthrough: PlayedWalkthrough, marks: StepMarks): readonly OnboardingNode[] {
  return walkthrough.played.map((step) => {
    const state = stateOf(step, marks);
    const { anchor } = step;
    const lost = anchor.state === 'missing' || anchor.state === 'ambiguous' ? [`place ${anchor.state}`] : [];
    return {
      id: JSON.stringify([walkthrough.key, step.id]),
      label: step.title,
      description: [stateWords[state], ...lost].join(' · '),
      icon: icons[state],
      kind: 'step',
      walkthrough,
      step,
    };
  });
}
