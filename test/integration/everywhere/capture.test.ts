import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, closeAll } from '../accepting';
import { hoverAt, shows } from '../hovers';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no guidance to write.
if (folder !== undefined) {
  const at = (path: string) => vscode.Uri.joinPath(folder.uri, path);
  const guidance = at('.leadlight/guidance.yaml');
  const log = at('src/log.ts');
  const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
  const select = async (text: string) => {
    const editor = await vscode.window.showTextDocument(log, { viewColumn: vscode.ViewColumn.One });
    const start = editor.document.getText().indexOf(text);
    const [from, to] = [start, start + text.length].map((offset) => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(from!, to!);
  };
  /** The text of the active editor with `$0` for the cursor. */
  const active = () => {
    const { document, selection } = vscode.window.activeTextEditor!;
    const offset = document.offsetAt(selection.active);
    return `${document.getText().slice(0, offset)}$0${document.getText().slice(offset)}`;
  };
  const begun = (name: RegExp) =>
    vscode.workspace.textDocuments.find((document) => name.test(document.uri.path));

  describe('writing down what code says', () => {
    before(closeAll);
    afterEach(closeAll);

    if (!vscode.workspace.isTrusted) {
      it('writes nothing in Restricted Mode', async () => {
        const before = await textOf(guidance);
        await select('JSON.stringify');
        for (const command of ['leadlight.writePhilosophy', 'leadlight.writeDecision', 'leadlight.addTerm'])
          await vscode.commands.executeCommand(command);
        assert.equal(await textOf(guidance), before);
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), log.toString());
        assert.equal(begun(/docs\/decisions\/0008-/), undefined);
      });
    } else {
      it('begins a philosophy, which is shown on the selection, and which undo takes back', async () => {
        const before = await textOf(guidance);
        await select('JSON.stringify');
        await accepting(
          'leadlight.writePhilosophy',
          undefined,
          async () => (await textOf(guidance)) !== before,
        );
        await until(
          async () => active(),
          (text) => /id: avoid-json\.stringify\n[^]*why: \|\n {6}\$0\n/.test(text),
        );
        const editor = vscode.window.activeTextEditor!;
        assert.equal(editor.document.isDirty, true);
        await editor.edit((edit) => edit.insert(editor.selection.active, 'Nobody can search it.'));
        await until(() => hoverAt(log, 'JSON.stringify'), shows('Nobody can search it'));
        await vscode.window.showTextDocument(editor.document);
        await vscode.commands.executeCommand('undo');
        await until(
          async () => {
            await vscode.commands.executeCommand('undo');
            return textOf(guidance);
          },
          (text) => text === before,
        );
      });

      it('begins a decision beside the others, as they are written', async () => {
        await select('JSON.stringify');
        await accepting(
          'leadlight.writeDecision',
          undefined,
          async () => begun(/\/docs\/decisions\/0008-/) !== undefined,
        );
        await until(
          async () => active(),
          (text) =>
            /^---\nstatus: proposed\n[^]*\n# How we write JSON\.stringify\n\n## Context and Problem Statement\n\n\$0\n\nThe code: \[src\/log\.ts, line 17\]/.test(
              text,
            ),
        );
        const written = begun(/\/docs\/decisions\/0008-/)!;
        if (!written.isUntitled) await vscode.workspace.fs.delete(written.uri);
      });

      it('begins a term, and takes up what is not saved yet', async () => {
        const terms = at('.leadlight/terms.yaml');
        const before = await textOf(terms);
        for (const [name, term] of [
          ['createLog', 'term: create log'],
          ['Fields', 'term: fields\n    aka: ["field"]'],
        ] as const) {
          await select(name);
          const written = `${term}\n    means: |\n      `;
          await accepting('leadlight.addTerm', undefined, async () =>
            (await textOf(terms)).includes(written),
          );
          await until(
            async () => active(),
            (text) => text.endsWith(`${written}$0\n`),
          );
        }
        assert.ok((await textOf(terms)).startsWith(before.trimEnd()));
      });
    }
  });

  describe('the preview of an entry', () => {
    afterEach(closeAll);

    const tabs = async () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('leadlight.entryPreview'),
        )
        .map(({ label }) => label);

    it('follows the cursor, and what is typed', async () => {
      const editor = await vscode.window.showTextDocument(guidance);
      const go = (text: string) => {
        const position = editor.document.positionAt(editor.document.getText().indexOf(text));
        editor.selection = new vscode.Selection(position, position);
      };
      go('errors-carry-context');
      await until(
        async () => {
          if ((await tabs()).length === 0) await vscode.commands.executeCommand('leadlight.previewEntry');
          return tabs();
        },
        ([label]) => label === 'Preview: Errors carry context',
      );
      go('money-in-minor-units');
      await until(tabs, ([label]) => label === 'Preview: Money is a whole number of minor units');
      const title = 'title: Money is a whole';
      const place = editor.document.positionAt(editor.document.getText().indexOf(title) + 'title: '.length);
      await editor.edit((edit) => edit.insert(place, 'All '));
      await until(tabs, ([label]) => label === 'Preview: All Money is a whole number of minor units');
    });
  });
}
