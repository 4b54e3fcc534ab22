import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeServer } from '../server/nodeService';
import { startServer } from '../server/server';
import { type Command, exitCodes, UsageError } from './command';

/** The server that VS Code uses, for other editors. Ends when its input does. */
export const lsp: Command = {
  call: 'lsp --stdio',
  says: 'the language server, for editors',
  options: { stdio: 'speak over standard input and output' },
  run({ options: { stdio } }) {
    if (!stdio) throw new UsageError('lsp speaks over --stdio.');
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    startServer(
      connection,
      nodeServer({ worker: `${__dirname}/markerWorker.js`, placeWorker: `${__dirname}/placeWorker.js` }),
    );
    return Promise.resolve(exitCodes.answered);
  },
};
