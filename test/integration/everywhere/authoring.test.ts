import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { set } from '../settings';
import { isEmpty, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there is no guidance to write.
if (folder !== undefined) {
  const source = vscode.Uri.joinPath(folder.uri, '.leadlight/written.yaml');

  /** The labels that Leadlight offers at the end of a text, in their order; snippets that VS Code knows are left out. */
  const offered = async (text: string) => {
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(source);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      source,
      document.positionAt(document.getText().length),
    );
    return items
      .filter(({ insertText }) => document.getText() === text && insertText !== undefined)
      .map(({ label }) => (typeof label === 'string' ? label : label.label))
      .filter((label) => !label.startsWith('leadlight-'));
  };

  describe('completion in guidance', () => {
    afterEach(async () => {
      await set('leadlight.completion.enabled', undefined);
      await vscode.workspace.fs.delete(source).then(undefined, () => undefined);
    });

    it('offers the keys that are missing, and the files of the workspace', async () => {
      const keys = await until(
        () => offered('terms:\n  - term: settlement\n    '),
        (labels) => labels.includes('means'),
      );
      assert.deepEqual(keys.slice(0, 3), ['means', 'aka', 'see']);
      await until(
        () => offered('areas:\n  - files: ["src/'),
        (labels) => labels.includes('src/payments/') && labels.includes('src/**/*.ts'),
      );
    });

    it('is off where its switch is', async () => {
      await until(
        () => offered('terms:\n  - '),
        (labels) => labels.includes('new term'),
      );
      await set('leadlight.completion.enabled', false);
      await until(
        async () => (await offered('terms:\n  - ')).filter((label) => label === 'new term'),
        isEmpty,
      );
    });
  });

  describe('a key of guidance', () => {
    it('says in a hover what it means', async () => {
      const guidance = vscode.Uri.joinPath(folder.uri, '.leadlight/guidance.yaml');
      const document = await vscode.workspace.openTextDocument(guidance);
      const place = document.positionAt(document.getText().indexOf('philosophies:') + 2);
      const shown = async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          guidance,
          place,
        );
        return hovers
          .flatMap(({ contents }) => contents as vscode.MarkdownString[])
          .map(({ value }) => value);
      };
      const texts = await until(shown, (found) =>
        found.some((text) => text.includes('What the team believes')),
      );
      assert.equal(texts.filter((text) => text.includes('What the team believes')).length, 1);
    });
  });
}
