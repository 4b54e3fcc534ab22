import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window on a virtual file system', () => {
  it('has one folder, which is on no disk', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.uri.toString()),
      ['leadlight-test:/'],
    );
  });

  it('sees a file that is written, renamed and deleted', async () => {
    const seen = new Set<string>();
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.note');
    watcher.onDidCreate((uri) => seen.add(`created ${uri.path}`));
    watcher.onDidDelete((uri) => seen.add(`deleted ${uri.path}`));
    const [first, second] = ['/a.note', '/b.note'].map((path) => vscode.Uri.parse(`leadlight-test:${path}`));
    assert.ok(first && second);
    await vscode.workspace.fs.writeFile(first, new TextEncoder().encode('in memory'));
    await vscode.workspace.fs.rename(first, second);
    assert.equal((await vscode.workspace.openTextDocument(second)).getText(), 'in memory');
    await vscode.workspace.fs.delete(second);
    for (let wait = 0; wait < 100 && seen.size < 4; wait++) await new Promise((done) => setTimeout(done, 50));
    watcher.dispose();
    assert.deepEqual([...seen].sort(), [
      'created /a.note',
      'created /b.note',
      'deleted /a.note',
      'deleted /b.note',
    ]);
  });
});
