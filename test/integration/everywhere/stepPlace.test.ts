import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pages } from '../pages';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no walkthrough.
if (folder !== undefined) {
  describe('the place of a step', () => {
    const close = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const server = vscode.Uri.joinPath(folder.uri, 'src/server.ts');
    const title = /^\$\(compass\) Step 4 of 7: Where a request enters$/;

    const open = () =>
      vscode.commands.executeCommand('leadlight.openWalkthrough', 'first-day', 'where-a-request-enters');

    before(async () => {
      await close();
      await until(async () => {
        await open();
        return pages();
      }, isOne);
    });
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await close();
    });

    it('has the title of the step above it, and leads back to the page', async () => {
      await vscode.commands.executeCommand('leadlight.returnToStep');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), server.toString());
      const [lens] = await until(() => lenses(server), isOne);
      assert.match(lens!.command!.title, title);
      const { document } = vscode.window.activeTextEditor!;
      assert.match(document.lineAt(lens!.range.start.line).text, /app\.listen/);
      await vscode.commands.executeCommand(
        lens!.command!.command,
        ...(lens!.command!.arguments as unknown[]),
      );
      assert.equal(pages().length, 1);
      await until(
        async () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
        (label) => label === 'Your first day in the shop',
      );
    });

    it('moves with a text that is not saved', async () => {
      await vscode.commands.executeCommand('leadlight.returnToStep');
      const { document } = vscode.window.activeTextEditor!;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(server, new vscode.Position(0, 0), '// One.\n// Two.\n');
      const [lens] = await lenses(server);
      assert.ok(await vscode.workspace.applyEdit(edit));
      // At once, and when the server has looked at the new text.
      for (const wait of [0, 1_500]) {
        await new Promise((done) => setTimeout(done, wait));
        const [moved] = await lenses(server);
        assert.equal(moved?.range.start.line, lens!.range.start.line + 2, `after ${wait} ms`);
      }
      assert.match(document.lineAt(lens!.range.start.line + 2).text, /app\.listen/);
    });

    it('is that of the next step, and of the one before', async () => {
      await open();
      await vscode.commands.executeCommand('leadlight.nextStep');
      const settlement = vscode.Uri.joinPath(folder.uri, 'src/payments/settlement.ts');
      await until(() => lenses(settlement), isOne);
      assert.deepEqual(await lenses(server), []);
      await vscode.commands.executeCommand('leadlight.previousStep');
      await until(() => lenses(server), isOne);
    });

    it('has nothing where a person does not want it', async () => {
      await open();
      const settings = vscode.workspace.getConfiguration('leadlight.onboarding');
      await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await lenses(server), []);
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
      await until(() => lenses(server), isOne);
    });

    it('has nothing any more when the walkthrough is closed', async () => {
      await vscode.commands.executeCommand('leadlight.closeWalkthrough');
      await until(
        async () => pages(),
        (found) => found.length === 0,
      );
      assert.deepEqual(await lenses(server), []);
    });

    it('is reached by keys that no command of the editor has', async () => {
      const defaults = await vscode.workspace.openTextDocument(
        vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
      );
      const bindings = defaults.getText().matchAll(/"key": "([^"]+)"[^}]*?"command": "([^"]+)"/g);
      const taken = new Map([...bindings].map(([, key, command]) => [key!, command!]));
      assert.ok(taken.size > 300, `${taken.size}`);
      const ours = [...taken].filter(([, command]) => command.startsWith('leadlight.'));
      for (const key of ['right', 'left', 'up'])
        assert.match(
          String([...taken].find(([name]) => name.endsWith(`k alt+${key}`))),
          /leadlight\./,
          String(ours),
        );
    });
  });
}

function isOne(found: readonly unknown[]): boolean {
  return found.length === 1;
}

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return all.filter(({ command }) => command?.command === 'leadlight.openWalkthrough');
}
