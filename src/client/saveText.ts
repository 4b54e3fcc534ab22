import * as vscode from 'vscode';
import { sayFailed } from './notice';

export interface SaveOptions {
  readonly name: string;
  readonly filters: Record<string, string[]>;
  /** What the command was given: a URI is where to, and nobody is asked. */
  readonly given: unknown;
}

/** Writes a text where a person says, beginning at the first folder; says so where it cannot be written. */
export async function saveText(text: string, { name, filters, given }: SaveOptions): Promise<void> {
  const target = given instanceof vscode.Uri ? given : await askWhere(name, filters);
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    sayFailed(`It could not be saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function askWhere(name: string, filters: Record<string, string[]>): Thenable<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    filters,
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
}
