import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeServer } from './nodeService';
import { startServer } from './server';

startServer(
  createConnection(ProposedFeatures.all),
  nodeServer({ worker: `${__dirname}/markerWorker.js`, placeWorker: `${__dirname}/placeWorker.js` }),
);
