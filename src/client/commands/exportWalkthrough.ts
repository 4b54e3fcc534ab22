import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say } from '../notice';
import { showDocument } from '../showDocument';
import { chooseWalkthrough } from './walkthroughCommands';
import type { Onboarding } from '../walkthrough/onboarding';

export interface ExportParts {
  readonly link: ServerLink;
  readonly onboarding: Onboarding;
}

/** Opens a walkthrough, given by its key or chosen, as a page of Markdown that is not saved yet. */
export function registerExportWalkthrough({ link, onboarding }: ExportParts): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.exportWalkthrough', async (given: unknown) => {
    const key =
      typeof given === 'string'
        ? given
        : (await chooseWalkthrough(await onboarding.walkthroughs(), 'Export which walkthrough?'))?.key;
    if (key === undefined) return;
    const content = await link.authoring.page(key, neverCancelled());
    if (content === undefined) return say('This walkthrough is not there any more.');
    await showDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  });
}
