import * as vscode from 'vscode';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { counted } from '../../core/text/counted';
import { say } from '../notice';
import { plainText } from '../plainText';
import type { Onboarding } from '../walkthrough/onboarding';
import type { Player } from '../walkthrough/player';

interface Parts {
  readonly onboarding: Onboarding;
  readonly player: Player;
}

/** What a person does with walkthroughs from the palette, keys and the view. */
export function registerWalkthroughCommands({ onboarding, player }: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('leadlight.openWalkthrough', async (key: unknown, step: unknown) => {
      const chosen =
        typeof key === 'string'
          ? key
          : (await chooseWalkthrough(await onboarding.offered(), 'Open which walkthrough?'))?.key;
      if (chosen === undefined) return;
      if (!(await player.open(chosen))) return say('This walkthrough is not there any more.');
      const index = onboarding.open?.walkthrough.played.findIndex(({ id }) => id === step) ?? -1;
      if (index >= 0) onboarding.select(index);
    }),
    vscode.commands.registerCommand('leadlight.nextStep', () => player.go(1)),
    vscode.commands.registerCommand('leadlight.previousStep', () => player.go(-1)),
    vscode.commands.registerCommand('leadlight.returnToStep', () => player.back()),
    vscode.commands.registerCommand('leadlight.closeWalkthrough', () => player.close()),
    vscode.commands.registerCommand('leadlight.resetWalkthrough', async (node: unknown) => {
      const { walkthrough: given } = (node ?? {}) as { readonly walkthrough?: WalkthroughSummary };
      const walkthrough =
        given ??
        (await chooseWalkthrough(await onboarding.offered(), 'Open all steps again of which walkthrough?'));
      if (walkthrough !== undefined) await onboarding.reset(walkthrough);
    }),
    vscode.commands.registerCommand('leadlight.showOnboarding', () =>
      vscode.commands.executeCommand('leadlight.onboarding.focus'),
    ),
  );
}

/** `undefined` where a person chose none, or there is none, which is said. */
export async function chooseWalkthrough(
  all: readonly WalkthroughSummary[],
  placeHolder: string,
): Promise<WalkthroughSummary | undefined> {
  if (all.length === 0) {
    say('No walkthrough is written in this workspace.');
    return undefined;
  }
  const items = all.map((walkthrough) => ({
    walkthrough,
    label: plainText(walkthrough.title),
    description: [
      counted(walkthrough.steps, 'step'),
      ...(walkthrough.isStarter === true ? ['Leadlight brings it along'] : []),
    ].join(', '),
    detail: plainText(walkthrough.roles.join(', ')),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.walkthrough;
}
