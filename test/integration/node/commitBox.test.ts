import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { savedReview } from '../reviews';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

interface GitApi {
  readonly repositories: readonly {
    readonly inputBox: { value: string };
    /** Looks at the files anew. */
    status(): Promise<void>;
  }[];
  openRepository(root: vscode.Uri): Promise<unknown>;
}

describe('the box for a commit message', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const refunds = vscode.Uri.joinPath(folder, 'src/payments/refunds.ts');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.fsPath, encoding: 'utf8' });
  const boxes = () => vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'scminput');
  const notices = () =>
    Promise.resolve(
      boxes().flatMap(({ uri }) =>
        vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Leadlight'),
      ),
    );
  let original: Uint8Array;
  let api: GitApi | undefined;

  before(async () => {
    original = await vscode.workspace.fs.readFile(refunds);
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'test');
    git('config', 'user.email', 'test@example.com');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    git('switch', '--quiet', '--create', 'fix/words');
    await vscode.workspace.fs.writeFile(
      refunds,
      Buffer.concat([original, Buffer.from('// the last cent\n')]),
    );
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    api = (await extension?.activate())?.getAPI(1);
    await api?.openRepository(folder);
    await vscode.commands.executeCommand('workbench.view.scm');
    await until(() => Promise.resolve(boxes()), isShown);
  });
  after(async () => {
    await set('leadlight.review.commitBox.enabled', undefined);
    await vscode.commands.executeCommand('leadlight.endReview');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(refunds, original);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.git'), { recursive: true });
  });

  it('says nothing before a review was started', async () => {
    assert.deepEqual(await notices(), []);
  });

  it('suggests labels', async () => {
    const [box] = boxes();
    api!.repositories[0]!.inputBox.value = 'nit';
    await until(
      () => Promise.resolve([box!.getText()]),
      ([text]) => text === 'nit',
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      box!.uri,
      new vscode.Position(0, 3),
    );
    assert.ok(
      list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'nitpick'),
    );
  });

  it('says what is left of the review of what is committed, unless it is switched off', async () => {
    await vscode.commands.executeCommand('leadlight.startReview', folder);
    const [notice] = await until(notices, isShown);
    assert.match(notice?.message ?? '', /^\d+ items? open$/);
    assert.equal(notice?.severity, vscode.DiagnosticSeverity.Information);
    await set('leadlight.review.commitBox.enabled', false);
    await until(notices, isEmpty);
    await set('leadlight.review.commitBox.enabled', undefined);
    await until(notices, isShown);
  });

  it('says so in the file that git opens for a message too, and not in that of another repository', async () => {
    const inside = vscode.Uri.joinPath(folder, 'docs/.git/COMMIT_EDITMSG');
    await vscode.workspace.fs.writeFile(inside, Buffer.from('other\n'));
    const noticesOf = async (uri: vscode.Uri) => {
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal(document.languageId, 'git-commit');
      return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Leadlight');
    };
    await noticesOf(inside);
    const [notice] = await until(
      () => noticesOf(vscode.Uri.joinPath(folder, '.git/COMMIT_EDITMSG')),
      isShown,
    );
    assert.match(notice?.message ?? '', /^\d+ items? open$/);
    assert.deepEqual(await noticesOf(inside), []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'docs/.git'), { recursive: true });
  });

  it('can be followed by a review at once', async () => {
    await vscode.commands.executeCommand('leadlight.endReview');
    git('add', '.');
    const [repository] = api!.repositories;
    await repository!.status();
    repository!.inputBox.value = 'The last cent is kept';
    await vscode.commands.executeCommand('leadlight.commitAndReview');
    assert.equal(git('log', '-1', '--format=%s').trim(), 'The last cent is kept');
    await until(
      () => savedReview(folder),
      ({ base }) => base === 'main',
    );
  });
});
