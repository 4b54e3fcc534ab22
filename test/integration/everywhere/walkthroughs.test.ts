import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pages } from '../pages';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no walkthrough.
if (folder !== undefined) {
  describe('walkthroughs', () => {
    const close = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
    before(close);
    after(close);

    it('open as a page, by their key', async () => {
      await until(async () => {
        await vscode.commands.executeCommand('leadlight.openWalkthrough', 'first-day');
        return pages();
      }, isOne);
    });

    it('are one page, however often they are opened', async () => {
      await vscode.commands.executeCommand('leadlight.openWalkthrough', 'first-day', 'where-money-moves');
      assert.equal(pages().length, 1);
    });

    it('go on to the next step, and back', async () => {
      await vscode.commands.executeCommand('leadlight.previousStep');
      await vscode.commands.executeCommand('leadlight.nextStep');
      assert.equal(pages().length, 1);
    });

    it('are listed in the view', async () => {
      await vscode.commands.executeCommand('leadlight.showOnboarding');
      await vscode.commands.executeCommand('list.expand');
    });

    it('that are not there open nothing', async () => {
      await close();
      await until(
        async () => pages(),
        (found) => found.length === 0,
      );
      void vscode.commands.executeCommand('leadlight.openWalkthrough', 'no-such-walkthrough');
      await new Promise((done) => setTimeout(done, 500));
      assert.deepEqual(pages(), []);
    });
  });
}

function isOne(found: readonly string[]): boolean {
  return found.length === 1;
}
