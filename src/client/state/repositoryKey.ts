import * as vscode from 'vscode';
import { branchIn, gitFolder, originUrl, rebasedBranchIn } from './gitConfig';
import { sha256 } from './sha256';

const maxBytes = 256 * 1024;

/**
 * What personal state is kept under: SHA-256, in hex, of the address of the repository's `origin`, and where there
 * is none of the folder's URI. Never rejects.
 */
export async function repositoryKey(folder: vscode.Uri): Promise<string> {
  return sha256((await originOf(folder)) ?? folder.toString());
}

/** The branch that is checked out or rebased; `undefined` on a detached head and without git. Never rejects. */
export async function branchOf(folder: vscode.Uri): Promise<string | undefined> {
  const git = vscode.Uri.joinPath(folder, '.git');
  const own = (await linkedFolder(git)) ?? git;
  const textOf = async (path: string) => (await readText(vscode.Uri.joinPath(own, path))) ?? '';
  return (
    branchIn(await textOf('HEAD')) ??
    rebasedBranchIn(await textOf('rebase-merge/head-name')) ??
    rebasedBranchIn(await textOf('rebase-apply/head-name'))
  );
}

async function originOf(folder: vscode.Uri): Promise<string | undefined> {
  const git = vscode.Uri.joinPath(folder, '.git');
  const config = (await readText(vscode.Uri.joinPath(git, 'config'))) ?? (await linkedConfig(git));
  return config === undefined ? undefined : originUrl(config);
}

/** Where git keeps what is a worktree's or a submodule's own; there `.git` is a file. */
async function linkedFolder(gitFile: vscode.Uri): Promise<vscode.Uri | undefined> {
  const target = gitFolder((await readText(gitFile)) ?? '');
  return target === undefined ? undefined : resolve(vscode.Uri.joinPath(gitFile, '..'), target);
}

/** The configuration of a worktree or of a submodule. */
async function linkedConfig(gitFile: vscode.Uri): Promise<string | undefined> {
  const own = await linkedFolder(gitFile);
  if (own === undefined) return undefined;
  // A worktree shares the configuration of the folder that `commondir` names.
  const common = (await readText(vscode.Uri.joinPath(own, 'commondir')))?.trim();
  const folder = common === undefined || common === '' ? own : resolve(own, common);
  return readText(vscode.Uri.joinPath(folder, 'config'));
}

function resolve(base: vscode.Uri, path: string): vscode.Uri {
  const slashes = path.replaceAll('\\', '/');
  if (/^[a-z]:\//i.test(slashes)) return base.with({ path: `/${slashes}` });
  return slashes.startsWith('/') ? base.with({ path: slashes }) : vscode.Uri.joinPath(base, slashes);
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > maxBytes) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
