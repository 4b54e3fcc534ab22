import type { DebtMarker } from '../core/features/debt';
import { debtText } from '../core/features/debtExport';
import { debtSarif } from '../core/features/debtSarif';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { defaultBaseline, writeBaseline } from './baselineFile';
import { judgedForGood } from './closerLook';
import { markersText } from './markerText';
import { plainText, printableJson } from './output';
import { showTrend } from './showTrend';
import { type WorkspaceMarkers, workspaceMarkers } from './workspaceMarkers';

export const markers: Command = {
  call: 'markers [PATHS]',
  says: 'debt markers, of the workspace or of some files and folders',
  options: {
    suppressions: 'silenced rules too, such as eslint-disable; JSON has them always',
    trend: 'markers over time, from the commits of git; text or json',
    'no-cache': 'scan every file anew, and keep nothing for the next time',
    baseline: 'writes how many markers of each tag each folder has, for leadlight check',
  },
  formats: ['text', 'json', 'csv', 'markdown', 'sarif'],
  more: `PATHS start at the workspace folder. What they name is scanned even where git ignores it.
The usual file for --baseline is ${defaultBaseline}; with --suppressions it counts these too.`,
  run: runMarkers,
};

async function runMarkers(input: CommandInput): Promise<ExitCode> {
  const { baseline, trend, suppressions } = input.options;
  if (baseline !== undefined && trend) throw new UsageError('--baseline and --trend are two calls.');
  if (baseline !== undefined) {
    refuseBeside('--baseline', input, { formats: [] });
    return writeBaseline(baseline, input);
  }
  if (trend) {
    refuseBeside('--trend', input, { formats: ['text', 'json'] });
    if (suppressions) throw new UsageError('--trend counts debt, and no suppressions.');
    return showTrend(input);
  }
  const found = await workspaceMarkers(input);
  const judged = judging.has(input.format) ? await judgedForGood(found.markers, found) : found.markers;
  input.write(print({ ...found, markers: judged }, input, suppressions ? 'all' : 'debt'));
  return exitCodes.answered;
}

/** The formats that tell a marker's last day, or what it lacks; the others hold what is written. */
const judging: ReadonlySet<string> = new Set(['csv', 'markdown', 'sarif']);

/** What looks at the whole workspace takes no paths, and not every format. */
function refuseBeside(
  option: string,
  { positionals, options: { format } }: CommandInput,
  { formats }: { readonly formats: readonly string[] },
): void {
  if (positionals.length > 0)
    throw new UsageError(`${option} is about the whole workspace, and takes no PATHS.`);
  if (format !== undefined && !formats.includes(format))
    throw new UsageError(`${option} does not come as ${format}.`);
}

function print(
  { markers: all, skipped, policies }: WorkspaceMarkers,
  { format, version }: CommandInput,
  kinds: 'all' | 'debt',
): string {
  const shown = kinds === 'all' ? all : all.filter(({ kind }) => kind === 'debt');
  switch (format) {
    case 'json':
      return printableJson({ markers: all.map(asJson), skipped });
    case 'csv':
    case 'markdown':
      return debtText(shown.map(printable), format);
    case 'sarif':
      return printableJson(debtSarif({ markers: shown, skipped, policies, version }));
    default:
      return markersText(shown, { skipped, hidden: all.length - shown.length });
  }
}

/** Keys with nothing to say are left out. */
function asJson({ path, range, tag, kind, text, owner, issue, due, cost }: DebtMarker) {
  return { path, range, tag, kind, text: text === '' ? undefined : text, owner, issue, due, cost };
}

/** A marker whose texts can be printed as they are. */
function printable(marker: DebtMarker): DebtMarker {
  const entries = Object.entries(marker).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? plainText(value) : value,
  ]);
  return Object.fromEntries(entries) as DebtMarker;
}
