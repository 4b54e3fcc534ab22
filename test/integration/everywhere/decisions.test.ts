import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, shows } from '../hovers';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0];

// Without a folder there are no decisions.
if (folder !== undefined) describeReferences(folder.uri);

function describeReferences(root: vscode.Uri): void {
  describe('references to decisions', () => {
    const at = (path: string) => vscode.Uri.joinPath(root, path);
    const old = at('docs/decisions/0091-cents.md');
    const next = at('docs/decisions/0092-minor-units.md');
    // A language whose references only Leadlight looks for in every window.
    const code = at('src/decided.py');
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

    before(async () => {
      await write(old, '# Cents\n\n- Status: superseded by [ADR-0092](0092-minor-units.md)\n');
      await write(next, '# Minor units\n\n- Status: accepted\n\n## Decision\n\nCount in minor units.\n');
      await write(code, '# See ADR-0091.\na = 1\n\n# And ADR-0092.\n');
    });
    after(async () => {
      await set('leadlight.references.enabled', undefined);
      for (const uri of [old, next, code]) await vscode.workspace.fs.delete(uri);
    });

    it('hover with the decision, and with its successor first', async () => {
      await until(() => hoverAt(code, 'ADR-0092'), shows('Count in minor units.'));
      const contents = await until(() => hoverAt(code, 'ADR-0091'), isShown);
      assert.match(contents[0]?.value ?? '', /Cents\*\* · superseded\n\n\*\*Superseded by\*\* \[ADR-0092/);
    });

    it('are links, and lead to the decision, unless that is switched off', async () => {
      const document = await vscode.workspace.openTextDocument(code);
      const links = async () =>
        vscode.commands
          .executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', code)
          .then((found) => found.map(({ target }) => target?.path.split('/').at(-1)));
      const expected = ['0091-cents.md', '0092-minor-units.md'];
      await until(links, (found) => found.join() === expected.join());
      const jump = async () =>
        vscode.commands
          .executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            code,
            document.positionAt(document.getText().indexOf('ADR-0092') + 5),
          )
          .then((found) => found.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path));
      assert.deepEqual(await jump(), [next.path]);
      await set('leadlight.references.enabled', false);
      await until(jump, isEmpty);
      assert.deepEqual(await links(), []);
      await set('leadlight.references.enabled', undefined);
      await until(jump, isShown);
    });

    it('are found from the code and from the decision', async () => {
      const find = async (uri: vscode.Uri, text: string) => {
        const document = await vscode.workspace.openTextDocument(uri);
        const position = document.positionAt(document.getText().indexOf(text) + 1);
        const found = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          uri,
          position,
        );
        const places = found.map(
          (place) => `${place.uri.path.split('/').at(-1)}:${place.range.start.line + 1}`,
        );
        return [...new Set(places)].sort();
      };
      const expected = ['0091-cents.md:3', '0092-minor-units.md:1', 'decided.py:4'];
      await until(
        () => find(code, 'ADR-0092'),
        (found) => JSON.stringify(found) === JSON.stringify(expected),
      );
      // There the editor's own Markdown, which is asked as well, never answers.
      if (!['file', 'vscode-remote'].includes(root.scheme)) return;
      const fromDecision = await find(next, 'Minor units');
      assert.ok(fromDecision.includes('decided.py:4') && fromDecision.includes('0091-cents.md:3'));
    });

    it('are problems where the decision is superseded, with its successor as the fix', async () => {
      await vscode.workspace.openTextDocument(code);
      const problems = () =>
        Promise.resolve(vscode.languages.getDiagnostics(code).filter(({ source }) => source === 'leadlight'));
      // Before the decisions are read, none of them is there.
      const expected = 'ADR-0091: Cents is superseded by ADR-0092: Minor units.';
      const [problem] = await until(
        problems,
        (found) => found.map(({ message }) => message).join() === expected,
      );
      assert.equal(problem?.severity, vscode.DiagnosticSeverity.Information);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        code,
        problem.range,
      );
      const fix = actions.find(({ title }) => title === 'Change to ADR-0092');
      await vscode.workspace.applyEdit(fix!.edit!);
      const document = await vscode.workspace.openTextDocument(code);
      assert.equal(document.lineAt(0).text, '# See ADR-0092.');
      await document.save();
      await until(problems, isEmpty);
    });
  });
}
