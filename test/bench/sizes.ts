import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './measure';
import type { Stage } from './stage';

/** The bundles as they are shipped. The server's stands beside the least that a language server can be. */
export async function sizes({ server, emptyServer }: Stage): Promise<readonly Row[]> {
  const folder = dirname(server);
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return bundles.map((name) => {
    const path = join(folder, name);
    const zipped = Math.round(gzipSync(readFileSync(path)).length / 1024);
    return {
      what: `Size of ${name} (${zipped} KiB gzipped)`,
      unit: 'KiB',
      own: [kib(path)],
      ...(path === server && { besides: { what: 'empty server', figures: [kib(emptyServer)] } }),
    };
  });
}

function kib(path: string): number {
  return statSync(path).size / 1024;
}
