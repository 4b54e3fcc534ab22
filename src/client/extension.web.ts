import * as vscode from 'vscode';
import { activateWith, type System } from './activate';
import type { CreateClient } from './link/client';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, {
    host: 'web',
    system: systemOf(navigator.userAgent),
    createClient: createClientFor(context),
  });
}

function systemOf(agent: string): System {
  return /Windows/.test(agent) ? 'windows' : /Macintosh|iPhone|iPad/.test(agent) ? 'mac' : 'linux';
}

/** The server is a worker of its own. */
function createClientFor(context: vscode.ExtensionContext): CreateClient {
  return async (options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
      await import('vscode-languageclient/browser');
    // A worker cannot be started from the address of an extension that lives on a remote, so its text is read first.
    const script = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(context.extensionUri, 'dist/server.web.js'),
    );
    const address = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
    const worker = new Worker(address, { name: 'Leadlight' });
    // The extension host replaces `Worker`, so the client would not know this one for what it is.
    const transports = { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    });
    const client = new LanguageClient('leadlight', 'Leadlight', async () => transports, options);
    return {
      client,
      failed,
      end: () => {
        worker.terminate();
        URL.revokeObjectURL(address);
      },
    };
  };
}
