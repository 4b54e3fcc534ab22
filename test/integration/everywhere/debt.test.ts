import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { set } from '../settings';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

interface Exported {
  readonly path: string;
  readonly tag: string;
  readonly text: string;
  readonly owner?: string;
}

// Without a folder there is nothing to look through.
if (folder !== undefined) {
  const cart = vscode.Uri.joinPath(folder.uri, 'src/cart/cart.ts');

  describe('the view Debt', () => {
    before(() => vscode.commands.executeCommand('leadlight.scanWorkspace'));
    afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    it('is there, and can be focused', async () => {
      await vscode.commands.executeCommand('leadlight.debt.focus');
    });

    it('knows markers in files that are not open', async () => {
      const markers = await until(exported, (found) => found.some(isFixme));
      assert.match(markers.find(isFixme)?.path ?? '', /src\/cart\/pricing\.ts$/);
      assert.equal(markers.find(isFixme)?.owner, '@ines');
    });

    it('sees an edit before it is saved, and its end', async () => {
      const text = 'say what an empty cart costs';
      const says = (found: readonly Exported[]) => found.some((marker) => marker.text.includes(text));
      const document = await vscode.workspace.openTextDocument(cart);
      const start = new vscode.Position(0, 0);
      await change((edit) => edit.insert(cart, start, `// TODO(@ines): ${text}\n`));
      await until(exported, says);
      await change((edit) => edit.delete(cart, new vscode.Range(start, start.translate(1))));
      await until(exported, (found) => !says(found));
      await document.save();
    });

    it('exports what it shows in each format', async () => {
      assert.match(await textOf('markdown'), /FIXME/);
      assert.match(await textOf('csv'), /FIXME/);
      assert.deepEqual(
        (await exported()).filter(({ tag }) => tag === 'eslint-disable'),
        [],
      );
    });

    it('can be told to stop, and looks again when it is asked', async () => {
      const scan = vscode.commands.executeCommand('leadlight.scanWorkspace');
      await vscode.commands.executeCommand('leadlight.cancelScan');
      await scan;
      await vscode.commands.executeCommand('leadlight.scanWorkspace');
      assert.ok((await exported()).some(isFixme));
    });

    it('can be switched off, and comes back with what it knew', async () => {
      await set('leadlight.debt.enabled', false);
      await set('leadlight.debt.enabled', undefined);
      await until(exported, (found) => found.some(isFixme));
    });

    it('says what Leadlight costs', async () => {
      await vscode.commands.executeCommand('leadlight.showCost');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'markdown');
      assert.match(document?.getText() ?? '', /^# What Leadlight costs\n/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
}

async function change(write: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  write(edit);
  await vscode.workspace.applyEdit(edit);
}

function isFixme({ tag, text }: Exported): boolean {
  return tag === 'FIXME' && text.includes('each line rounds on its own');
}

async function exported(): Promise<readonly Exported[]> {
  return (JSON.parse(await textOf('json')) as { readonly markers: readonly Exported[] }).markers;
}

async function textOf(format: 'markdown' | 'csv' | 'json'): Promise<string> {
  await vscode.commands.executeCommand('leadlight.exportDebt', format);
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.isUntitled, true);
  const text = document?.getText() ?? '';
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return text;
}
