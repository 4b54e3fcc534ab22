import * as vscode from 'vscode';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import type { EditStepsParams } from '../../protocol/walkthroughMessages';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say, sayFailed } from '../notice';
import { toRange } from '../openSource';
import { mayWrite } from '../writable';

export interface EditedSource {
  readonly document: vscode.TextDocument;
  /** Where the text of a new step is to be written. */
  readonly cursor?: vscode.Position;
}

/** What is changed: a walkthrough by its id and its source. */
export type Edited = Pick<WalkthroughSummary, 'id'> & { readonly source: vscode.Uri };

export interface EditOptions {
  readonly link: ServerLink;
  /** Whether the file is saved too, where it was before; else it is left as what a person is writing. */
  readonly saves: boolean;
}

/**
 * Changes the steps of a walkthrough by an edit of its source that undo takes back. `undefined` where that cannot be;
 * then a sentence has said why.
 */
export async function editSource(
  { id, source }: Edited,
  change: EditStepsParams['change'],
  { link, saves }: EditOptions,
): Promise<EditedSource | undefined> {
  if (!mayWrite(source)) return undefined;
  const document = await Promise.resolve(vscode.workspace.openTextDocument(source)).catch(() => undefined);
  if (document === undefined) {
    say('The source of this walkthrough is not there any more.');
    return undefined;
  }
  const { version, isDirty } = document;
  const params = { uri: source.toString(), text: document.getText(), id, change };
  const answer = await link.authoring.editSteps(params, neverCancelled());
  if (answer === undefined || 'refused' in answer) {
    say(answer?.refused ?? "Leadlight's language server does not run, so nothing was changed.");
    return undefined;
  }
  if (document.version !== version) {
    say('The source was changed at the same moment. Try again.');
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(source, toRange(answer.range), answer.newText);
  if (!(await vscode.workspace.applyEdit(edit))) {
    sayFailed('The source of the walkthrough could not be changed.');
    return undefined;
  }
  if (saves && !isDirty && !(await document.save())) say('The source of the walkthrough is not saved yet.');
  const { cursor } = answer;
  return { document, ...(cursor && { cursor: new vscode.Position(cursor.line, cursor.character) }) };
}
