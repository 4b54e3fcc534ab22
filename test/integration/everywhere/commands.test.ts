import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt } from '../hovers';
import { isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

describe('the commands of the manifest', () => {
  it('has a command behind each of its commands', async () => {
    const extension = vscode.extensions.getExtension('leadlight.leadlight');
    await extension?.activate();
    const declared = (extension?.packageJSON.contributes.commands as { command: string }[]).map(
      ({ command }) => command,
    );
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !known.has(command)),
      [],
    );
  });
});

// Without a folder there is no guidance to show.
if (folder !== undefined) {
  const refunds = vscode.Uri.joinPath(folder.uri, 'src/payments/refunds.ts');

  describe('commands', () => {
    it('search, and open what is found', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('leadlight.searchGuidance');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.visibleTextEditors.filter(({ document }) =>
          document.uri.path.includes('/.leadlight/'),
        );
      }, isShown);
    });

    it('open the guidance that is there rather than begin it', async () => {
      await vscode.commands.executeCommand('leadlight.createFirstPhilosophy');
      assert.equal(
        vscode.window.activeTextEditor?.document.uri.toString(),
        vscode.Uri.joinPath(folder.uri, '.leadlight/guidance.yaml').toString(),
      );
    });

    it('begin the guidance where there is none', async () => {
      const uri = vscode.Uri.joinPath(folder.uri, '.leadlight/guidance.yaml');
      const before = await vscode.workspace.fs.readFile(uri);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('leadlight.createFirstPhilosophy');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'yaml');
      assert.match(document?.getText() ?? '', /^philosophies:$/m);
      // Where the editor lets an unsaved text have a place, it is the place of the guidance.
      if (folder.uri.scheme !== 'leadlight-test') assert.equal(document?.uri.path, uri.path);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.writeFile(uri, before);
    });

    it('restart the server', async () => {
      await vscode.commands.executeCommand('leadlight.restartServer');
      await until(() => hoverAt(refunds, "'moment'"), isShown);
    });

    it('show the view', async () => {
      await vscode.commands.executeCommand('leadlight.showHere');
    });
  });
}
