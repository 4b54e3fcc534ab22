import * as vscode from 'vscode';
import type { CardSource } from '../core/features/card';

/** Opens a source where an entry begins. `column` is where: the active one unless said otherwise. */
export async function openSource(
  { uri, range }: Pick<CardSource, 'uri' | 'range'>,
  column?: vscode.ViewColumn,
): Promise<void> {
  const start = toRange(range).start;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: new vscode.Range(start, start),
    ...(column !== undefined && { viewColumn: column }),
  });
  editor.revealRange(toRange(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function toRange({ start, end }: CardSource['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
