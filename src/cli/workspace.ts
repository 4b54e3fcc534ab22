import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../core/host';
import { createService, type Service } from '../core/service';
import { scanLimits } from '../core/markers/scanFile';
import { createNodeHost } from '../node/nodeHost';
import { createCopyingSearch } from '../node/simdSearch';
import { createV8Regex } from '../node/v8Regex';
import { UsageError } from './command';
import { plainText } from './output';

export interface OpenWorkspace {
  readonly service: Service;
  readonly host: Host;
  /** Absolute. */
  readonly path: string;
}

/** Reads the guidance of a workspace folder. Throws a `UsageError` where there is no such folder. */
export async function openWorkspace(folder: string): Promise<OpenWorkspace> {
  const path = resolve(folder);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`There is no folder "${folder}".`);
  const host = createNodeHost({ log: stderrLog });
  const service = createService({
    host,
    engine: createV8Regex(),
    createSearch: createCopyingSearch(scanLimits.fileBytes),
  });
  await service.setFolders([pathToFileURL(path).toString()]);
  return { service, host, path };
}

/** For what a person has to know beside the answer, which stands on standard output. */
export const say = (message: string) => void process.stderr.write(`leadlight: ${plainText(message)}\n`);
const stderrLog = { error: say, warn: say, info: () => undefined, debug: () => undefined };
