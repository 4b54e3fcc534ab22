import { type ExportTarget, generatedIn } from './generated';
import type { Guidance } from './guidance';
import { type ExportedFile, exportFolder, exportGuidance } from './exportGuidance';

/** What lies at a path now: its text, nothing, something behind a link, or what is no text or too large to look at. */
export type Present = { readonly text: string } | 'nothing' | 'linked' | 'unreadable';

export interface ExportQuery {
  readonly guidance: Guidance;
  /** The files of the workspace folder. */
  readonly listed: readonly string[];
  /** Never rejects. Paths are relative to the workspace folder. */
  lookAt(path: string): Promise<Present>;
}

/** A file of the workspace folder that is written or removed; JSON. */
export interface ExportChange {
  readonly path: string;
  /** All of it as it is now; absent for a new file. */
  readonly before?: string;
  /** All of it as it will be; absent where it goes. */
  readonly after?: string;
}

/** What an export comes to; JSON. Files that are as they should be are left out. */
export interface ExportPlan {
  readonly changes: readonly ExportChange[];
  /** Why it cannot be done, a sentence each: then nothing may be written. Plain text of a repository is in them. */
  readonly refusals: readonly string[];
}

/** What to write so that another tool reads the philosophies as they are. What was not generated is never written over. */
export async function planExport(query: ExportQuery, target: ExportTarget): Promise<ExportPlan> {
  const wanted = exportGuidance(query.guidance, target);
  const kept = new Set(wanted.map(({ path }) => path));
  const old = query.listed.filter((path) => !kept.has(path) && mayBeGenerated(path, target));
  const plans = await Promise.all([
    ...wanted.map(async (file) => planFile(file, await query.lookAt(file.path))),
    ...old.map(async (path) => planLeftover(path, { target, present: await query.lookAt(path) })),
  ]);
  return {
    changes: plans.flatMap((plan) => (typeof plan === 'object' ? [plan] : [])),
    refusals: plans.filter((plan) => typeof plan === 'string'),
  };
}

/** What is to be done to a file, why that cannot be, or nothing. */
type Plan = ExportChange | string | undefined;

function planFile({ path, text, kind }: ExportedFile, present: Present): Plan {
  if (present === 'linked') return `"${path}" lies behind a link.`;
  if (present === 'unreadable') return `"${path}" cannot be read as text.`;
  if (present === 'nothing') return { path, after: text };
  const before = present.text;
  if (kind === 'file' && generatedIn(before) === undefined)
    return `"${path}" was not generated: move it away, or give the philosophy another id.`;
  const after = kind === 'block' ? withBlock(before, text) : text;
  return before.replaceAll('\r\n', '\n') === after.replaceAll('\r\n', '\n')
    ? undefined
    : { path, before, after };
}

/** A text with the block in place of the one that it holds, or behind all else. */
function withBlock(before: string, text: string): string {
  const old = generatedIn(before);
  const lineEnd = lineEndOf(before);
  const block = text.trimEnd().replaceAll('\n', lineEnd);
  return old === undefined
    ? `${before.trimEnd()}${lineEnd}${lineEnd}${block}${lineEnd}`
    : before.slice(0, old.start) + block + before.slice(old.end);
}

function mayBeGenerated(path: string, target: ExportTarget): boolean {
  const folder = exportFolder(target);
  return folder === undefined ? /(?:^|\/)AGENTS\.md$/.test(path) : path.startsWith(folder);
}

/** What was generated and is no more goes; where other things stand beside it, they stay. */
function planLeftover(
  path: string,
  { target, present }: { readonly target: ExportTarget; readonly present: Present },
): Plan {
  if (typeof present === 'string') return undefined;
  const before = present.text;
  const old = generatedIn(before);
  if (old?.target !== target) return undefined;
  const rest = before.slice(0, old.start) + before.slice(old.end);
  if (exportFolder(target) !== undefined || rest.trim() === '') return { path, before };
  const head = before.slice(0, old.start).trimEnd();
  return { path, before, after: `${head}${lineEndOf(before)}${before.slice(old.end).trimStart()}` };
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
