import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { hoverAt, shows } from '../hovers';
import { isShown, until } from '../until';

interface GitApi {
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  openRepository(root: vscode.Uri): Promise<unknown>;
}

describe('a diff', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const refunds = vscode.Uri.joinPath(folder, 'src/payments/refunds.ts');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.fsPath });

  before(() => {
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'first');
  });
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.git'), { recursive: true }));

  it('has hovers on both of its sides', async () => {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const api = (await extension?.activate())?.getAPI(1);
    assert.ok(api);
    await api.openRepository(folder);
    const original = api.toGitUri(refunds, 'HEAD');
    assert.equal(original.scheme, 'git');
    await vscode.commands.executeCommand('vscode.diff', original, refunds);
    for (const side of [original, refunds]) {
      await until(() => hoverAt(side, "'moment'"), isShown);
      assert.ok(shows('Moment gives way')(await hoverAt(side, "'moment'")));
    }
  });
});
