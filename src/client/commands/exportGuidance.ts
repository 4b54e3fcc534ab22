import * as vscode from 'vscode';
import type { ExportChange } from '../../core/guidance/exportPlan';
import type { ExportTarget } from '../../core/guidance/generated';
import { counted } from '../../core/text/counted';
import { minimalEdit } from '../../core/text/minimalEdit';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say } from '../notice';
import { plainText } from '../plainText';
import { PlannedFiles } from '../plannedFiles';
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
 * Writes the team's philosophies as another tool reads them: when a person has seen what changes and says so, by one
 * edit that undo takes back, and over nothing that was not generated.
 */
export function registerExportGuidance(link: Pick<ServerLink, 'exportPlan'>): vscode.Disposable {
  const preview = new PlannedFiles({ scheme: 'leadlight-export', title: 'Exported Guidance' });
  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand('leadlight.exportGuidance', async (given?: unknown, mode?: unknown) => {
      const folder = await writableFolder('Export the guidance of which folder?');
      if (folder === undefined) return;
      const item =
        targets.find(({ target }) => target === given) ??
        (await vscode.window.showQuickPick(targets, { title: 'Export Guidance', placeHolder: 'For whom?' }));
      if (item === undefined) return;
      const params = { folder: folder.uri.toString(), target: item.target };
      const plan = await link.exportPlan(params, neverCancelled());
      if (plan === undefined) return say("Leadlight's language server does not run, so nothing was written.");
      const { changes, refusals } = plan;
      if (refusals.length > 0) return say(`${refusals.join(' ')} Nothing was written.`);
      if (changes.length === 0)
        return say(`What ${item.label} reads is up to date: there is nothing to write.`);
      // Who calls it with "write", as a script may, has decided.
      if (mode !== 'write') {
        await preview.showAll(folder.uri, changes);
        const isWanted = await confirm(changes, item).finally(() => preview.close());
        if (!isWanted) return;
      }
      await write(changes, { folder, label: item.label });
    }),
  );
}

/** Asks beside the diff. */
async function confirm(changes: readonly ExportChange[], { label }: TargetItem): Promise<boolean> {
  const write = {
    label: `Write ${counted(changes.length, 'File')}`,
    detail: plainText(
      changes.map(({ path, after }) => (after === undefined ? `${path} (no longer)` : path)).join(', '),
    ),
    iconPath: new vscode.ThemeIcon('check'),
  };
  const cancel = { label: 'Cancel', detail: 'Write nothing', iconPath: new vscode.ThemeIcon('close') };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>([write, cancel], {
    title: `Export Guidance for ${label}`,
    placeHolder: 'These files would be written. Undo takes them back',
    ignoreFocusOut: true,
  });
  return picked === write;
}

interface Writing {
  readonly folder: vscode.WorkspaceFolder;
  readonly label: string;
}

async function write(changes: readonly ExportChange[], { folder, label }: Writing): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const change of changes) {
    if (!(await addChange(edit, change, vscode.Uri.joinPath(folder.uri, change.path))))
      return say(`"${change.path}" was changed at the same moment. Nothing was written; try again.`);
  }
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  say(isDone ? `${counted(changes.length, 'file')} written for ${label}.` : 'Nothing was written.');
}

/** Whether the file is still as it was looked at. */
async function addChange(
  edit: vscode.WorkspaceEdit,
  { before, after }: ExportChange,
  uri: vscode.Uri,
): Promise<boolean> {
  if (before === undefined) {
    // A file that was created meanwhile is not overwritten.
    edit.createFile(uri, { contents: new TextEncoder().encode(after) });
    return true;
  }
  const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
  if (document === undefined || withoutReturns(document.getText()) !== withoutReturns(before)) return false;
  if (after === undefined) edit.deleteFile(uri);
  else {
    const { start, end, text } = minimalEdit(document.getText(), inLinesOf(document, after));
    edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
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
