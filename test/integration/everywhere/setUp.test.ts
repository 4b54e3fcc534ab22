import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];
const run = (command: string) => vscode.commands.executeCommand(command);

describe('Set Up Team Guidance', () => {
  if (folder === undefined || !vscode.workspace.isTrusted) {
    it('says what is missing, asks nothing and writes nothing', async () => {
      const before = folder && (await filesOf(folder.uri));
      assert.equal(
        await Promise.race([run('leadlight.setUpGuidance').then(() => 'ended'), later(3_000)]),
        'ended',
      );
      assert.deepEqual(folder && (await filesOf(folder.uri)), before);
    });
    return;
  }

  after(() => run('workbench.action.closeAllEditors'));

  it('adds what a folder with guidance lacks, in a new file, which undo takes back', async () => {
    const before = await filesOf(folder.uri);
    assert.ok(before.includes('guidance.yaml'));
    // Of several folders, the first one is chosen; then what was ticked is accepted, step by step, and written.
    const ended = run('leadlight.setUpGuidance');
    await until(
      async () => {
        await later(500);
        await run('workbench.action.acceptSelectedQuickOpenItem');
        return filesOf(folder.uri);
      },
      (files) => files.length > before.length,
    );
    await ended;
    const added = (await filesOf(folder.uri)).filter((name) => !before.includes(name));
    assert.deepEqual(added, ['guidance-2.yaml']);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path.endsWith('/.leadlight/guidance-2.yaml'), true);
    const { line, character } = editor!.selection.active;
    assert.equal(editor!.document.lineAt(line - 1).text.trim(), 'why: |');
    assert.equal(character, 6);
    await until(
      async () => {
        await run('undo');
        return filesOf(folder.uri);
      },
      (files) => files.length === before.length,
    );
  });
});

async function filesOf(root: vscode.Uri): Promise<readonly string[]> {
  const listed = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, '.leadlight'));
  return listed.map(([name]) => name).sort();
}

function later(milliseconds: number): Promise<string> {
  return new Promise((done) => setTimeout(done, milliseconds, 'waited'));
}
