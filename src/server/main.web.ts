import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createService } from '../core/service';
import { createClientHost } from './clientHost';
import { connectionLog } from './connectionLog';
import { createPause } from './pause';
import { startServer } from './server';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, {
  createService: (own, hooks) =>
    createService({ host: createClientHost(own, connectionLog(own)), pause: createPause(), ...hooks }),
});
