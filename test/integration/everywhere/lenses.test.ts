import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { set } from '../settings';
import { isEmpty, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no guidance.
if (folder !== undefined) describeLenses(folder.uri);

function describeLenses(root: vscode.Uri): void {
  describe('lines above entries', () => {
    const source = vscode.Uri.joinPath(root, '.leadlight/lenses.yaml');
    const code = vscode.Uri.joinPath(root, 'src/lensed.py');
    const text = (id: string) =>
      `philosophies:\n  - id: ${id}\n    title: Counted\n    why: Because.\n    applies: { files: "src/*.py", symbols: counted_by_a_lens }\n`;
    const write = (uri: vscode.Uri, content: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    const titles = async () =>
      vscode.commands
        .executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', source, 10)
        .then((found) => found.flatMap(({ command }) => command?.title ?? []));

    before(async () => {
      await write(code, 'counted_by_a_lens()\n\ncounted_by_a_lens()\n');
      await write(source, text('counted'));
      await vscode.window.showTextDocument(source);
    });
    after(async () => {
      await set('leadlight.codeLens.enabled', undefined);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      for (const uri of [code, source]) await vscode.workspace.fs.delete(uri);
    });

    it('say what an entry governs, as the code is now', async () => {
      await until(titles, (found) => found.join() === 'governs 1 file, 2 places');
      await write(code, 'counted_by_a_lens()\n');
      await until(titles, (found) => found.join() === 'governs 1 file, 1 place');
    });

    it('show the places, and say nothing where they are switched off', async () => {
      const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        source,
        10,
      );
      const { command, arguments: given = [] } = lens!.command!;
      assert.equal(command, 'leadlight.showPlaces');
      await vscode.commands.executeCommand(command, ...(given as unknown[]));
      await vscode.commands.executeCommand('closeReferenceSearch');
      await set('leadlight.codeLens.enabled', false);
      await until(titles, isEmpty);
      await set('leadlight.codeLens.enabled', undefined);
    });

    it('are above an entry that is renamed, too', async () => {
      const document = await vscode.workspace.openTextDocument(source);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        source,
        document.positionAt(document.getText().indexOf('counted') + 2),
        'counted-again',
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), text('counted-again'));
      await until(titles, (found) => found.join() === 'governs 1 file, 1 place');
    });
  });
}
