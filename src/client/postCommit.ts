import * as vscode from 'vscode';
import { gitApi } from './gitExtension';
import { isOn } from './settings';

/** Adds Commit & Review to the list of the editor's button for a commit. */
export function registerPostCommit(): vscode.Disposable {
  const providers: vscode.Disposable[] = [];
  const getCommands = () =>
    isOn('review') ? [{ command: 'leadlight.startReview', title: '$(checklist) Commit & Review' }] : [];
  const register = async () => {
    const git = await gitApi().catch(() => undefined);
    if (git !== undefined && providers.length === 0)
      providers.push(git.registerPostCommitCommandsProvider({ getCommands }));
  };
  void register();
  // It comes with a person's trust.
  const listener = vscode.extensions.onDidChange(() => void register());
  return new vscode.Disposable(() => vscode.Disposable.from(listener, ...providers).dispose());
}
