import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pages } from '../pages';
import { accepting, closeAll } from '../accepting';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is nothing to walk through.
if (folder !== undefined) {
  const own = vscode.Uri.joinPath(folder.uri, '.leadlight', 'walkthroughs');
  const recorded = vscode.Uri.joinPath(own, 'walked.md');
  const tour = vscode.Uri.joinPath(folder.uri, '.tours', 'rounds.tour');
  const imported = vscode.Uri.joinPath(own, 'rounds.md');
  const isTrusted = vscode.workspace.isTrusted;
  const isThere = async (uri: vscode.Uri) =>
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
  const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();

  describe('writing a walkthrough', () => {
    before(closeAll);
    after(async () => {
      await vscode.commands.executeCommand('leadlight.stopRecording');
      await closeAll();
      for (const uri of [recorded, imported, vscode.Uri.joinPath(folder.uri, '.tours')])
        await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
    });

    if (!isTrusted) {
      it('begins no file in Restricted Mode, and imports none', async () => {
        await vscode.workspace.fs.writeFile(
          tour,
          new TextEncoder().encode('{ "title": "Rounds", "steps": [] }'),
        );
        await vscode.commands.executeCommand('leadlight.recordWalkthrough', { title: 'Walked' });
        await vscode.commands.executeCommand('leadlight.importTours', 'write');
        assert.equal(await isThere(recorded), false);
        assert.equal(await isThere(imported), false);
      });
    } else {
      it('begins a file, and never a second one over it', async () => {
        await accepting('leadlight.recordWalkthrough', { title: 'Walked' }, () => isThere(recorded));
        assert.equal(await textOf(recorded), '# Walked\n');
      });

      it('adds a step where the cursor is, and goes to where its text is written', async () => {
        const server = vscode.Uri.joinPath(folder.uri, 'src/server.ts');
        for (const word of ['app.listen', 'import']) {
          const editor = await vscode.window.showTextDocument(server, { viewColumn: vscode.ViewColumn.One });
          const at = editor.document.positionAt(editor.document.getText().indexOf(word));
          editor.selection = new vscode.Selection(at, at);
          await accepting('leadlight.addStep', undefined, async () =>
            (await textOf(recorded)).includes(word),
          );
        }
        const text = await textOf(recorded);
        assert.equal(text.match(/^## /gm)?.length, 2, text);
        assert.match(text, /at: \{ file: src\/server\.ts, text: "app\.listen/);
        await until(
          async () => vscode.window.activeTextEditor,
          (editor) =>
            editor?.document.uri.toString() === recorded.toString() &&
            editor.selection.active.line >= text.trimEnd().split('\n').length,
        );
      });

      it('is taken back by undo', async () => {
        await vscode.commands.executeCommand('undo');
        await until(
          () => textOf(recorded),
          (text) => text.match(/^## /gm)?.length === 1,
        );
        await vscode.commands.executeCommand('redo');
        await until(
          () => textOf(recorded),
          (text) => text.match(/^## /gm)?.length === 2,
        );
      });

      it('changes the steps from the view', async () => {
        const ids = () =>
          textOf(recorded).then((text) => [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title!));
        const [first, second] = await ids();
        const walkthrough = {
          key: 'walked',
          id: 'walked',
          format: 'markdown',
          source: { uri: recorded.toString() },
        };
        const id = (title: string) =>
          title
            .toLowerCase()
            .normalize('NFKD')
            .replace(/[^a-z0-9._]+/g, '-')
            .replace(/^[^a-z0-9]+|[-._]+$/g, '');
        const step = { id: id(second!), title: second! };
        await (await vscode.workspace.openTextDocument(recorded)).save();
        await until(
          async () => {
            await vscode.commands.executeCommand('leadlight.moveStepUp', { kind: 'step', walkthrough, step });
            return ids();
          },
          ([now]) => now === second,
        );
        assert.deepEqual(await ids(), [second, first]);
        const document = await vscode.workspace.openTextDocument(recorded);
        assert.equal(document.isDirty, false);
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('undo');
        await until(ids, ([now]) => now === first);
        await vscode.commands.executeCommand('leadlight.deleteStep', { kind: 'step', walkthrough, step });
        await until(ids, (now) => now.join() === first);
      });

      it('is seen in a preview beside it', async () => {
        await vscode.window.showTextDocument(recorded);
        await until(
          async () => {
            await vscode.commands.executeCommand('leadlight.previewWalkthrough');
            return pages('leadlight.preview');
          },
          ([label]) => label === 'Preview: Walked',
        );
      });

      it('imports tours, and overwrites nothing', async () => {
        const written = {
          title: 'Rounds',
          steps: [{ title: 'Here', file: 'src/server.ts', line: 1, description: 'Hi' }],
        };
        await vscode.workspace.fs.writeFile(tour, new TextEncoder().encode(JSON.stringify(written)));
        await until(async () => {
          await vscode.commands.executeCommand('leadlight.importTours', 'write');
          return isThere(imported);
        }, Boolean);
        assert.match(await textOf(imported), /^# Rounds\n\n## Here\n\n```yaml\nat: \{ file: src\/server\.ts/);
        await vscode.workspace.fs.writeFile(imported, new TextEncoder().encode('# Mine\n'));
        await vscode.commands.executeCommand('leadlight.importTours', 'write');
        assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(imported)), '# Mine\n');
      });
    }

    it('ends in a page for reading elsewhere', async () => {
      await until(
        async () => {
          await vscode.commands.executeCommand('leadlight.exportWalkthrough', 'first-day');
          return vscode.window.activeTextEditor?.document;
        },
        (document) =>
          document?.isUntitled === true && document.getText().startsWith('# Your first day in the shop\n'),
      );
    });
  });
}
