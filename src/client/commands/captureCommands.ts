import * as vscode from 'vscode';
import { captureCode } from '../capture/captureCode';
import type { EntryPreview } from '../capture/entryPreview';
import type { ServerLink } from '../link/serverLink';

export interface CaptureParts {
  readonly link: ServerLink;
  readonly preview: EntryPreview;
}

/** What who writes guidance does from code, and beside it. */
export function registerCaptureCommands({ link, preview }: CaptureParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('leadlight.writePhilosophy', () => captureCode(link, 'philosophy')),
    vscode.commands.registerCommand('leadlight.writeDecision', () => captureCode(link, 'decision')),
    vscode.commands.registerCommand('leadlight.addTerm', () => captureCode(link, 'term')),
    vscode.commands.registerCommand('leadlight.previewEntry', () => preview.open()),
  );
}
