import { readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { exportFolder, type ExportedFile, exportGuidance as exportTo } from '../core/guidance/exportGuidance';
import { type ExportTarget, exportTargets, generatedIn } from '../core/guidance/generated';
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
  const wanted = guidance === undefined ? [] : exportTo(guidance, target);
  const listed = files?.files ?? [];
  const emptied = target === 'agents' ? await emptiedBlocks(root, wanted, listed) : [];
  const writes = [...(await Promise.all(wanted.map((file) => planWrite(root, file)))), ...emptied];
  const refused = writes.find(({ refusal }) => refusal !== undefined)?.refusal;
  if (refused !== undefined) throw new Error(refused);
  const changed = writes.filter(({ isSame }) => !isSame);
  const stale = await staleFiles(root, { target, wanted, listed });
  const lines = [
    ...changed.map(({ path }) => `${plainText(path)}`),
    ...stale.map((path) => `${plainText(path)} (no longer)`),
  ];
  if (options.check === true) {
    const sum = lines.length === 0 ? 'Up to date.' : `${counted(lines.length, 'file')} out of date.`;
    write([...lines, sum, ''].join('\n'));
    return lines.length === 0 ? exitCodes.answered : exitCodes.refused;
  }
  for (const { path, text } of changed) await replaceFile(join(root, path), text);
  for (const path of stale) await rm(join(root, path));
  const sum =
    lines.length === 0
      ? 'Up to date; nothing was written.'
      : `${counted(lines.length, 'file')} written or removed.`;
  write([...lines, sum, ''].join('\n'));
  return exitCodes.answered;
}

interface PlannedWrite {
  readonly path: string;
  readonly text: string;
  readonly isSame: boolean;
  /** Why it may not be written. */
  readonly refusal?: string;
}

async function planWrite(root: string, { path, text, kind }: ExportedFile): Promise<PlannedWrite> {
  const refuse = (why: string) => ({
    path,
    text,
    isSame: false,
    refusal: `"${path}" ${why} Nothing was written.`,
  });
  if (!(await staysInside(root, join(root, path)))) return refuse('lies behind a link.');
  const before = await textOf(join(root, path));
  if (before === undefined) return { path, text, isSame: false };
  const old = generatedIn(before);
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  if (kind === 'file') {
    if (old === undefined)
      return refuse('was not generated: move it away, or give the philosophy another id.');
    return { path, text, isSame: before.replaceAll('\r\n', '\n') === text };
  }
  const block = text.trimEnd().replaceAll('\n', lineEnd);
  const next =
    old === undefined
      ? `${before.trimEnd()}${lineEnd}${lineEnd}${block}${lineEnd}`
      : before.slice(0, old.start) + block + before.slice(old.end);
  return { path, text: next, isSame: next === before };
}

/** Files of which the generated part goes, since their folder has no philosophy any more. */
async function emptiedBlocks(
  root: string,
  wanted: readonly ExportedFile[],
  listed: readonly string[],
): Promise<readonly PlannedWrite[]> {
  const kept = new Set(wanted.map(({ path }) => path));
  const emptied: PlannedWrite[] = [];
  for (const path of listed) {
    if (!/(?:^|\/)AGENTS\.md$/.test(path) || kept.has(path)) continue;
    const before = (await textOf(join(root, path))) ?? '';
    const old = generatedIn(before);
    if (old === undefined) continue;
    const text = `${before.slice(0, old.start).trimEnd()}\n${before.slice(old.end).trimStart()}`;
    emptied.push({ path, text, isSame: false });
  }
  return emptied;
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

/** `undefined` where there is none. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What was generated for a target and is no more. */
async function staleFiles(
  root: string,
  {
    target,
    wanted,
    listed,
  }: { target: ExportTarget; wanted: readonly ExportedFile[]; listed: readonly string[] },
): Promise<readonly string[]> {
  const folder = exportFolder(target);
  if (folder === undefined) return [];
  const kept = new Set(wanted.map(({ path }) => path));
  const stale: string[] = [];
  for (const path of listed) {
    if (!path.startsWith(folder) || kept.has(path)) continue;
    const text = await textOf(join(root, path));
    if (text !== undefined && generatedIn(text)?.target === target) stale.push(path);
  }
  return stale;
}
