import type * as vscode from 'vscode';
import type { AskTool } from '../core/walkthrough/toolAnswer';
import { activateWith, type System } from './activate';
import type { CreateClient } from './link/client';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, {
    host: 'node',
    system: systemOf(process.platform),
    createClient: createClientFor(context),
    askTool,
  });
}

function systemOf(platform: string): System {
  return platform === 'win32' ? 'windows' : platform === 'darwin' ? 'mac' : 'linux';
}

/** Loaded when a person first asks for a tool's version. */
const askTool: AskTool = async (tool, options) => {
  const asking = await import('../node/askTool');
  return asking.askTool(tool, { ...options, env: process.env });
};

/** The server is a process of its own, which talks over Node's IPC. */
function createClientFor(context: vscode.ExtensionContext): CreateClient {
  return async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = {
      module: context.asAbsolutePath('dist/server.node.js'),
      transport: TransportKind.ipc,
      // Not the workspace's folder, which a process would keep from being renamed or deleted.
      options: { cwd: context.extensionPath },
    };
    const client = new LanguageClient('leadlight', 'Leadlight', server, options);
    return { client, end: () => undefined };
  };
}
