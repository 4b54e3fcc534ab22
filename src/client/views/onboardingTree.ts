import type {
  PlayedStep,
  PlayedWalkthrough,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';
import { markOf, type StepMarks } from '../state/progress';
import { leftOutWords } from '../walkthrough/pathHtml';
import type { News } from '../walkthrough/news';
import type { RolePath } from '../walkthrough/rolePath';
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
  readonly kind: 'walkthrough' | 'step' | 'leftOut';
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

/** What a person made of the steps, and what is news of them. */
export interface Known {
  readonly marks: StepMarks;
  readonly news: ReadonlyMap<string, News>;
}

/** `walkthrough` has the steps that are on the person's path, and no others count. */
export function walkthroughNode(walkthrough: WalkthroughSummary, { marks, news }: Known): OnboardingNode {
  const all = walkthrough.outline.flatMap(({ id }) => markOf(marks, id) ?? []);
  const done = all.filter(({ state, untrue }) => state === 'done' && untrue === undefined).length;
  const untrue = all.filter((mark) => mark.state === 'done' && mark.untrue !== undefined).length;
  const said = [
    `${done} of ${walkthrough.steps} done`,
    ...(untrue > 0 ? [`${untrue} untrue now`] : []),
    ...(news.size > 0 ? [`${news.size} new`] : []),
  ];
  return {
    id: JSON.stringify([walkthrough.key]),
    label: walkthrough.title,
    description: [...said, ...walkthrough.roles].join(' · '),
    icon: 'compass',
    isChecked: false,
    kind: 'walkthrough',
    walkthrough,
  };
}

export function stepNodes(
  walkthrough: PlayedWalkthrough,
  { marks, news }: Known,
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
      description: [
        stateWords[state],
        ...lost,
        ...(off === undefined ? [] : ['not checked here']),
        ...(news.has(step.id) ? [news.get(step.id)!] : []),
      ].join(' · '),
      icon: state === 'open' && off !== undefined ? 'lock' : icons[state],
      ...(detail !== undefined && { detail }),
      isChecked: isChecked(check),
      kind: 'step',
      walkthrough,
      step,
    };
  });
}

/** Says how many steps are for others, and lets a person choose again. */
export function leftOutNode(walkthrough: WalkthroughSummary, { leftOut, role }: RolePath): OnboardingNode {
  return {
    id: JSON.stringify([walkthrough.key, 'steps', 'left out']),
    label: leftOutWords(leftOut, role),
    description: '',
    icon: 'person',
    isChecked: false,
    kind: 'leftOut',
    walkthrough,
  };
}
