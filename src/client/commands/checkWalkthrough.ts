import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import { noticeText, say } from '../notice';
import type { OnboardingNode } from '../views/onboardingTree';
import { type Finding, isChecked } from '../walkthrough/checks/finding';
import type { CheckedWalkthrough, StepChecks } from '../walkthrough/checks/stepChecks';
import type { Onboarding } from '../walkthrough/onboarding';
import { chooseWalkthrough } from './walkthroughCommands';

interface Parts {
  readonly onboarding: Onboarding;
  readonly checks: StepChecks;
}

/** Holds one step, or all steps of a walkthrough, against the world because a person asks. */
export function registerCheckWalkthrough({ onboarding, checks }: Parts): vscode.Disposable {
  /** `undefined` where the walkthrough is gone. */
  const checkedWith = async (key: string): Promise<CheckedWalkthrough | undefined> => {
    if (onboarding.open?.walkthrough.key === key) return onboarding.open;
    const whole = await onboarding.play(key);
    if (whole === undefined) return undefined;
    const repository = await onboarding.repositoryOf(whole);
    return { walkthrough: onboarding.onPath(whole, repository).walkthrough, repository };
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('leadlight.checkStep', async (asked: unknown, id: unknown) => {
      const key = keyOf(asked);
      const checked = key === undefined ? undefined : await checkedWith(key);
      const wanted = typeof id === 'string' ? id : (asked as Partial<OnboardingNode> | undefined)?.step?.id;
      const step = checked?.walkthrough.played.find((each) => each.id === wanted);
      if (checked === undefined || step === undefined) return undefined;
      const finding = await checks.check(checked, step);
      say(`${step.title}: ${finding.why}`);
      return finding;
    }),
    vscode.commands.registerCommand('leadlight.checkWalkthrough', async (asked: unknown) => {
      const key =
        keyOf(asked) ??
        (await chooseWalkthrough(await onboarding.offered(), 'Check all steps of which walkthrough?'))?.key;
      if (key === undefined) return undefined;
      const checked = await checkedWith(key);
      if (checked !== undefined) return checkAll(checks, checked);
      say('This walkthrough is not there any more.');
      return undefined;
    }),
  );
}

/** A command is called with a walkthrough's key, or with a line of the view. */
function keyOf(asked: unknown): string | undefined {
  const key =
    typeof asked === 'string' ? asked : (asked as Partial<OnboardingNode> | undefined)?.walkthrough?.key;
  return typeof key === 'string' ? key : undefined;
}

/** What was found of each step that was looked at, by its id. */
async function checkAll(
  checks: StepChecks,
  checked: CheckedWalkthrough,
): Promise<Readonly<Record<string, Finding>>> {
  const { title, played } = checked.walkthrough;
  const steps = played.filter(({ check }) => isChecked(check));
  const found = new Map<string, Finding>();
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: noticeText(`Checking ${title}`),
    },
    async (progress, token) => {
      for (const [index, step] of steps.entries()) {
        if (token.isCancellationRequested) return;
        const message = noticeText(`${index + 1} of ${steps.length}: ${step.title}`);
        progress.report({ message, increment: 100 / steps.length });
        const finding = await checks.check(checked, step, token);
        if (!token.isCancellationRequested) found.set(step.id, finding);
      }
    },
  );
  say(summary(cleanLine(title), { all: steps.length, found: [...found.values()] }));
  return Object.fromEntries(found);
}

function summary(
  title: string,
  { all, found }: { readonly all: number; readonly found: readonly Finding[] },
): string {
  if (all === 0) return `${title} has no step that can be checked.`;
  const count = (holds: Finding['holds']) => found.filter((finding) => finding.holds === holds).length;
  const rest = count('unknown') === 0 ? '' : `, and of ${count('unknown')} it cannot be told here`;
  const stopped = found.length < all ? `Stopped after ${found.length} of ${counted(all, 'step')}. ` : '';
  return `${title}: ${stopped}${counted(count('yes'), 'step holds', 'steps hold')}, ${counted(count('no'), 'does', 'do')} not${rest}.`;
}
