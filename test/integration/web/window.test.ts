import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window with the web worker extension host', () => {
  it('has no Node', () => {
    assert.equal(typeof process, 'undefined');
    assert.equal(typeof importScripts, 'function');
  });

  it('reads its one folder through the editor', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'note.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('written from a worker'));
    assert.equal((await vscode.workspace.openTextDocument(file)).getText(), 'written from a worker');
  });
});

declare const importScripts: unknown;
