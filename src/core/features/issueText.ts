import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Marker } from '../markers/marker';
import type { Policy } from '../markers/policy';
import type { PlacedMarker } from '../match/documentMatches';
import { cut } from '../text/cut';
import { cleanLine, codeBlock, escapeInline, safeMarkdown } from '../text/markdown';
import type { CardContext } from './card';
import { judgeMarker } from './judgeMarker';

export interface IssueTextQuery extends CardContext {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly markers: readonly PlacedMarker[];
}

const maxTitle = 120;
const linesAround = 3;

/**
 * The marker at an offset as an issue: its title in the first line, an empty line, and Markdown; ends with a line
 * break. The whole marker counts, and the line of its tag. `undefined` where there is none.
 */
export function issueTextAt(
  document: TextDocument,
  offset: number,
  { markers, ...query }: IssueTextQuery,
): string | undefined {
  const { line } = document.positionAt(offset);
  const inside = markers.find(({ marker }) => marker.start <= offset && offset <= marker.bodyEnd);
  const placed = inside ?? markers.find(({ marker }) => document.positionAt(marker.start).line === line);
  return placed && issueTextFor(document, placed, query);
}

function issueTextFor(
  document: TextDocument,
  { marker, policy }: PlacedMarker,
  { path, today, blame }: Omit<IssueTextQuery, 'markers'>,
): string {
  const { deadline } = judgeMarker(document, { marker, policy }, { today, blame: blame?.() });
  const first = document.positionAt(marker.start).line;
  const last = document.positionAt(marker.bodyEnd).line;
  const facts = [
    ['Where', `${path}, line ${first + 1}`],
    ['Owner', marker.owner?.value],
    ['Issue', marker.issue?.value],
    ['Due', deadline],
    ['Cost', marker.cost?.value],
    ['Reason', marker.reason?.value],
  ] as const;
  const blocks = [
    titleOf(marker, path),
    marker.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(escapeInline)
      .join('\\\n'),
    facts
      .flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${escapeInline(value)}`]))
      .join('\n'),
    meansBlock(policy),
    codeBlock(linesOf(document, first - linesAround, last + linesAround), document.languageId),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** Plain text: the first sentence's worth of what the marker says. */
function titleOf({ tag, text }: Marker, path: string): string {
  const title = cleanLine(text.split('\n').find((line) => line.trim() !== '') ?? '');
  if (title === '') return `${cleanLine(tag)} in ${cleanLine(path)}`;
  return cleanLine(cut(title, maxTitle));
}

/** Links of guidance lead to files of this machine: an issue gets their labels. */
function meansBlock({ tag, means }: Policy): string {
  if (means === undefined) return '';
  return `What ${escapeInline(tag)} means here:\n\n${safeMarkdown(means, { resolveLink: webOnly })}`;
}

function webOnly(target: string): string | undefined {
  return /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/iu.test(target) ? target : undefined;
}

function linesOf(document: TextDocument, from: number, to: number): string {
  const start = { line: Math.max(0, from), character: 0 };
  return document.getText({ start, end: { line: to + 1, character: 0 } });
}
