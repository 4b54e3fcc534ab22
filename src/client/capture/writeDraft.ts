import * as vscode from 'vscode';
import type { CaptureDraft } from '../../core/authoringCapture';
import { hash } from '../../core/text/hash';
import { folderOf } from '../documents';
import { say, sayFailed } from '../notice';
import { toRange } from '../openSource';
import { unsavedText } from '../unsavedText';
import { mayWrite } from '../writable';

export interface WrittenDraft {
  readonly document: vscode.TextDocument;
  /** Where the person goes on. */
  readonly cursor: vscode.Position;
}

/**
 * Makes an edit of a source that undo takes back, and saves nothing. `again` asks for the draft once more, where the
 * editor has another text than the disk. `undefined` where nothing was written; then a sentence has said why.
 */
export async function writeDraft(
  draft: CaptureDraft,
  again: () => Promise<CaptureDraft | undefined>,
): Promise<WrittenDraft | undefined> {
  const uri = vscode.Uri.parse(draft.uri);
  if (!isAllowed(uri)) return undefined;
  const cursor = positionOf(draft);
  if (draft.of === undefined) {
    const document = await begin(uri, draft);
    return document && { document, cursor };
  }
  const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
  const fitting = document && (hash(document.getText()) === draft.of ? draft : await again());
  if (document === undefined || fitting?.uri !== draft.uri || hash(document.getText()) !== fitting.of) {
    say(`${draft.path} was changed at the same moment. Try again.`);
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, toRange(fitting.range), fitting.newText);
  if (await vscode.workspace.applyEdit(edit)) return { document, cursor: positionOf(fitting) };
  sayFailed(`${draft.path} could not be changed.`);
  return undefined;
}

/** A text that is not saved yet has no folder of its own. */
function isAllowed(uri: vscode.Uri): boolean {
  const folder = folderOf(uri)?.uri;
  return mayWrite(uri.scheme === 'untitled' && folder !== undefined ? folder.with({ path: uri.path }) : uri);
}

/** A new source: not saved yet, where the editor can hold it so, and else on the file system that it is for. */
async function begin(
  uri: vscode.Uri,
  { newText, path }: CaptureDraft,
): Promise<vscode.TextDocument | undefined> {
  if (uri.scheme === 'file' || uri.scheme === 'vscode-remote')
    return unsavedText(uri, newText, path.endsWith('.md') ? 'markdown' : 'yaml');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(newText) });
  if (await vscode.workspace.applyEdit(edit)) return vscode.workspace.openTextDocument(uri);
  sayFailed(`${path} could not be created.`);
  return undefined;
}

function positionOf({ cursor }: CaptureDraft): vscode.Position {
  return new vscode.Position(cursor.line, cursor.character);
}
