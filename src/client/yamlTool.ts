import * as vscode from 'vscode';

/** It checks open YAML files by their schemas, of which Leadlight brings one: https://github.com/redhat-developer/vscode-yaml */
const yamlExtension = 'redhat.vscode-yaml';

/** Whether that extension is on and checks, so that nobody is told the same thing twice. */
export function yamlIsChecked(): boolean {
  return (
    vscode.extensions.getExtension(yamlExtension) !== undefined &&
    vscode.workspace.getConfiguration('yaml').get<boolean>('validate') !== false
  );
}

/** Calls back when `yamlIsChecked` may say something else. */
export function onDidChangeYamlCheck(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) listener();
    }),
  );
}
