import * as vscode from 'vscode';
import type { SourceSummary } from '../../core/features/sources';
import { counted } from '../../core/text/counted';
import type { Server } from '../link/server';
import { neverCancelled } from '../neverCancelled';
import { openSource } from '../openSource';
import { plainText } from '../plainText';

/** Lists the files that guidance was read from, and opens the one that is chosen. */
export function registerOpenSources(server: Pick<Server, 'sources'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openSources', async () => {
    const items = server.sources(neverCancelled()).then((sources) => (sources ?? []).map(toItem));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: 'Files that guidance was read from',
      matchOnDescription: true,
    });
    if (picked !== undefined) await openSource(picked.source);
  });
}

function toItem({ uri, path, entries, problems }: SourceSummary) {
  const start = { line: 0, character: 0 };
  return {
    label: plainText(path),
    description: [counted(entries, 'entry', 'entries'), problems > 0 ? counted(problems, 'problem') : '']
      .filter(Boolean)
      .join(', '),
    iconPath: new vscode.ThemeIcon(problems > 0 ? 'warning' : 'file'),
    source: { uri, range: { start, end: start }, label: path },
  };
}
