import * as vscode from 'vscode';
import { concernLine } from '../concerns/concernText';
import type { Concerns } from '../concerns/concerns';
import type { ConcernThreads } from '../concerns/concernThreads';
import { say } from '../notice';
import { plainText } from '../plainText';

/** Lists the concerns of the branch, and opens the chosen one where its code is now. */
export function registerShowConcerns(concerns: Concerns, threads: ConcernThreads): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showConcerns', async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const all = await Promise.all(
      folders.map(async ({ uri }) =>
        (await concerns.in(uri)).map((concern) => ({ concern, uri: vscode.Uri.joinPath(uri, concern.path) })),
      ),
    );
    const picks = all.flat().map((each) => {
      const { label, description } = concernLine(each.concern);
      const icon = each.concern.state === 'resolved' ? '$(pass)' : '$(comment-unresolved)';
      return { ...each, label: `${icon} ${plainText(label)}`, description: plainText(description) };
    });
    if (picks.length === 0) return say('No concern was raised on this branch.');
    const picked = await vscode.window.showQuickPick(picks, {
      placeHolder: 'Which concern?',
      matchOnDescription: true,
    });
    if (picked === undefined) return;
    if (!(await threads.reveal(picked.uri, picked.concern)))
      say(
        `${picked.concern.path} cannot be opened. The concern was about: ${picked.concern.anchor.lines.join(' ')}`,
      );
  });
}
