import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window with the Node extension host', () => {
  it('runs in Node', () => {
    assert.equal(typeof process.versions.node, 'string');
  });

  it('trusts its one folder', () => {
    assert.equal(vscode.workspace.isTrusted, true);
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
