import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt } from '../hovers';
import { isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders![0]!;

describe('notebooks', () => {
  const file = vscode.Uri.joinPath(folder.uri, 'src/cart/rates.ipynb');
  const cells = [
    { cell_type: 'markdown', metadata: {}, source: ['TODO: no comment\n'] },
    {
      cell_type: 'code',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: ['rate = "# TODO"\n', '# FIXME: one rate for all\n'],
    },
  ];
  const notebook = {
    cells,
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  };

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(notebook)));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  it('have cards on the tags in their cells', async () => {
    const opened = await vscode.workspace.openNotebookDocument(file);
    await vscode.window.showNotebookDocument(opened);
    const code = opened.cellAt(1).document;
    assert.equal(code.languageId, 'python');
    const [card] = await until(() => hoverAt(code.uri, 'FIXME'), isShown);
    assert.match(card?.value ?? '', /^\*\*FIXME\*\*[^]*To add, as agreed here/);
    assert.deepEqual(await hoverAt(code.uri, 'TODO'), []);
    assert.deepEqual(await hoverAt(opened.cellAt(0).document.uri, 'TODO'), []);
  });
});
