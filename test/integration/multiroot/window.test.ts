import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window with two folders', () => {
  it('has them both, in order', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['shop', 'other'],
    );
  });
});
