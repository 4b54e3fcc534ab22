import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const folder = vscode.workspace.workspaceFolders?.[0];

const link = '\\(command:leadlight\\.\\w+\\?%5B\\d+%5D "[^"]*"\\)';
const rowPattern = new RegExp(`^\\[Source\\]${link} · \\[Got it\\]${link} · \\[Mute\\]${link}$`);

describe('the manifest in this window', () => {
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

  describe('diagnostics', () => {
    const file = vscode.Uri.joinPath(folder.uri, 'src/rethrow.ts');
    const text = 'export function load() {\n  try {\n    open();\n  } catch (err) { throw err; }\n}\n';
    const isReported = () =>
      Promise.resolve(vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'leadlight'));

    before(async () => {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await vscode.window.showTextDocument(file);
    });
    after(() => vscode.workspace.fs.delete(file));
    afterEach(() => set('leadlight.diagnostics.enabled', undefined));

    it('say what the entry says, and follow the switch', async () => {
      const [diagnostic] = await until(isReported, isShown);
      assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Information);
      await set('leadlight.diagnostics.enabled', false);
      await until(isReported, isEmpty);
      await set('leadlight.diagnostics.enabled', undefined);
      await until(isReported, isShown);
    });

    it('are gone while their entry is muted', async () => {
      await until(isReported, isShown);
      const [, row] = await until(() => hoverAt(file, 'throw err'), isShown);
      await follow(row, 'Mute');
      await until(isReported, isEmpty);
      await vscode.commands.executeCommand('leadlight.showMuted');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isReported();
      }, isShown);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    });
  });

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

/** What Leadlight shows at a text of a document; other extensions' hovers are left out. */
async function hoverAt(uri: vscode.Uri, text: string): Promise<readonly vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const contents = hovers.map((hover) => hover.contents as vscode.MarkdownString[]);
  return contents.find((parts) => parts.some(({ value }) => value.includes('command:leadlight.'))) ?? [];
}

/** Does what a click on a link of a row does. */
async function follow(row: vscode.MarkdownString | undefined, label: string): Promise<void> {
  const [, command = '', args = ''] =
    new RegExp(`\\[${label}\\]\\(command:([\\w.]+)\\?(\\S+) `).exec(row?.value ?? '') ?? [];
  await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(args)) as number[]));
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

function set(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

function isShown(contents: readonly unknown[]): boolean {
  return contents.length > 0;
}

function isEmpty(contents: readonly unknown[]): boolean {
  return contents.length === 0;
}

function shows(text: string): (contents: readonly vscode.MarkdownString[]) => boolean {
  return (contents) => contents.some(({ value }) => value.includes(text));
}

/** What `look` finds once it is as expected; the last it found is in the error where that does not happen. */
async function until<T>(look: () => Promise<T>, isExpected: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let turn = 0; turn < 150 && !isExpected(found); turn++) {
    await new Promise((done) => setTimeout(done, 100));
    found = await look();
  }
  assert.ok(isExpected(found), `Still ${JSON.stringify(found)}`);
  return found;
}
