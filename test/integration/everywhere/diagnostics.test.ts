import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, hoverAt } from '../hovers';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no guidance to show.
if (folder !== undefined) {
  describe('diagnostics', () => {
    const file = vscode.Uri.joinPath(folder.uri, 'src/rethrow.ts');
    const text = 'export function load() {\n  try {\n    open();\n  } catch (err) { throw err; }\n}\n';
    const isReported = () =>
      Promise.resolve(vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'leadlight'));

    before(async () => {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await vscode.window.showTextDocument(file);
    });
    after(() => vscode.workspace.fs.delete(file));
    afterEach(() => set('leadlight.diagnostics.enabled', undefined));

    it('say what the entry says, and follow the switch', async () => {
      const [diagnostic] = await until(isReported, isShown);
      assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Information);
      await set('leadlight.diagnostics.enabled', false);
      await until(isReported, isEmpty);
      await set('leadlight.diagnostics.enabled', undefined);
      await until(isReported, isShown);
    });

    it('are gone while their entry is muted', async () => {
      await until(isReported, isShown);
      const [, row] = await until(() => hoverAt(file, 'throw err'), isShown);
      await follow(row, 'Mute');
      await until(isReported, isEmpty);
      await vscode.commands.executeCommand('leadlight.showMuted');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isReported();
      }, isShown);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    });
  });
}
