import type { FolderPolicies } from '../markers/folderPolicies';
import type { SkippedFile } from '../markers/scanner';
import { cleanLine } from '../text/markdown';
import type { DebtMarker } from './debt';
import { isWarned } from './closerLook';

export interface SarifInput {
  /** By path and place. */
  readonly markers: readonly DebtMarker[];
  readonly skipped: readonly SkippedFile[];
  readonly policies: Pick<FolderPolicies, 'policyOf'>;
  /** Leadlight's own, `1.2.3`. */
  readonly version: string;
}

/**
 * Markers as a log in the Static Analysis Results Interchange Format, 2.1.0 (OASIS), for code scanning; JSON.
 * Each tag is a rule, explained as it is where the first marker stands. A marker that breaks a policy of level `warning`
 * is a warning, and every other one a note.
 */
export function debtSarif({ markers, skipped, policies, version }: SarifInput): object {
  const firstOf = new Map(markers.toReversed().map((marker) => [marker.tag, marker]));
  const tags = [...firstOf.keys()].sort();
  const indexOf = new Map(tags.map((tag, index) => [tag, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leadlight',
            semanticVersion: version,
            rules: tags.map((tag) => ruleOf(tag, policies.policyOf(firstOf.get(tag)!.path, tag)?.means)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: skipped.map(({ path, reason }) => ({
              level: 'note',
              message: messageOf(
                path === '.'
                  ? `This folder was not scanned as a whole: it ${reason}.`
                  : `This file was not scanned: it ${reason}.`,
              ),
              locations: [{ physicalLocation: { artifactLocation: locationOf(path) } }],
            })),
          },
        ],
        results: markers.map((marker) => resultOf(marker, indexOf.get(marker.tag)!)),
      },
    ],
  };
}

/** A result needs only a message; code scanning of GitHub also wants the texts of its rule. */
function ruleOf(tag: string, means: string | undefined) {
  const short = { text: cleanLine(`${tag} marker`) };
  const full = means === undefined ? short : { text: cleanLine(means) };
  return {
    id: tag,
    shortDescription: short,
    fullDescription: full,
    help: full,
    defaultConfiguration: { level: 'note' },
  };
}

function resultOf(marker: DebtMarker, ruleIndex: number) {
  const { path, tag, range, fingerprint } = marker;
  return {
    ruleId: tag,
    ruleIndex,
    level: isWarned(marker) ? 'warning' : 'note',
    message: messageOf(sentenceOf(marker)),
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(path),
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { 'leadlightMarker/v1': fingerprint },
  };
}

function sentenceOf({ tag, text, missing, isOverdue, deadline }: DebtMarker): string {
  const said = text === '' ? tag : `${tag}: ${text}`;
  const faults = [
    ...(missing.length === 0 ? [] : [`The team's policy wants: ${missing.join(', ')}.`]),
    ...(isOverdue && deadline !== undefined ? [`The last day was ${deadline}.`] : []),
  ];
  if (faults.length === 0) return said;
  return [/[.!?:]$/.test(said) ? said : `${said}.`, ...faults].join(' ');
}

/** In a message braces hold arguments, so they are doubled (3.11.5), and `](` makes a link of what a repository wrote. */
function messageOf(text: string) {
  return {
    text: cleanLine(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] ('),
  };
}

function locationOf(path: string) {
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return { uri: whole.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
