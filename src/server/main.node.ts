import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeService, memoryBytes } from './nodeService';
import { startServer } from './server';

startServer(createConnection(ProposedFeatures.all), {
  createService: createNodeService,
  memory: memoryBytes,
});
