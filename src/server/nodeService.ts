import type { Connection } from 'vscode-languageserver';
import type { Git } from '../core/git';
import type { Host } from '../core/host';
import { scanLimits } from '../core/markers/scanFile';
import { createService, type Service } from '../core/service';
import { createGit } from '../node/git';
import { removeOtherVersions } from '../node/cacheFile';
import { pathOf } from '../node/fileUri';
import { createMarkerScanner } from '../node/markerScanner';
import { createNodeHost } from '../node/nodeHost';
import { createPlaceCounter } from '../node/placeCounter';
import { memoryBytes, pause } from '../node/thisProcess';
import { createCopyingSearch } from '../node/simdSearch';
import { createV8Regex } from '../node/v8Regex';
import { createClientHost } from './clientHost';
import { connectionLog } from './connectionLog';
import type { ServerOptions, ServiceHooks } from './server';

export interface NodeServerOptions {
  /** Path of the script that looks for markers in threads; without it this thread does. */
  readonly worker?: string;
  /** The same for the script that counts places. */
  readonly placeWorker?: string;
}

/** What a server in a Node process is made of. */
export function nodeServer(options: NodeServerOptions = {}): ServerOptions {
  return {
    createService: (connection, hooks) => createNodeService(connection, hooks, options),
    createGit: (connection): Git => createGit({ log: connectionLog(connection) }),
    memory: memoryBytes,
  };
}

/** It reads `file:` itself and everything else through the client. */
function createNodeService(
  connection: Connection,
  { cacheFolder, ...hooks }: ServiceHooks,
  { worker, placeWorker }: NodeServerOptions,
): Service {
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
  const createScanner =
    worker === undefined
      ? undefined
      : () => {
          const kept = pathOf(cacheFolder() ?? '');
          if (kept !== undefined) void removeOtherVersions(kept);
          return createMarkerScanner({ host, worker, cacheFolder: kept });
        };
  const engine = createV8Regex();
  const turns = { now: () => performance.now(), pause };
  const createCounter =
    placeWorker === undefined
      ? undefined
      : () => createPlaceCounter({ host, turns, engine, worker: placeWorker });
  return createService({
    host,
    engine,
    createScanner,
    createCounter,
    createSearch: createCopyingSearch(scanLimits.fileBytes),
    pause,
    ...hooks,
  });
}
