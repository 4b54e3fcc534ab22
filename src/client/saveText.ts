import * as vscode from 'vscode';
import { sayFailed } from './notice';

/** Writes a text where a person says, beginning at the first folder; says so where it cannot be written. */
export async function saveText(
  text: string,
  { name, filters }: { readonly name: string; readonly filters: Record<string, string[]> },
): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    filters,
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    await sayFailed(`It could not be saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}
