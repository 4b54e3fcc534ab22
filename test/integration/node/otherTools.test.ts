import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt } from '../hovers';
import { set } from '../settings';
import { isEmpty, isShown, until } from '../until';

const folder = vscode.workspace.workspaceFolders![0]!;

describe('what teams have written for other tools', () => {
  const at = (path: string) => vscode.Uri.joinPath(folder.uri, path);
  const files: Readonly<Record<string, string>> = {
    '.github/instructions/carts.instructions.md':
      "---\napplyTo: ['src/cart/**']\n---\n\n# Carts\n\nPrices are in cents: see `roundToCents`.\n",
    'sgconfig.yml': 'ruleDirs: [lint]\n',
    'lint/no-eval.yml':
      'id: no-eval\nlanguage: TypeScript\nmessage: Do not call eval.\nnote: We had an incident.\nrule: { pattern: eval($A) }\n',
    'src/cart/evaluate.ts': 'eval(price);\nroundToCents(price);\n',
  };
  const instructions = at('.github/instructions/carts.instructions.md');
  const code = at('src/cart/evaluate.ts');
  const findings = vscode.languages.createDiagnosticCollection('ast-grep');
  const problems = () =>
    Promise.resolve(
      vscode.languages.getDiagnostics(instructions).filter(({ source }) => source === 'leadlight'),
    );
  const noteAt = async () =>
    (await hoverAt(code, 'eval')).map(({ value }) => value).filter((text) => text.includes('incident'));
  const sectionAt = async () =>
    (await hoverAt(code, 'roundToCents'))
      .map(({ value }) => value)
      .filter((text) => text.includes('Prices are in cents'));

  before(async () => {
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    await vscode.window.showTextDocument(code);
    const finding = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 4), 'Do not call eval.');
    findings.set(code, [Object.assign(finding, { source: 'ast-grep', code: 'no-eval' })]);
  });
  after(async () => {
    findings.dispose();
    await set('leadlight.read', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(files)) await vscode.workspace.fs.delete(at(path));
  });

  it('stands at the findings of those tools', async () => {
    const [text] = await until(noteAt, isShown);
    assert.match(text!, /also read by ast-grep/);
  });

  it('has its mistakes named, with the form that works', async () => {
    const [problem] = await until(problems, isShown);
    assert.match(problem!.message, /Write `applyTo: 'src\/cart\/\*\*'`/);
  });

  it('is shown on what its text names, until a person says otherwise', async () => {
    const [text] = await until(sectionAt, isShown);
    assert.match(text!, /Because the text names `roundToCents` · also read by Copilot/);
    await set('leadlight.read', { names: false });
    await until(sectionAt, isEmpty);
    await set('leadlight.read', undefined);
    await until(sectionAt, isShown);
  });

  it('is read no longer as soon as a person says so, and again', async () => {
    await set('leadlight.read', { instructions: false, rules: false });
    await until(problems, isEmpty);
    await until(noteAt, isEmpty);
    await set('leadlight.read', undefined);
    await until(problems, isShown);
    await until(noteAt, isShown);
  });
});
