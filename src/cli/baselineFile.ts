import { relative, resolve } from 'node:path';
import {
  baselineFile,
  baselineOf,
  type DebtBaseline,
  readBaseline,
  wasBaseline,
} from '../core/features/debtBaseline';
import type { MarkerKind } from '../core/markers/marker';
import { type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { counted, pathText } from './markerText';
import { replaceFile } from './replaceFile';
import { readTextFile } from './textFile';
import { workspaceMarkers } from './workspaceMarkers';

/** In the workspace folder. Guidance is read from YAML and Markdown only, so this file is none. */
export const defaultBaseline = '.leadlight/debt-baseline.json';

/** `leadlight markers --baseline FILE`: the file starts at the current folder. */
export async function writeBaseline(name: string, input: CommandInput): Promise<ExitCode> {
  const path = resolve(name);
  const before = await readTextFile(name);
  // A slip of the keyboard must not cost another file.
  if (before !== undefined && before.trim() !== '' && !wasBaseline(before))
    throw new UsageError(`"${name}" is something else than a baseline, so it is not written over.`);
  const { markers } = await workspaceMarkers(input);
  const kinds: readonly MarkerKind[] = input.options.suppressions ? ['debt', 'suppression'] : ['debt'];
  const baseline = baselineOf(markers, kinds);
  await replaceFile(path, baselineFile(baseline));
  const count = markers.filter(({ kind }) => kinds.includes(kind)).length;
  const folders = counted(baseline.folders.size, 'folder');
  input.write(`${pathText(name)} allows ${counted(count, 'marker')} in ${folders}.\n`);
  return exitCodes.answered;
}

/** A baseline that was read, and how a person calls its file from the current folder on. */
export interface NamedBaseline {
  readonly name: string;
  /** `undefined` where there is no such file, and nobody asked for it. */
  readonly baseline: DebtBaseline | undefined;
}

/** The baseline that a call names, or the usual one of the workspace. */
export async function loadBaseline({ options, workspace }: CommandInput): Promise<NamedBaseline> {
  const path = resolve(options.baseline ?? resolve(workspace, defaultBaseline));
  const name = options.baseline ?? relative('', path);
  const text = await readTextFile(name);
  if (text === undefined) {
    if (options.baseline !== undefined) throw new UsageError(`There is no file "${name}".`);
    return { name, baseline: undefined };
  }
  const reading = readBaseline(text);
  if (reading.kind === 'baseline') return { name, baseline: reading.baseline };
  throw new Error(
    `"${name}" ${reading.reason}. ${writeCommand(name, { options, kinds: ['debt'] })} writes it anew.`,
  );
}

/** The command that makes a baseline fit what there is. */
export function writeCommand(
  name: string,
  { options, kinds }: Pick<CommandInput, 'options'> & { readonly kinds: readonly MarkerKind[] },
): string {
  return [
    'leadlight markers',
    ...(kinds.includes('suppression') ? ['--suppressions'] : []),
    `--baseline ${quoted(name)}`,
    ...(options.workspace === undefined ? [] : [`--workspace ${quoted(options.workspace)}`]),
  ].join(' ');
}

/** For a shell. */
function quoted(argument: string): string {
  return /^[\w./@:\\-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
