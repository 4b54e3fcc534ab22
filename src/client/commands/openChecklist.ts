import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say, sayFailed } from '../notice';
import { plainText } from '../plainText';
import type { Review } from '../review';
import { isOn } from '../settings';

/** Opens a checklist by itself, in the view Review: all of it is asked, whatever changed. */
export function registerOpenChecklist(
  review: Review,
  link: Pick<ServerLink, 'checklists'>,
): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openChecklist', async (given: unknown) => {
    if (!isOn('review')) return say('Reviews are switched off: see the setting leadlight.review.enabled.');
    const checklists = await link.checklists(neverCancelled());
    if (checklists === undefined) return sayFailed('The checklists could not be read.');
    const items = checklists.map((checklist) => ({
      checklist,
      label: plainText(cleanLine(checklist.title)),
      description: `${counted(checklist.items, 'question')}${checklist.from === 'team' ? '' : ', brought by Leadlight'}`,
    }));
    const picked =
      items.find(({ checklist }) => checklist.id === given) ??
      (await vscode.window.showQuickPick(items, { placeHolder: 'Open which checklist?' }));
    if (picked === undefined) return;
    const { id, title } = picked.checklist;
    await vscode.commands.executeCommand('leadlight.review.focus');
    await review.start({ checklist: { id, title: cleanLine(title) } });
  });
}
