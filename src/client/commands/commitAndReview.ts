import * as vscode from 'vscode';

/** The part of the built-in git extension's interface that is asked here. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly {
      readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
    }[];
  };
}

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
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  const { repositories = [] } = git?.getAPI(1) ?? {};
  return repositories.map(({ state }) => state.HEAD?.commit ?? '').join(' ');
}
