/**
 * Runs inside an extension host: opens files that VS Code's own extensions wake up for, and prints the table of
 * "Developer: Startup Performance", in which VS Code keeps the activation times of every extension of the window.
 */
import * as vscode from 'vscode';
import { until } from './until';

const heading = '## Extension Activation Stats';

export async function run(): Promise<void> {
  for (const file of await vscode.workspace.findFiles('**/*.{ts,json,md}', undefined, 10))
    await vscode.window.showTextDocument(file);
  const leadlight = vscode.extensions.getExtension('leadlight.leadlight');
  await until(async () => leadlight?.isActive === true);
  // What is still on its way is no part of the start.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await vscode.commands.executeCommand('perfview.show');
  const report = () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
  await until(async () => report().includes(heading));
  const table = report().slice(report().indexOf(heading));
  console.log(table.slice(0, table.indexOf('\n## ')));
}
