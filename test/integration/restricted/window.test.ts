import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window in Restricted Mode', () => {
  it('does not trust its one folder', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
