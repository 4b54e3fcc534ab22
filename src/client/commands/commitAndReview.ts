import * as vscode from 'vscode';
import { gitApi } from '../gitExtension';

/** Commits as the editor does, and then starts the review; not where no commit came of it. */
export function registerCommitAndReview(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.commitAndReview', async (...given: unknown[]) => {
    const before = await heads();
    await vscode.commands.executeCommand('git.commit', ...given);
    if ((await heads()) !== before) await vscode.commands.executeCommand('leadlight.startReview', ...given);
  });
}

/** The checked out commits of all repositories, as one text. */
async function heads(): Promise<string> {
  const { repositories = [] } = (await gitApi()) ?? {};
  return repositories.map(({ state }) => state.HEAD?.commit ?? '').join(' ');
}
