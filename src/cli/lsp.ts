import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeService } from '../server/nodeService';
import { startServer } from '../server/server';
import { UsageError } from './command';

/** `leadlight lsp --stdio`: the server that VS Code uses, for other editors. Ends when its input does. */
export function lspCommand(): Promise<void> {
  if (!process.argv.includes('--stdio')) throw new UsageError('lsp speaks over --stdio.');
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), {
    createService: createNodeService,
  });
  return Promise.resolve();
}
