import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { raise, submit, type } from '../commentBox';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// A concern is about a file of the workspace.
if (folder !== undefined) {
  describe('a concern', () => {
    const file = vscode.Uri.joinPath(folder.uri, 'src/cart/discount.ts');
    const lines = ['export function discount(total: number) {', '  return Math.round(total);', '}', ''];

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(lines.join('\n')));
      const editor = await vscode.window.showTextDocument(file);
      editor.selection = new vscode.Selection(1, 4, 1, 4);
    });
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(file);
    });

    it('does not make the editor open its list of comments', () => {
      assert.equal(vscode.workspace.getConfiguration('comments').get('openView'), 'never');
    });

    it('is raised on a line, in a box where labels are suggested', async () => {
      const box = await raise();
      await type(box, 'iss');
      assert.deepEqual(await until(() => suggested(box), isShown), ['issue']);
      await type(box, 'issue (');
      assert.deepEqual(await until(() => suggested(box), isShown), ['non-blocking', 'blocking', 'if-minor']);
      assert.deepEqual(
        vscode.languages.getDiagnostics(box.uri).filter(({ source }) => source === 'leadlight'),
        [],
      );
      await set('leadlight.completion.enabled', false);
      await until(() => suggested(box), isEmpty);
      await set('leadlight.completion.enabled', undefined);
      await type(box, 'issue (blocking): this rounds twice');
      await submit();
    });

    it('follows its line while somebody edits above', async () => {
      await until(
        () => lineShown(),
        ([line]) => line === 1,
      );
      await edit(new vscode.Range(0, 0, 0, 0), '// Prices are whole cents.\n// So are discounts.\n');
      await until(
        () => lineShown(),
        ([line]) => line === 3,
      );
    });

    it('is at its line again where the file is opened anew', async () => {
      await vscode.window.activeTextEditor?.document.save();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await until(
        () => lineShown(),
        ([line]) => line === 3,
      );
    });

    it('goes to the top where its code is gone, and back with it', async () => {
      await edit(new vscode.Range(3, 0, 4, 0), '');
      await until(
        () => lineShown(),
        ([line]) => line === 0,
      );
      await edit(new vscode.Range(4, 0, 4, 0), '  return Math.round(total);\n');
      await until(
        () => lineShown(),
        ([line]) => line === 4,
      );
    });

    /** Where the editor goes when the concern is chosen from the list. */
    async function lineShown(): Promise<readonly number[]> {
      const editor = vscode.window.activeTextEditor;
      if (editor !== undefined) editor.selection = new vscode.Selection(2, 1, 2, 1);
      const done = vscode.commands.executeCommand('leadlight.showConcerns');
      await until(
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return [vscode.window.activeTextEditor?.selection.active.character];
        },
        ([character]) => character === 0,
      );
      await done;
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.path.endsWith('discount.ts') ? [shown.selection.active.line] : [];
    }
  });

  async function edit(range: vscode.Range, text: string): Promise<void> {
    await vscode.window.activeTextEditor!.edit((change) => change.replace(range, text));
  }

  /** The labels of Leadlight's suggestions at the end of a box. */
  async function suggested(box: vscode.TextDocument): Promise<readonly string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      box.uri,
      box.lineAt(0).range.end,
    );
    return list.items
      .filter(({ detail, sortText }) => detail !== undefined && /^\d{4}$/.test(sortText ?? ''))
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
  }
}
