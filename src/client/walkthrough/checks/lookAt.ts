import * as vscode from 'vscode';
import { cleanLine } from '../../../core/text/markdown';
import type { StepCheck } from '../../../core/walkthrough/playedWalkthrough';
import { containsFinding, type Finding, no, settingFinding, unknown, yes } from './finding';

const maxBytes = 2 * 1024 * 1024;

/** What is looked at without being asked, held against the world. */
export type LookedAt = Extract<StepCheck, { readonly kind: 'exists' | 'contains' | 'setting' | 'extension' }>;

/** Reads what a check is about. `folder` is the walkthrough's workspace folder. Never rejects. */
export async function lookAt(check: LookedAt, folder: vscode.Uri): Promise<Finding> {
  switch (check.kind) {
    case 'exists':
      return exists(check.path, folder);
    case 'contains':
      return contains(check, folder);
    case 'setting': {
      const value: unknown = vscode.workspace.getConfiguration(undefined, folder).get(check.key);
      return settingFinding(check.key, { value, equals: check.equals });
    }
    case 'extension':
      return extensionFinding(check.extension);
  }
}

/** `undefined` for a place outside the workspace. */
export function placeOf(path: string, folder: vscode.Uri): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(folder, path);
  return vscode.workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
}

async function exists(path: string, folder: vscode.Uri): Promise<Finding> {
  const found = await stat(path, folder);
  return 'holds' in found ? found : yes(`There is ${cleanLine(path)}.`);
}

async function contains(
  { path, text }: Extract<LookedAt, { readonly kind: 'contains' }>,
  folder: vscode.Uri,
): Promise<Finding> {
  const found = await stat(path, folder);
  if ('holds' in found) return found;
  const name = cleanLine(path);
  if (isLink(found)) return linked(name);
  if ((found.type & vscode.FileType.File) === 0) return no(`${name} is no file.`);
  const tooLarge = unknown(`${name} has more than 2 MB, and is not read.`);
  if (found.size > maxBytes) return tooLarge;
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path));
    // Some file systems do not know sizes beforehand.
    if (bytes.length > maxBytes) return tooLarge;
    return containsFinding(path, { text: new TextDecoder().decode(bytes), wanted: text });
  } catch {
    return unknown(`${name} cannot be read.`);
  }
}

/** What is there, or why there is nothing to look at. A link may lead anywhere, so none on the way is followed. */
async function stat(path: string, folder: vscode.Uri): Promise<vscode.FileStat | Finding> {
  const name = cleanLine(path);
  if (placeOf(path, folder) === undefined) return unknown(`${name} is outside the workspace.`);
  const parts = path.split('/');
  try {
    for (let length = 1; length < parts.length; length++) {
      const above = vscode.Uri.joinPath(folder, parts.slice(0, length).join('/'));
      const found = await vscode.workspace.fs.stat(above);
      if (isLink(found)) return linked(name);
      if ((found.type & vscode.FileType.Directory) === 0) return no(`There is no ${name}.`);
    }
    return await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, path));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code !== 'FileNotFound'
      ? unknown(`${name} cannot be looked at.`)
      : no(`There is no ${name}.`);
  }
}

function isLink({ type }: vscode.FileStat): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function linked(name: string): Finding {
  return unknown(`${name} is reached by a link, which may lead out of the workspace, and is not followed.`);
}

function extensionFinding(id: string): Finding {
  const name = cleanLine(id);
  if (vscode.extensions.getExtension(id) !== undefined) return yes(`The extension ${name} is installed.`);
  if (!vscode.workspace.isTrusted)
    return unknown(`The extension ${name} is not on. Restricted Mode keeps some extensions off.`);
  return no(`The extension ${name} is not installed, or is switched off here.`);
}
