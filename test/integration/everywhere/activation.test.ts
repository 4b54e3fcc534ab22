import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is active in this window', async () => {
    const extension = vscode.extensions.getExtension('leadlight.leadlight');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
