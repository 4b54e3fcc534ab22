import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, hoverAt } from '../hovers';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there are no policies.
if (folder !== undefined) {
  describe('markers', () => {
    const file = vscode.Uri.joinPath(folder.uri, 'src/cart/discount.ts');

    beforeEach(async () => {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('// TODO: one rate for all\n// \n'));
      await vscode.window.showTextDocument(file);
    });
    afterEach(async () => {
      await set('leadlight.fixes.enabled', undefined);
      await set('leadlight.completion.enabled', undefined);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(file);
    });

    it('are hovered on the tag, and completed by the light bulb', async () => {
      const [card, row] = await until(() => hoverAt(file, 'TODO'), isShown);
      assert.match(card?.value ?? '', /To add, as agreed here:\*\* an owner/);
      assert.match(row?.value ?? '', /\[Complete…\]/);
      assert.deepEqual(await hoverAt(file, 'one rate'), []);
      await follow(row, 'Complete…');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), file.toString());
      assert.equal(editor?.selection.active.character, 3);
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    });

    it('are listed while they miss a part, until a fix adds it', async () => {
      const listed = () =>
        Promise.resolve(vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'leadlight'));
      await until(listed, isShown);
      const fix = (await until(() => fixes(), isShown)).find(({ title }) =>
        title.startsWith('Add owner @ines'),
      );
      await vscode.workspace.applyEdit(fix!.edit!);
      assert.equal(textOf(0), '// TODO(@ines): one rate for all');
      await until(listed, isEmpty);
    });

    it('get what a person has to write by a snippet', async () => {
      const fix = (await until(() => fixes(), isShown)).find(({ title }) => title === 'Add an issue…');
      await vscode.workspace.applyEdit(fix!.edit!);
      await until(
        () => Promise.resolve([textOf(0)]),
        ([line]) => line === '// TODO(#): one rate for all',
      );
    });

    it('are suggested in comments, with names and dates behind the tag', async () => {
      await type('// TODO(', 1);
      const inBrackets = await until(() => suggested(1, 8), isShown);
      assert.ok(inBrackets.includes('@ines'), inBrackets.join());
      await type('// FIX', 1);
      assert.ok((await until(() => suggested(1, 6), isShown)).includes('FIXME'));
      await type('const a = TODO(', 1);
      assert.deepEqual(await suggested(1, 15), []);
    });

    it('are left alone where the switches are off', async () => {
      await until(() => fixes(), isShown);
      await set('leadlight.fixes.enabled', false);
      await until(() => fixes(), isEmpty);
      await type('// TODO(', 1);
      await until(() => suggested(1, 8), isShown);
      await set('leadlight.completion.enabled', false);
      await until(() => suggested(1, 8), isEmpty);
    });

    it('become the text of an issue', async () => {
      const editor = vscode.window.activeTextEditor!;
      editor.selection = new vscode.Selection(0, 4, 0, 4);
      const offered = await until(
        async () => (await fixes()).filter(({ title }) => title === 'Copy Marker as Issue Text'),
        isShown,
      );
      assert.deepEqual(offered[0]?.command?.arguments ?? [], []);
      await until(
        async () => {
          await vscode.commands.executeCommand('leadlight.copyIssueText');
          return [await vscode.env.clipboard.readText()];
        },
        ([text]) => text?.includes('- Where: src/cart/discount.ts, line 1') === true,
      );
    });

    const textOf = (line: number) => vscode.window.activeTextEditor?.document.lineAt(line).text;

    async function type(text: string, line: number): Promise<void> {
      const editor = vscode.window.activeTextEditor!;
      await editor.edit((edit) => edit.replace(editor.document.lineAt(line).range, text));
    }

    /** Leadlight's actions on the first marker's tag. */
    async function fixes(): Promise<readonly vscode.CodeAction[]> {
      const place = new vscode.Range(0, 4, 0, 4);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        file,
        place,
      );
      return actions.filter(({ title }) => /^(?:Add|Copy Marker)/.test(title));
    }

    /** The labels of Leadlight's suggestions; words of the text and those of other extensions are left out. */
    async function suggested(line: number, character: number): Promise<readonly string[]> {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        new vscode.Position(line, character),
      );
      return list.items
        .filter(({ detail, sortText }) => detail !== undefined && /^\d{4}$/.test(sortText ?? ''))
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
    }
  });
}
