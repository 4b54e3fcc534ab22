/**
 * A process that lists the files of a folder and looks for markers in them, as the server does when it starts; then
 * files change, and it looks again. Arguments: the worker's bundle, the folder. Prints a `ScanTimes` as JSON.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { listWorkspace } from '../../src/core/guidance/workspaceFiles';
import { defaultTags } from '../../src/core/markers/defaultTags';
import { fileUri } from '../../src/node/fileUri';
import { createMarkerScanner } from '../../src/node/markerScanner';
import { createNodeHost } from '../../src/node/nodeHost';
import { timed } from './measure';

/** Milliseconds where nothing else is said. */
export interface ScanTimes {
  readonly list: number;
  readonly scan: number;
  /** Processor time of both, of all threads. */
  readonly cpu: number;
  /** The next scan, after `changedFiles` files had another line each. */
  readonly again: number;
  /** The longest time that the event loop was kept during both scans. */
  readonly block: number;
  /** Most memory that the process had, its threads included. */
  readonly mebibytes: number;
  readonly files: number;
  /** `path:line` of every debt marker, counted from 1. */
  readonly debt: readonly string[];
}

export const changedFiles = 100;

async function main(worker: string, folder: string): Promise<ScanTimes> {
  const silent = () => undefined;
  const host = createNodeHost({ log: { error: silent, warn: silent, info: silent, debug: silent } });
  const root = `${fileUri(folder)}/`;
  const scanner = createMarkerScanner({ host, worker });
  let paths: readonly string[] = [];
  const debt: string[] = [];
  let found = 0;
  const scan = () =>
    scanner.scan({
      root,
      files: paths.map((path) => ({ path, tagSet: 0 })),
      tagSets: [defaultTags],
      onFile({ path, markers }) {
        found += markers.length;
        for (const { kind, range } of markers)
          if (kind === 'debt') debt.push(`${path}:${range.start.line + 1}`);
      },
      onSkipped: silent,
    });

  const cpuBefore = process.cpuUsage();
  const list = await timed(async () => (paths = (await listWorkspace(host, root))?.files ?? []));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const first = await timed(scan);
  delay.disable();
  const { user, system } = process.cpuUsage(cpuBefore);
  const whole = [...debt];
  const before = found;
  found = 0;
  const changed = paths.filter((path) => path.endsWith('.h') || path.endsWith('.ts')).slice(0, changedFiles);
  const contents = changed.map((path) => readFileSync(join(folder, path)));
  const restore = () => {
    for (const [index, path] of changed.entries()) writeFileSync(join(folder, path), contents[index]!);
  };
  // Whoever stops the bench stops this process in the middle.
  process.once('SIGTERM', () => {
    restore();
    process.exit(143);
  });
  try {
    for (const path of changed) appendFileSync(join(folder, path), '\n// TODO: changed\n');
    delay.enable();
    const again = await timed(scan);
    delay.disable();
    if (found !== before + changed.length) throw new Error(`${found} markers after ${before}`);
    const { maxRSS } = process.resourceUsage();
    return {
      list,
      scan: first,
      cpu: (user + system) / 1000,
      again,
      block: delay.max / 1e6,
      mebibytes: maxRSS / 1024,
      files: paths.length,
      debt: whole,
    };
  } finally {
    restore();
    scanner.dispose();
  }
}

const [worker = '', folder = ''] = process.argv.slice(2);
void main(worker, folder).then((times) => process.stdout.write(JSON.stringify(times)));
