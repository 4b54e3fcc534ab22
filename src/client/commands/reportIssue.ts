import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';

export interface ReportIssueOptions {
  readonly extension: vscode.Extension<unknown>;
  readonly host: 'node' | 'web';
  readonly link: ServerLink;
}

/** Opens the editor's issue reporter with versions and counts filled in, and nothing that a team wrote. */
export function registerReportIssue(options: ReportIssueOptions): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.reportIssue', async () => {
    const facts = await factsOf(options);
    return vscode.commands.executeCommand('workbench.action.openIssueReporter', {
      extensionId: options.extension.id,
      issueBody: [
        'What happened, and what did you expect?',
        '',
        '',
        ...facts.map((fact) => `- ${fact}`),
      ].join('\n'),
    });
  });
}

async function factsOf({ extension, host, link }: ReportIssueOptions): Promise<readonly string[]> {
  const sources = (await link.sources(neverCancelled())) ?? [];
  const sum = (key: 'entries' | 'problems') => sources.reduce((total, source) => total + source[key], 0);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = [...new Set(folders.map(({ uri }) => uri.scheme))].join(', ');
  return [
    `Leadlight ${String(extension.packageJSON.version)}, editor ${vscode.version} (${vscode.env.appHost})`,
    `Extension host: ${host}, remote: ${vscode.env.remoteName ?? 'none'}`,
    `Workspace: ${folders.length} folders (${schemes || 'no scheme'}), ${vscode.workspace.isTrusted ? 'trusted' : 'Restricted Mode'}`,
    `Server: ${link.state}`,
    `Guidance: ${sources.length} sources, ${sum('entries')} entries, ${sum('problems')} problems`,
  ];
}
