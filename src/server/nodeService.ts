import type { Connection } from 'vscode-languageserver';
import type { Host } from '../core/host';
import { createService, type Service } from '../core/service';
import { createNodeHost } from '../node/nodeHost';
import { pause } from '../node/thisProcess';
import { createV8Regex } from '../node/v8Regex';
import { createClientHost } from './clientHost';
import { connectionLog } from './connectionLog';
import type { ServiceHooks } from './server';

/** The service of a Node process: it reads `file:` itself and everything else through the client. */
export function createNodeService(connection: Connection, hooks: ServiceHooks): Service {
  const log = connectionLog(connection);
  const node = createNodeHost({ log });
  const client = createClientHost(connection, log);
  const hostFor = (uri: string) => (uri.startsWith('file:') ? node : client);
  const host: Host = {
    readFile: (uri, maxBytes) => hostFor(uri).readFile(uri, maxBytes),
    readDirectory: (uri) => hostFor(uri).readDirectory(uri),
    realUri: (uri) => hostFor(uri).realUri(uri),
    now: () => node.now(),
    log,
  };
  return createService({ host, engine: createV8Regex(), pause, ...hooks });
}

export { memoryBytes } from '../node/thisProcess';
