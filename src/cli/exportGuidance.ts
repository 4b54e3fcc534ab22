import { readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { planExport, type Present } from '../core/guidance/exportPlan';
import { exportTargets } from '../core/guidance/generated';
import { counted } from '../core/text/counted';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { plainText } from './output';
import { replaceFile } from './replaceFile';
import { openWorkspace } from './workspace';

export const exportGuidance: Command = {
  call: 'export --to TOOL',
  says: 'writes the philosophies as agents, copilot, cursor or claude read them',
  options: {
    to: `whose files are written: ${exportTargets.join(', ')}`,
    check: 'write nothing; exit with 3 where something would be written',
  },
  more: `For agents it is a part of each AGENTS.md, between two lines, beside what else is there. For the others it is
a file for each philosophy in a folder "leadlight" of their own. What is not generated is never written over.`,
  run: writeExport,
};

async function writeExport({ positionals, workspace, options, write }: CommandInput): Promise<ExitCode> {
  if (positionals.length > 0) throw new UsageError('export takes no arguments.');
  const target = exportTargets.find((each) => each === options.to);
  if (target === undefined) throw new UsageError(`Say for whom: --to ${exportTargets.join('|')}.`);
  const { service, path: root } = await openWorkspace(workspace);
  const [guidance] = service.guidance();
  const [files] = service.files();
  service.dispose();
  if (guidance === undefined) throw new Error('The workspace folder could not be read.');
  const query = { guidance, listed: files?.files ?? [], lookAt: (path: string) => lookAt(root, path) };
  const { changes, refusals } = await planExport(query, target);
  if (refusals.length > 0) throw new Error(`${refusals.join(' ')} Nothing was written.`);
  const lines = changes.map(
    ({ path, after }) => `${plainText(path)}${after === undefined ? ' (no longer)' : ''}`,
  );
  if (options.check === true) {
    const sum = lines.length === 0 ? 'Up to date.' : `${counted(lines.length, 'file')} out of date.`;
    write([...lines, sum, ''].join('\n'));
    return lines.length === 0 ? exitCodes.answered : exitCodes.refused;
  }
  for (const { path, after } of changes) {
    if (after === undefined) await rm(join(root, path));
    else await replaceFile(join(root, path), after);
  }
  const sum =
    lines.length === 0
      ? 'Up to date; nothing was written.'
      : `${counted(lines.length, 'file')} written or removed.`;
  write([...lines, sum, ''].join('\n'));
  return exitCodes.answered;
}

async function lookAt(root: string, path: string): Promise<Present> {
  const file = join(root, path);
  if (!(await staysInside(root, file))) return 'linked';
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)) };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'nothing' : 'unreadable';
  }
}

/** Whether a file is where its path says: neither it nor a folder on the way is a link. */
async function staysInside(root: string, file: string): Promise<boolean> {
  const real = async (path: string): Promise<string | undefined> => realpath(path).catch(() => undefined);
  const from = (await real(root)) ?? root;
  for (let path = file; path !== root; path = dirname(path)) {
    const found = await real(path);
    if (found !== undefined)
      return relative(from, found).split(sep).join('/') === relative(root, path).split(sep).join('/');
  }
  return true;
}
