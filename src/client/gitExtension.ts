import * as vscode from 'vscode';

/** The part of the built-in git extension's interface that is asked here. */
export interface GitApi {
  readonly repositories: readonly {
    readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  }[];
  /** What the button for a commit offers beside it. */
  registerPostCommitCommandsProvider(provider: { getCommands(): vscode.Command[] }): vscode.Disposable;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** `undefined` where the extension is not there, or is switched off. */
export async function gitApi(): Promise<GitApi | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.enabled ? git.getAPI(1) : undefined;
}
