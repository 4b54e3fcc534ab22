import * as vscode from 'vscode';
import type { ExportChange, ExportPlan } from '../../core/guidance/exportPlan';
import type { ExportTarget } from '../../core/guidance/generated';
import { counted } from '../../core/text/counted';
import { minimalEdit } from '../../core/text/minimalEdit';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say } from '../notice';
import { writableFolder } from '../writable';

interface TargetItem extends vscode.QuickPickItem {
  readonly target: ExportTarget;
}

const targets: readonly TargetItem[] = [
  {
    target: 'agents',
    label: 'Agents',
    description: 'AGENTS.md',
    detail: 'Codex, Copilot, Cursor and others',
  },
  { target: 'copilot', label: 'Copilot', description: '.github/instructions/leadlight/' },
  { target: 'cursor', label: 'Cursor', description: '.cursor/rules/leadlight/' },
  { target: 'claude', label: 'Claude Code', description: '.claude/rules/leadlight/' },
];

/**
 * Writes the team's philosophies as another tool reads them: shown before, by one edit that undo takes back, and over
 * nothing that was not generated.
 */
export function registerExportGuidance(link: Pick<ServerLink, 'exportPlan'>): vscode.Disposable {
  return vscode.commands.registerCommand(
    'leadlight.exportGuidance',
    async (given?: unknown, mode?: unknown) => {
      const folder = await writableFolder('Export the guidance of which folder?');
      if (folder === undefined) return;
      const item =
        targets.find(({ target }) => target === given) ??
        (await vscode.window.showQuickPick(targets, { title: 'Export Guidance', placeHolder: 'For whom?' }));
      if (item === undefined) return;
      const params = { folder: folder.uri.toString(), target: item.target };
      const plan = await link.exportPlan(params, neverCancelled());
      if (plan === undefined) return say("Leadlight's language server does not run, so nothing was written.");
      // Who calls it with "write", as a script may, has decided.
      await write(plan, { folder, label: item.label, isShown: mode !== 'write' });
    },
  );
}

interface Writing {
  readonly folder: vscode.WorkspaceFolder;
  readonly label: string;
  /** Whether the editor shows what changes, and asks. */
  readonly isShown: boolean;
}

async function write({ changes, refusals }: ExportPlan, { folder, label, isShown }: Writing): Promise<void> {
  if (refusals.length > 0) return say(`${refusals.join(' ')} Nothing was written.`);
  if (changes.length === 0) return say(`What ${label} reads is up to date: there is nothing to write.`);
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label: `Export for ${label}`, needsConfirmation: isShown };
  for (const change of changes) {
    const uri = vscode.Uri.joinPath(folder.uri, change.path);
    if (!(await addChange(edit, change, { uri, metadata })))
      return say(`"${change.path}" was changed at the same moment. Nothing was written; try again.`);
  }
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  say(isDone ? `${counted(changes.length, 'file')} written for ${label}.` : 'Nothing was written.');
}

/** Whether the file is still as it was looked at. */
async function addChange(
  edit: vscode.WorkspaceEdit,
  { before, after }: ExportChange,
  { uri, metadata }: { readonly uri: vscode.Uri; readonly metadata: vscode.WorkspaceEditEntryMetadata },
): Promise<boolean> {
  if (before === undefined) {
    // A file that was created meanwhile is not overwritten.
    edit.createFile(uri, { contents: new TextEncoder().encode(after) }, metadata);
    return true;
  }
  const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
  if (document === undefined || withoutReturns(document.getText()) !== withoutReturns(before)) return false;
  if (after === undefined) edit.deleteFile(uri, {}, metadata);
  else {
    const { start, end, text } = minimalEdit(document.getText(), inLinesOf(document, after));
    edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text, metadata);
  }
  return true;
}

/** An editor has one kind of line end in a document, whatever the file has. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function inLinesOf({ eol }: vscode.TextDocument, text: string): string {
  const lines = withoutReturns(text);
  return eol === vscode.EndOfLine.CRLF ? lines.replaceAll('\n', '\r\n') : lines;
}
