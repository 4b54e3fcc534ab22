import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

describe('the import of other tools’ settings', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens nothing where nothing is set', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('leadlight.importTodoTree');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  // The settings of tools that are not installed can only be set in a file.
  if (folder !== undefined) {
    const settings = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
    const saved = vscode.Uri.joinPath(folder.uri, '.leadlight/markers.yaml');

    it('opens what is set as guidance that is not saved yet', async () => {
      const before = await vscode.workspace.fs.readFile(saved).then(
        (bytes) => bytes,
        () => undefined,
      );
      const text = JSON.stringify({
        'todo-tree.general.tags': ['TODO', 'NOTE'],
        'todo-tree.highlights.customHighlight': { NOTE: { background: 'red' } },
        'todo-tree.filtering.excludeGlobs': ['vendor/**'],
      });
      await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
      await until(
        async () => tagsSet(folder.uri),
        (tags) => tags !== undefined,
      );
      await vscode.commands.executeCommand('leadlight.importTodoTree');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.isUntitled, true);
      assert.equal(document?.languageId, 'yaml');
      assert.match(document?.getText() ?? '', /- tag: "NOTE"/);
      assert.match(document?.getText() ?? '', /"leadlight.marker.other": "#FF0000"/);
      assert.match(document?.getText() ?? '', /^ignore:\n {2}- "vendor\/\*\*"/m);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(settings);
      await until(
        async () => tagsSet(folder.uri),
        (tags) => tags === undefined,
      );
      const after = await vscode.workspace.fs.readFile(saved).then(
        (bytes) => bytes,
        () => undefined,
      );
      assert.deepEqual(after, before);
    });
  }
});

function tagsSet(scope: vscode.Uri): unknown {
  return vscode.workspace.getConfiguration(undefined, scope).get('todo-tree.general.tags');
}
