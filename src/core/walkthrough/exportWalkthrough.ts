import { languageIdOf } from '../comments/languages';
import type { Step, Walkthrough } from '../guidance/model';
import { escapeHtml } from '../text/escapeHtml';
import type { LinkBase } from '../text/links';
import { cleanLine, codeBlock, escapeInline } from '../text/markdown';
import { linkTo, relativeLinks } from '../text/relativeLinks';
import type { ResolvedAnchor } from './resolvedAnchor';
import { tourText } from './tourText';

/** A step, where it leads now, and the text of that file. */
export interface ExportedStep {
  readonly step: Step;
  readonly anchor: ResolvedAnchor;
  readonly fileText?: string | undefined;
}

export interface ExportOptions {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** URI of the folder that the page is in, ending in `/`: links start there. */
  readonly folder: string;
}

/** More lines than this are left to the link. */
const mostLines = 40;

/** A walkthrough as one page of Markdown for reading anywhere, with the code it shows and links into the repository. */
export function exportWalkthrough(
  { walkthrough, steps }: { readonly walkthrough: Walkthrough; readonly steps: readonly ExportedStep[] },
  options: ExportOptions,
): string {
  const { title, text = '', roles, minutes, sponsor, linkBase } = walkthrough;
  const base = { ...options, linkBase };
  const facts = [
    ...(minutes === undefined ? [] : [`About ${minutes} minutes`]),
    ...(sponsor === undefined ? [] : [`with ${escapeInline(sponsor)}`]),
    ...(roles.length === 0 ? [] : [`for ${escapeInline(roles.join(', '))}`]),
  ].join(', ');
  const parts = [
    `# ${escapeInline(title)}`,
    facts === '' ? '' : `${facts}.`,
    relativeLinks(text, base).trim(),
    ...steps.flatMap((each, index) => stepParts(each, index + 1, base)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Base = LinkBase & ExportOptions;

function stepParts({ step, anchor, fileText }: ExportedStep, number: number, base: Base): readonly string[] {
  const text = step.tour === undefined ? (step.text ?? '') : tourText(step, { most: Infinity });
  const command = step.run ?? (step.check.kind === 'command' ? step.check.command : undefined);
  const isShown = step.tour !== undefined;
  return [
    `## ${number}. ${escapeInline(step.title)}`,
    relativeLinks(text, base).trim(),
    ...placeParts(anchor, { fileText, folder: base.folder }),
    command === undefined || isShown ? '' : codeBlock(command, 'shellscript', Infinity),
    ...questionParts(step),
  ];
}

function placeParts(
  { state, uri, path, range, view, message }: ResolvedAnchor,
  { fileText, folder }: { readonly fileText: string | undefined; readonly folder: string },
): readonly string[] {
  if (view !== undefined) return [`In the editor: the view ${escapeInline(view)}.`];
  if (state === 'none') return [];
  if (state === 'ambiguous' || state === 'missing')
    return [`*The place of this step is ${state}.* ${escapeInline(message ?? '')}`];
  const label = escapeInline(path === '' ? 'the folder' : (path ?? ''));
  const address = linkTo(uri ?? '', folder) || '.';
  if (range === undefined || fileText === undefined) return [`[${label}](${address})`];
  const [from, to] = [
    range.start.line,
    Math.max(range.start.line, range.end.character === 0 ? range.end.line - 1 : range.end.line),
  ];
  const isOne = from === to;
  const lines = fileText.split(/\r\n|\r|\n/).slice(from, to + 1);
  const shown = lines.slice(0, mostLines).join('\n');
  const more = lines.length > mostLines ? [`${lines.length - mostLines} more lines follow there.`] : [];
  return [
    `[${label}, ${isOne ? `line ${from + 1}` : `lines ${from + 1} to ${to + 1}`}](${address}#L${from + 1}${isOne ? '' : `-L${to + 1}`})`,
    codeBlock(shown, languageIdOf(path ?? '', fileText), Infinity),
    ...more,
  ];
}

/** The answer is folded, where pages can fold. */
function questionParts({ check }: Step): readonly string[] {
  if (check.kind !== 'question') return [];
  const { ask, options, answer, because } = check;
  const right = cleanLine(`${options[answer] ?? ''}. ${because ?? ''}`);
  return [
    `**${escapeInline(ask)}**`,
    options.map((option) => `- ${escapeInline(option)}`).join('\n'),
    `<details><summary>Answer</summary>${escapeHtml(right)}</details>`,
  ];
}
