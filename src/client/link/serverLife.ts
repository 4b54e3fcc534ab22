import * as vscode from 'vscode';
import { documentSchemes } from '../documents';
import { isEnabledAnywhere, onDidChangeSettings } from '../settings';
import type { ServerLink } from './serverLink';

/** Runs the server while Leadlight is on anywhere; anew when a folder comes from a file system not seen before. */
export function registerServerLife(link: ServerLink): vscode.Disposable {
  let schemes = documentSchemes();
  let enabled = isEnabledAnywhere();
  // Not yet: whoever waits for the activation should not wait for this.
  const first = setTimeout(() => void (enabled && link.start()), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(first) },
    onDidChangeSettings(() => {
      if (enabled === isEnabledAnywhere()) return;
      enabled = !enabled;
      void (enabled ? link.start() : link.stop());
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      const before = schemes;
      schemes = documentSchemes();
      if (enabled && schemes.some((scheme) => !before.includes(scheme))) void link.restart();
    }),
  );
}
