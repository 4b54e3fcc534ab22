import * as vscode from 'vscode';

/** What Leadlight shows at a text of a document; other extensions' hovers are left out. */
export async function hoverAt(uri: vscode.Uri, text: string): Promise<readonly vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const contents = hovers.map((hover) => hover.contents as vscode.MarkdownString[]);
  return contents.find((parts) => parts.some(({ value }) => value.includes('command:leadlight.'))) ?? [];
}

/** Does what a click on a link of a row does. */
export async function follow(row: vscode.MarkdownString | undefined, label: string): Promise<void> {
  const [, command = '', args = ''] =
    new RegExp(`\\[${label}\\]\\(command:([\\w.]+)\\?(\\S+) `).exec(row?.value ?? '') ?? [];
  await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(args)) as number[]));
}

export function shows(text: string): (contents: readonly vscode.MarkdownString[]) => boolean {
  return (contents) => contents.some(({ value }) => value.includes(text));
}
