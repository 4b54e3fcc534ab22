import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { listWorkspace } from '../../src/core/guidance/workspaceFiles';
import { defaultTags } from '../../src/core/markers/defaultTags';
import type { MarkerTag } from '../../src/core/markers/findMarkers';
import type { MarkerScanner, ScanRequest } from '../../src/core/markers/scanner';
import { createNodeHost } from '../../src/node/nodeHost';
import { temporaryFolder } from '../host/processes.mjs';

/** The script of threads, made of the sources as they are: threads know no TypeScript. */
export function buildWorker(name: 'markerWorker' | 'placeWorker' = 'markerWorker'): string {
  const { path } = temporaryFolder();
  // Tests start threads without the privileges of who made it.
  chmodSync(path, 0o755);
  const outfile = join(path, `${name}.js`);
  const entry = join(import.meta.dirname, `../../src/node/${name}.ts`);
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'warning' });
  return outfile;
}

export const nodeHost = createNodeHost({
  log: { error: fail, warn: () => undefined, info: () => undefined, debug: () => undefined },
});

/** What a scan says: `path:line:character tag` in LSP's positions, and `path: reason`, both sorted. */
export interface Report {
  readonly markers: readonly string[];
  readonly skipped: readonly string[];
}

export interface FolderScan extends Partial<Omit<ScanRequest, 'files'>> {
  /** All that the workspace lists where it is left out. */
  readonly paths?: readonly string[];
  readonly tags?: readonly MarkerTag[];
}

export async function scanFolder(
  scanner: MarkerScanner,
  folder: string,
  { paths, tags = defaultTags, ...request }: FolderScan = {},
): Promise<Report> {
  const root = `${pathToFileURL(folder).href}/`;
  const listed = paths ?? (await listWorkspace(nodeHost, root))!.files;
  const markers: string[] = [];
  const skipped: string[] = [];
  await scanner.scan({
    root,
    files: listed.map((path) => ({ path, tagSet: 0 })),
    tagSets: [tags],
    onFile: ({ path, markers: found }) => {
      for (const { range, tag } of found)
        markers.push(`${path}:${range.start.line}:${range.start.character} ${tag}`);
    },
    onSkipped: ({ path, reason }) => skipped.push(`${path}: ${reason}`),
    ...request,
  });
  return { markers: markers.sort(), skipped: skipped.sort() };
}

function fail(message: string): never {
  throw new Error(message);
}
