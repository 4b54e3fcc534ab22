import * as vscode from 'vscode';
import { say } from '../notice';
import { plainText } from '../plainText';
import type { Onboarding } from '../walkthrough/onboarding';
import { rolesIn } from '../walkthrough/rolePath';

/** Chooses whose steps a person walks in the repositories of this window. */
export function registerChooseRole(onboarding: Onboarding): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.chooseRole', async () => {
    const all = await onboarding.walkthroughs();
    const roles = rolesIn(all.flatMap(({ outline }) => outline));
    if (roles.length === 0) return say('All steps here are for everybody.');
    const items = [
      { role: undefined, label: 'Everything', description: 'No step is left out' },
      ...roles.map((role) => ({ role, label: plainText(role), description: '' })),
    ];
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Whose steps do you walk?' });
    if (chosen !== undefined) await onboarding.chooseRole(chosen.role);
  });
}
