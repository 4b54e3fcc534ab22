import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { raise, submit, type } from '../commentBox';
import { node, said, savedReview } from '../reviews';
import { set } from '../settings';
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
  // Not in the folder: each file that is written there is told to the server, once the writing has ended.
  const outside = mkdtempSync(join(tmpdir(), 'leadlight-review-'));
  const saved = () => savedReview(vscode.Uri.file(outside));
  const money = 'review/money-adds-up';
  /** What it is compared with, and what was answered. */
  const state = async () => {
    const review = await saved();
    return `${review.base}: ${said(review, money)}`;
  };
  const becomes = (expected: string) => until(state, (found) => found === expected);
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
    rmSync(outside, { recursive: true });
  });

  it('is of what the branch and the working tree changed', async () => {
    await run('startReview', folder);
    await becomes('main: open');
    const { items } = await saved();
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
    await becomes('main: stale, was pass');
    await vscode.workspace.fs.writeFile(refunds, answered);
    await becomes('main: pass');
  });

  it('can be of what is about files of the reader', async () => {
    const isAsked = async () => (await saved()).items.some(({ id, applies }) => id === money && applies);
    await set('leadlight.me', ['@priya']);
    await run('showMyReview');
    await until(isAsked, (found) => !found);
    await set('leadlight.me', ['@jon']);
    await until(isAsked, (found) => found);
    await set('leadlight.me', ['@priya']);
    await until(isAsked, (found) => !found);
    await run('showMyReview');
    await set('leadlight.me', undefined);
    await becomes('main: pass');
  });

  it('keeps the answers of each branch and of each base apart', async () => {
    git('switch', '--quiet', '--create', 'another');
    await becomes('main: open');
    git('switch', '--quiet', 'fix/rounding');
    await becomes('main: pass');
    git('branch', 'before', 'main');
    await run('changeBase', 'before');
    await becomes('before: open');
    await run('changeBase', 'main');
    await becomes('main: pass');
  });

  it('remembers the base of a branch', async () => {
    await run('changeBase', 'before');
    await run('endReview');
    await run('startReview', folder);
    await becomes('before: open');
    await run('changeBase', 'main');
  });

  it('has the same answers and concerns while its branch is rebased', async () => {
    await becomes('main: pass');
    const changed = await vscode.workspace.fs.readFile(refunds);
    const concerns = async () => {
      await run('copyReview');
      return (await vscode.env.clipboard.readText()).includes('Which cent?');
    };
    await vscode.window.showTextDocument(refunds);
    await type(await raise(), 'Which cent?');
    await submit();
    await until(concerns, (isThere) => isThere);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    git('add', '.');
    git('commit', '--quiet', '-m', 'the last cent');
    git('switch', '--quiet', 'main');
    await vscode.workspace.fs.writeFile(refunds, Buffer.from('// all is new\n'));
    git('commit', '--quiet', '--all', '-m', 'all is new');
    git('switch', '--quiet', 'fix/rounding');
    assert.throws(() => git('rebase', '--quiet', 'main'));
    await becomes('main: stale, was pass');
    assert.equal(await concerns(), true);
    git('rebase', '--abort');
    await becomes('main: pass');
    assert.deepEqual(await vscode.workspace.fs.readFile(refunds), changed);
  });

  it('says so where a base is gone, and goes on with another', async () => {
    await run('changeBase', 'no-such-branch');
    assert.equal((await saved()).base, null);
    await run('changeBase', 'main');
    await becomes('main: pass');
  });

  it('opens the changes of an item, old beside new, and a new file alone', async () => {
    const added = vscode.Uri.joinPath(folder, 'src/payments/fees.ts');
    await vscode.workspace.fs.writeFile(added, Buffer.from('export const fee = 1;\n'));
    const look = async () => (await saved()).items.find(({ id }) => id === money)!;
    const { evidence } = await until(look, (item) => item.evidence.length === 2);
    await run('refreshReview');
    await run('openItemChanges', { item: { id: money, ask: 'Money', evidence } });
    const tabs = () =>
      Promise.resolve(vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label)));
    await until(tabs, (labels) => labels.some((label) => label.startsWith('Money')));
    const [old, ...more] = vscode.workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === 'leadlight-base',
    );
    assert.ok(old);
    assert.deepEqual(more, []);
    await vscode.workspace.fs.delete(added);
    assert.equal(old.languageId, 'typescript');
    assert.equal(old.getText(), new TextDecoder().decode(original));
  });

  /** Adds text at the end of the file, on disk. */
  async function edit(text: string): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(refunds);
    await vscode.workspace.fs.writeFile(refunds, Buffer.concat([bytes, Buffer.from(text)]));
  }
});
