import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { node, said, savedReview } from '../reviews';
import { until } from '../until';

describe('a review in a repository', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const refunds = vscode.Uri.joinPath(folder, 'src/payments/refunds.ts');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: folder.fsPath,
    });
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`leadlight.${command}`, ...args);
  const saved = () => savedReview(folder);
  const money = 'review/money-adds-up';
  let original: Uint8Array;

  before(async () => {
    original = await vscode.workspace.fs.readFile(refunds);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    git('switch', '--quiet', '--create', 'fix/rounding');
    await edit('// the last cent\n');
  });
  after(async () => {
    await run('reopenItem', node(money));
    await run('endReview');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(refunds, original);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.git'), { recursive: true });
  });

  it('is of what the branch and the working tree changed', async () => {
    await run('startReview', folder);
    const { items } = await until(saved, ({ base }) => base === 'main');
    const asked = items.find(({ id }) => id === money);
    assert.equal(asked?.applies, true);
    assert.deepEqual(
      asked.evidence.map(({ path }) => path),
      ['src/payments/refunds.ts'],
    );
    assert.ok(items.some(({ applies }) => applies === false));
  });

  it('has an answer go stale with the code, and come back with it', async () => {
    await run('answerPass', node(money));
    assert.equal(said(await saved(), money), 'pass');
    const answered = await vscode.workspace.fs.readFile(refunds);
    await edit('// and once more\n');
    await until(saved, (review) => said(review, money) === 'stale, was pass');
    await vscode.workspace.fs.writeFile(refunds, answered);
    await until(saved, (review) => said(review, money) === 'pass');
  });

  it('keeps the answers of each branch and of each base apart', async () => {
    git('switch', '--quiet', '--create', 'another');
    await until(saved, (review) => said(review, money) === 'open');
    git('switch', '--quiet', 'fix/rounding');
    await until(saved, (review) => said(review, money) === 'pass');
    git('branch', 'before', 'main');
    await run('changeBase', 'before');
    await until(saved, (review) => review.base === 'before' && said(review, money) === 'open');
    await run('changeBase', 'main');
    await until(saved, (review) => review.base === 'main' && said(review, money) === 'pass');
  });

  it('remembers the base of a branch', async () => {
    await run('changeBase', 'before');
    await run('endReview');
    await run('startReview', folder);
    await until(saved, ({ base }) => base === 'before');
    await run('changeBase', 'main');
  });

  it('says so where a base is gone, and goes on with another', async () => {
    await run('changeBase', 'no-such-branch');
    assert.equal((await saved()).base, null);
    await run('changeBase', 'main');
    await until(saved, (review) => review.base === 'main' && said(review, money) === 'pass');
  });

  it('opens the changes of an item, old beside new', async () => {
    const review = await saved();
    const { evidence } = review.items.find(({ id }) => id === money)!;
    await run('openItemChanges', { item: { id: money, ask: 'Money', evidence } });
    const tabs = () =>
      Promise.resolve(vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label)));
    await until(tabs, (labels) => labels.some((label) => label.startsWith('Money')));
    const old = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'leadlight-base');
    assert.ok(old);
    assert.equal(old.languageId, 'typescript');
    assert.equal(old.getText(), new TextDecoder().decode(original));
  });

  /** Adds text at the end of the file, on disk. */
  async function edit(text: string): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(refunds);
    await vscode.workspace.fs.writeFile(refunds, Buffer.concat([bytes, Buffer.from(text)]));
  }
});
