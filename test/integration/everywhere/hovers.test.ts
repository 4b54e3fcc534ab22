import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, hoverAt, shows } from '../hovers';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

const link = '\\(command:leadlight\\.\\w+\\?%5B\\d+%5D "[^"]*"\\)';
const rowPattern = new RegExp(`^\\[Source\\]${link} · \\[Got it\\]${link} · \\[Mute\\]${link}$`);

// Without a folder there is no guidance to show.
if (folder !== undefined) {
  const refunds = vscode.Uri.joinPath(folder.uri, 'src/payments/refunds.ts');
  const extra = vscode.Uri.joinPath(folder.uri, '.leadlight/extra.yaml');

  describe('hovers', () => {
    afterEach(async () => {
      await set('leadlight.hover.enabled', undefined);
      await set('leadlight.enabled', undefined);
      await vscode.workspace.fs.delete(extra).then(undefined, () => undefined);
    });

    it('show a card, and under it a row of links that is trusted and holds nothing of the repository', async () => {
      const [card, row] = await until(() => hoverAt(refunds, "'moment'"), isShown);
      assert.match(card?.value ?? '', /Moment gives way to Temporal/);
      assert.match((card?.value ?? '').replaceAll('\\', ''), /\*\.leadlight\/changes\.yaml:\d+\*$/);
      assert.equal(card?.isTrusted ?? false, false);
      assert.equal(card?.supportHtml ?? false, false);
      assert.match(row?.value ?? '', rowPattern);
      const trust = row?.isTrusted as { readonly enabledCommands: readonly string[] };
      assert.ok(trust.enabledCommands.every((command) => command.startsWith('leadlight.')));
    });

    it('are folded, unfolded and muted by the row, and muted guidance can be brought back', async () => {
      const [, row] = await until(() => hoverAt(refunds, "'moment'"), isShown);
      await follow(row, 'Got it');
      const [folded, foldedRow] = await hoverAt(refunds, "'moment'");
      assert.match(folded?.value ?? '', /^Moment gives way to Temporal · \*folded\*$/);
      await follow(foldedRow, 'Unfold');
      const [whole, wholeRow] = await hoverAt(refunds, "'moment'");
      assert.match(whole?.value ?? '', /dates mutate/);
      await follow(wholeRow, 'Mute');
      assert.deepEqual(await hoverAt(refunds, "'moment'"), []);
      await vscode.commands.executeCommand('leadlight.showMuted');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return hoverAt(refunds, "'moment'");
      }, isShown);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    });

    it('lead to the source', async () => {
      const [, row] = await until(() => hoverAt(refunds, "'moment'"), isShown);
      await follow(row, 'Source');
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      assert.match(document?.uri.path ?? '', /\/\.leadlight\/changes\.yaml$/);
      assert.match(document?.lineAt(selection?.active.line ?? 0).text ?? '', /id: moment-to-temporal/);
    });

    it('are gone when they, or Leadlight, are switched off', async () => {
      await until(() => hoverAt(refunds, "'moment'"), isShown);
      await set('leadlight.hover.enabled', false);
      assert.deepEqual(await hoverAt(refunds, "'moment'"), []);
      await set('leadlight.hover.enabled', undefined);
      await until(() => hoverAt(refunds, "'moment'"), isShown);
      await set('leadlight.enabled', false);
      await until(() => hoverAt(refunds, "'moment'"), isEmpty);
      await set('leadlight.enabled', undefined);
      await until(() => hoverAt(refunds, "'moment'"), isShown);
    });

    it('know a file that was written, an edit that is not saved, and a file that was deleted', async () => {
      await vscode.workspace.fs.writeFile(extra, new TextEncoder().encode(philosophy('Amounts are named')));
      await until(() => hoverAt(refunds, 'given ='), shows('Amounts are named'));
      const document = await vscode.workspace.openTextDocument(extra);
      await replaceText(document, philosophy('Amounts have names'));
      await until(() => hoverAt(refunds, 'given ='), shows('Amounts have names'));
      await document.save();
      await vscode.workspace.fs.delete(extra);
      await until(() => hoverAt(refunds, 'given ='), isEmpty);
    });

    it('show three cards, and lead to the others', async () => {
      const titles = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];
      const entries = titles.map((title) => philosophy(title).replace('philosophies:\n', ''));
      await vscode.workspace.fs.writeFile(
        extra,
        new TextEncoder().encode(`philosophies:\n${entries.join('')}`),
      );
      const contents = await until(() => hoverAt(refunds, 'given ='), shows('Third'));
      assert.deepEqual(
        contents.map(({ value }) =>
          /\*\*(\w+)\*\*|^\[(Source|\d more)\]/.exec(value)?.slice(1).find(Boolean),
        ),
        ['First', 'Source', 'Second', 'Source', 'Third', 'Source', '2 more'],
      );
    });

    it('bring the why to what another tool found', async () => {
      const text = philosophy('Why the tool says so').replace('symbols: given', 'diagnostics: "tool/rule"');
      await vscode.workspace.fs.writeFile(extra, new TextEncoder().encode(text));
      const document = await vscode.workspace.openTextDocument(refunds);
      const start = document.positionAt(document.getText().indexOf('refundDays'));
      const finding = new vscode.Diagnostic(new vscode.Range(start, start.translate(0, 10)), 'Found');
      finding.source = 'tool';
      finding.code = 'rule';
      const tool = vscode.languages.createDiagnosticCollection('tool');
      tool.set(refunds, [finding]);
      await until(() => hoverAt(refunds, 'refundDays'), shows('Why the tool says so'));
      tool.dispose();
      await until(() => hoverAt(refunds, 'refundDays'), isEmpty);
    });

    it('are there for a text that is no file yet', async () => {
      const document = await vscode.workspace.openTextDocument({
        language: 'typescript',
        content: '// a settlement\n',
      });
      const contents = await until(() => hoverAt(document.uri, 'settlement'), isShown);
      assert.match(contents[0]?.value ?? '', /settlement/);
    });
  });
}

function philosophy(title: string): string {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return `philosophies:\n  - id: ${id}\n    title: ${title}\n    why: For the test.\n    applies: { files: "src/**", symbols: given }\n`;
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}
