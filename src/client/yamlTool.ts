import * as vscode from 'vscode';
import type { YamlTool } from '../protocol/messages';

/** It checks open YAML files by their schemas, of which Leadlight brings one: https://github.com/redhat-developer/vscode-yaml */
const yamlExtension = 'redhat.vscode-yaml';

/** What that extension does, so that nobody is told the same thing twice. */
export function yamlTool(): YamlTool {
  const isOn = vscode.extensions.getExtension(yamlExtension) !== undefined;
  const settings = vscode.workspace.getConfiguration('yaml');
  const does = (what: string) => isOn && settings.get<boolean>(what) !== false;
  return { checks: does('validate'), hovers: does('hover') };
}

/** Calls back when `yamlTool` may say something else. */
export function onDidChangeYamlTool(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml')) listener();
    }),
  );
}
