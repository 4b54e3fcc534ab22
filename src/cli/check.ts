import {
  type BaselineComparison,
  compareBaseline,
  type DebtBaseline,
  type DebtDifference,
  type DebtGrowth,
} from '../core/features/debtBaseline';
import { isWarned } from '../core/features/closerLook';
import type { DebtMarker } from '../core/features/debt';
import type { MarkerPartName } from '../core/markers/marker';
import type { SkippedFile } from '../core/markers/scanner';
import { cleanLine } from '../core/text/markdown';
import { defaultBaseline, loadBaseline, writeCommand } from './baselineFile';
import { judgedForGood } from './closerLook';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { counted, markerLine, pathText, skippedLines } from './markerText';
import { printableJson } from './output';
import { say } from './workspace';
import { workspaceMarkers } from './workspaceMarkers';

export const check: Command = {
  call: 'check',
  says: 'refuses debt that grew past its baseline, and markers that break a policy',
  options: {
    baseline: `what the workspace may have; ${defaultBaseline} in it, where there is one`,
    'no-cache': 'scan every file anew, and keep nothing for the next time',
    strict: 'refuses a baseline that allows more than there is, too',
  },
  formats: ['text', 'json'],
  more: `It exits with 3 when a folder has more markers of a tag than the baseline allows, or a marker breaks a
policy of level warning: it lacks what is required, or its last day is over. Without a baseline it looks
at the policies only; one that is named with --baseline must be there.
leadlight markers --baseline FILE writes a baseline, and writes it anew after debt became less.`,
  run: runCheck,
};

async function runCheck(input: CommandInput): Promise<ExitCode> {
  const { positionals, options, format, write } = input;
  if (positionals.length > 0)
    throw new UsageError('check looks at the whole workspace, and takes no arguments.');
  const { name, baseline } = await loadBaseline(input);
  const { markers, skipped, ...place } = await workspaceMarkers(input);
  // Policies that cannot be read are broken by nobody.
  const mistakes = place.guidance.problems.filter(({ severity }) => severity === 'error').length;
  if (mistakes > 0) say(`${counted(mistakes, 'mistake')} in the guidance: leadlight guidance lists them.`);
  const { grown, slack } =
    baseline === undefined ? { grown: [], slack: [] } : compareBaseline(baseline, markers);
  const warning = markers.filter(({ level }) => level === 'warning');
  const broken = (await judgedForGood(warning, place)).filter(isWarned);
  const isRefused = grown.length > 0 || broken.length > 0 || (options.strict === true && slack.length > 0);
  const command = writeCommand(name, { options, kinds: baseline?.kinds ?? ['debt'] });
  const report = { grown, slack, broken, isRefused, name, baseline, markers, skipped, command };
  write(format === 'json' ? printableJson(asJson(report)) : asText(report));
  return isRefused ? exitCodes.refused : exitCodes.answered;
}

interface Report extends BaselineComparison<DebtMarker> {
  /** Markers that break a policy of level `warning`. */
  readonly broken: readonly DebtMarker[];
  readonly isRefused: boolean;
  readonly name: string;
  readonly baseline: DebtBaseline | undefined;
  readonly markers: readonly DebtMarker[];
  readonly skipped: readonly SkippedFile[];
  /** Writes the baseline anew. */
  readonly command: string;
}

function asJson({ isRefused, name, baseline, grown, slack, broken, skipped }: Report): object {
  const placeOf = ({ path, range }: DebtMarker) => ({ path, range });
  return {
    ok: !isRefused,
    ...(baseline && { baseline: name }),
    grown: grown.map(({ markers, ...difference }) => ({ ...difference, places: markers.map(placeOf) })),
    broken: broken.map((marker) => ({
      ...placeOf(marker),
      tag: marker.tag,
      missing: marker.missing,
      overdue: marker.isOverdue,
      deadline: marker.deadline,
    })),
    slack,
    skipped,
  };
}

function asText(report: Report): string {
  const { grown, broken, slack, name, command, skipped } = report;
  const blocks: string[][] = [];
  if (grown.length > 0) {
    blocks.push([
      `Debt grew past ${pathText(name)}:`,
      ...grown.flatMap(growthLines),
      `Resolve as many as came. Where the team accepts them: ${pathText(command)}`,
    ]);
  }
  if (broken.length > 0) {
    const lines = broken.flatMap((marker) => [
      `  ${markerLine(marker)}`,
      ...adviceFor(marker).map((advice) => `    ${advice}`),
    ]);
    blocks.push(["Markers break the team's policies:", ...lines]);
  }
  if (slack.length > 0) {
    blocks.push([
      `${pathText(name)} allows more than there is, and new debt could hide there:`,
      ...slack.map(slackLine),
      `Tighten it: ${pathText(command)}`,
    ]);
  }
  blocks.push([verdict(report), ...skippedLines(skipped)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const shownMarkers = 10;

function growthLines({ folder, tag, allowed, found, markers }: DebtGrowth<DebtMarker>): readonly string[] {
  const rest = markers.length - shownMarkers;
  return [
    `  ${pathText(folder)}: ${found} ${cleanLine(tag)}, and ${allowed} allowed`,
    ...markers.slice(0, shownMarkers).map((marker) => `    ${markerLine(marker)}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

function slackLine({ folder, tag, allowed, found }: DebtDifference): string {
  return `  ${pathText(folder)}: ${allowed} ${cleanLine(tag)} allowed, and ${found} there`;
}

/** What to do about a marker that breaks its policy. */
function adviceFor(marker: DebtMarker): readonly string[] {
  const { missing, isOverdue, deadline } = marker;
  return [
    ...(missing.length > 0 ? [`It lacks ${missing.join(' and ')}: write ${completed(marker)}`] : []),
    ...(isOverdue ? [`Its last day was ${deadline}: do it, or agree on another day and write that`] : []),
  ];
}

/** How the marker begins once nothing is missing. */
function completed(marker: DebtMarker): string {
  const { tag, missing } = marker;
  const parts = (['owner', 'due', 'issue', 'cost'] as const).flatMap(
    (part) => (missing.includes(part) ? placeholders[part] : marker[part]) ?? [],
  );
  const head = parts.length === 0 ? tag : `${tag}(${parts.join(', ')})`;
  return cleanLine(`${head}${missing.includes('reason') ? ` -- ${placeholders.reason}` : ': ...'}`);
}

const placeholders: Readonly<Record<MarkerPartName, string>> = {
  owner: '@name',
  due: 'YYYY-MM-DD',
  issue: '#123',
  cost: '~2d',
  reason: 'and why',
};

function verdict({ isRefused, baseline, name, markers, grown, slack, broken, command }: Report): string {
  if (isRefused) {
    const counts = [
      ...(grown.length > 0 ? [`${counted(grown.length, 'count')} grew`] : []),
      ...(broken.length > 0 ? [`${counted(broken.length, 'marker')} broke a policy`] : []),
      ...(slack.length > 0 ? [`${counted(slack.length, 'count')} of the baseline slack`] : []),
    ];
    return `Refused: ${counts.join(', ')}.`;
  }
  const debt = counted(markers.filter(({ kind }) => kind === 'debt').length, 'marker');
  return baseline === undefined
    ? `Fine: ${debt}, and none breaks a policy of level warning. There is no baseline yet: ${pathText(command)}`
    : `Fine: ${debt}, no more than ${pathText(name)} allows, and none breaks a policy of level warning.`;
}
