import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no walkthrough.
if (folder !== undefined) {
  describe('notes about steps that were hard', () => {
    const run = vscode.commands.executeCommand;
    const text = `The tariff is hard to find ${Date.now()}`;
    const issue = new RegExp(
      `^${text}\n\n${text}\n\n- Walkthrough: Your first day in the shop\n- Step: Say hello\n`,
    );

    before(async () => {
      await run('workbench.action.closeAllEditors');
      await run('leadlight.openWalkthrough', 'first-day', 'say-hello');
    });
    after(async () => {
      await run('leadlight.closeWalkthrough');
      await run('workbench.action.closeAllEditors');
    });

    /**
     * Goes through the two lists: the latest note, and what is done with it. Nothing tells when a list is shown, so a
     * slower turn follows one that came too early.
     */
    async function choose(down: number, isDone: () => Promise<boolean>): Promise<void> {
      for (let turn = 1; turn <= 5; turn += 1) {
        const wait = () => new Promise((done) => setTimeout(done, 500 * turn));
        void run('leadlight.showMyNotes');
        await wait();
        await run('workbench.action.acceptSelectedQuickOpenItem');
        await wait();
        for (let step = 0; step < down; step += 1) await run('workbench.action.quickOpenSelectNext');
        await run('workbench.action.acceptSelectedQuickOpenItem');
        await wait();
        await run('workbench.action.closeQuickOpen');
        if (await isDone()) return;
      }
      assert.fail('Nothing was done with the note.');
    }

    it('are none at first', async () => {
      assert.equal(await hasNotes(), false);
    });

    it('become the text of an issue, which is not saved', async () => {
      void run('leadlight.stepWasHard', undefined, text);
      await new Promise((done) => setTimeout(done, 1_000));
      await choose(0, async () => issue.test(vscode.window.activeTextEditor?.document.getText() ?? ''));
      assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
      await run('workbench.action.revertAndCloseActiveEditor');
    });

    it('are copied as the text of an issue', async () => {
      await choose(1, async () => issue.test(await vscode.env.clipboard.readText()));
    });

    it('go to the file that the team names where the folder is trusted, and are not saved there', async () => {
      const file = vscode.Uri.joinPath(folder.uri, 'docs/friction.md');
      const before = await textOf(file);
      const added = () =>
        vscode.workspace.textDocuments.find(
          (document) => document.isDirty && document.getText().includes(`: ${text}\n`),
        );
      if (!vscode.workspace.isTrusted) {
        await choose(2, async () => true);
        assert.equal(added(), undefined);
        return;
      }
      await choose(2, async () => added() !== undefined);
      assert.match(
        added()!.getText(),
        /\n- \d{4}-\d\d-\d\d, Your first day in the shop, Say hello, took [a-z0-9 ]+: The tariff/,
      );
      assert.equal(await textOf(file), before);
      await run('workbench.action.revertAndCloseActiveEditor');
    });

    it('are gone when they are deleted', async () => {
      assert.equal(await hasNotes(), true);
      await choose(3, async () => !(await hasNotes()));
    });

    /** Where there are none, no list waits for an answer. */
    async function hasNotes(): Promise<boolean> {
      const listed = run('leadlight.showMyNotes').then(() => false);
      const waiting = new Promise<boolean>((done) => setTimeout(done, 1_500, true));
      const found = await Promise.race([listed, waiting]);
      await run('workbench.action.closeQuickOpen');
      return found;
    }
  });
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
