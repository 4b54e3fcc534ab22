import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeService } from './nodeService';
import { startServer } from './server';

startServer(createConnection(ProposedFeatures.all), { createService: createNodeService });
