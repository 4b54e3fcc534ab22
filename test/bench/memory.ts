import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startLanguageServer } from './languageServer';
import { inTurns, type Row } from './measure';
import type { Stage } from './stage';

/** What a server occupies that has read a team's workspace and then has nothing to do. */
export async function memory({ server, emptyServer, workspace }: Stage): Promise<readonly Row[]> {
  if (process.platform === 'win32') return [];
  const sides = [server, emptyServer].map((bundle) => () => idleMemory(bundle, workspace));
  const [own = [], empty = []] = await inTurns(5, sides);
  return [
    {
      what: 'Resident memory of the idle server, the sample workspace open',
      unit: 'MiB',
      own,
      besides: { what: 'empty server', figures: empty },
    },
  ];
}

async function idleMemory(bundle: string, workspace: string): Promise<number> {
  const server = await startLanguageServer(bundle, workspace);
  await wait(2000);
  const memory = residentMemory(server.pid);
  await server.stop();
  return memory;
}

/** In MiB. Linux says it in a file (proc_pid_status(5)); elsewhere `ps` knows. */
function residentMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kib) / 1024;
}
