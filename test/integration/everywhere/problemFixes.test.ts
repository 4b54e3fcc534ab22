import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no guidance to write.
if (folder !== undefined) {
  describe('quick fixes in guidance', () => {
    const file = vscode.Uri.joinPath(folder.uri, '.leadlight', 'waiting.yaml');
    const mistaken =
      'philosophies:\n' +
      '  - title: Waiting has an end\n' +
      '    levle: hint\n' +
      '    exceptions:\n' +
      '      - { files: "**", until: 2020-01-01 }\n' +
      '    owner: @maya\n';
    let editor: vscode.TextEditor;

    before(async () => {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(mistaken));
      editor = await vscode.window.showTextDocument(file);
    });
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(file);
    });

    it('mend a philosophy step by step, up to where a person has to write', async () => {
      for (const title of ['Put it in quotes', 'Change to "level"', 'Remove the exception'])
        await apply(title);
      await apply('Add id: waiting-has-an-end');
      await apply('Add "why"');
      await vscode.commands.executeCommand('type', { text: 'Midnight.' });
      assert.equal(
        editor.document.getText(),
        'philosophies:\n' +
          '  - id: waiting-has-an-end\n' +
          '    title: Waiting has an end\n' +
          '    why: Midnight.\n' +
          '    level: hint\n' +
          '    owner: "@maya"\n',
      );
    });

    /** The light bulb's action with a title, once it is offered. */
    async function apply(title: string): Promise<void> {
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      const [action] = await until(async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          file,
          whole,
        );
        return actions.filter((each) => each.title === title);
      }, isShown);
      assert.ok(action?.edit, title);
      assert.ok(await vscode.workspace.applyEdit(action.edit), title);
    }
  });
}
