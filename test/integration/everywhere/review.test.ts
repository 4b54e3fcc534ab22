import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { node, said, savedReview } from '../reviews';
import { set } from '../settings';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is nothing to review.
if (folder !== undefined) {
  const saved = () => savedReview(folder.uri);
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`leadlight.${command}`, ...args);
  const start = async () => {
    await run('startReview', folder.uri);
    return until(saved, ({ items }) => items.length > 0);
  };

  describe('the view Review', () => {
    before(start);
    afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
    after(() => run('endReview'));

    it('is there, and can be focused', async () => {
      await vscode.commands.executeCommand('leadlight.review.focus');
    });

    it('asks the whole checklist where nothing says what changed, and says why', async () => {
      const { base, items } = await saved();
      // A window on a folder without a repository, in Restricted Mode, in a web worker, or on a virtual file system.
      assert.equal(base, null);
      assert.ok(items.some(({ id }) => id === 'review/money-adds-up'));
      for (const { id, applies, reason } of items) {
        assert.notEqual(applies, false, id);
        assert.notEqual(reason, '', id);
      }
    });

    it('keeps answers of all kinds, also once the review was ended and started again', async () => {
      const [first, second, third] = (await saved()).items.map(({ id }) => id);
      assert.ok(first && second && third);
      await run('answerPass', node(first));
      await run('answerNotApplicable', node(second), 'Only words changed.');
      await run('answerConcern', node(third), 'The last cent is lost.');
      const expected = ['pass', 'na: Only words changed.', 'concern: The last cent is lost.'];
      const answers = async () => {
        const review = await saved();
        return [first, second, third].map((id) => said(review, id));
      };
      assert.deepEqual(await answers(), expected);
      await run('endReview');
      await start();
      assert.deepEqual(await answers(), expected);
      await run('reopenItem', node(first));
      await run('reopenItem', node(second));
      assert.deepEqual(await answers(), ['open', 'open', expected[2]]);
      await run('reopenItem', node(third));
    });

    it('takes the last answers back, one by one', async () => {
      const id = (await saved()).items[0]!.id;
      await run('answerPass', node(id));
      await run('answerConcern', node(id), 'It rounds twice.');
      await run('undoAnswer');
      assert.equal(said(await saved(), id), 'pass');
      await run('undoAnswer');
      assert.equal(said(await saved(), id), 'open');
    });

    it('reads back what was copied for a pull request and edited by hand', async () => {
      const [first, second] = (await saved()).items.map(({ id }) => id);
      await run('answerPass', node(first!));
      await run('copyReview');
      const block = await vscode.env.clipboard.readText();
      assert.match(block, /^<!-- leadlight:review v1/m);
      await run('readReview', block.replace(/^- \[ \](?=.*$)/m, '- [x]'));
      await until(saved, (review) => said(review, second!) === 'pass' || said(review, first!) === 'pass');
      const ticked = (await saved()).items.filter(({ answer }) => answer?.state === 'pass');
      assert.equal(ticked.length, 2);
      for (const { id } of ticked) await run('reopenItem', node(id));
    });

    it('is copied as trailers for a commit message, which read back', async () => {
      const id = (await saved()).items[0]!.id;
      await run('answerPass', node(id));
      await run('copyReviewTrailers');
      const trailers = await vscode.env.clipboard.readText();
      assert.match(trailers, /^Leadlight-Review: \S+ pass \S+\n$/);
      await run('reopenItem', node(id));
      await run('readReview', `Prices are whole cents\n\n${trailers}`);
      assert.equal(said(await saved(), id), 'pass');
      await run('reopenItem', node(id));
    });

    it('answers the question that the keyboard is on', async () => {
      const id = (await saved()).items[0]!.id;
      const on = async (row: number) => {
        await vscode.commands.executeCommand('leadlight.review.focus');
        await vscode.commands.executeCommand('list.focusFirst');
        for (let down = 0; down < row; down++) await vscode.commands.executeCommand('list.focusDown');
      };
      const answers = async (command: string, expected: string, ...args: readonly unknown[]) => {
        // The list may be drawn anew after an answer, and a command that finds no question there asks for one.
        await until(
          async () => {
            await on(1);
            await Promise.race([run(command, ...args), new Promise((done) => setTimeout(done, 2_000))]);
            await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
            return saved();
          },
          (review) => said(review, id) === expected,
        );
      };
      await answers('answerPass', 'pass', 'focused');
      await answers('reopenItem', 'open', 'focused');
      await answers('answerConcern', 'concern: It rounds twice.', 'focused', 'It rounds twice.');
      await answers('tickItem', 'pass');
      await answers('tickItem', 'open');
    });

    it('asks for one role, or for both', async () => {
      await run('changeReviewRole', 'author');
      const forAuthor = (await saved()).items.map(({ id }) => id);
      await run('changeReviewRole', 'reviewer');
      const forReviewer = (await saved()).items.map(({ id }) => id);
      await run('changeReviewRole', 'both');
      const all = (await saved()).items.map(({ id }) => id);
      assert.ok(forAuthor.some((id) => id.startsWith('before-you-ask/')));
      assert.ok(!forAuthor.includes('review/money-adds-up'));
      assert.ok(forReviewer.includes('review/money-adds-up'));
      assert.deepEqual([...new Set([...forAuthor, ...forReviewer])].sort(), [...all].sort());
    });

    it('opens a checklist by itself, with answers of its own', async () => {
      await run('openChecklist', 'culture-pulse');
      const { items } = await until(saved, (review) =>
        review.items.every(({ id }) => /culture-pulse/.test(id)),
      );
      assert.notEqual(items.length, 0);
      const file = vscode.Uri.joinPath(folder.uri, 'pulse.md');
      await run('answerPass', node(items[0]!.id));
      await run('saveTeamResult', file);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      await vscode.workspace.fs.delete(file);
      assert.match(text, /^# .+, \d{4}-\d\d-\d\d\n/);
      assert.match(text, /^- \[x\]/m);
      await run('reopenItem', node(items[0]!.id));
      await start();
    });

    it('can be switched off, and comes back with what was answered', async () => {
      const id = (await saved()).items[0]!.id;
      await run('answerPass', node(id));
      await set('leadlight.review.enabled', false);
      await set('leadlight.review.enabled', undefined);
      await until(saved, (review) => said(review, id) === 'pass');
      await run('reopenItem', node(id));
    });

    it('begins a checklist, and opens the one that is there', async () => {
      await run('createFirstChecklist');
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/\.leadlight\/review\.yaml$/);
    });
  });
}
