import { languageIdOf } from '../comments/languages';
import type { Guidance } from '../guidance/guidance';
import type { Step } from '../guidance/model';
import { areaAt, contactFor } from '../match/scope';
import { cut } from '../text/cut';
import { safeHtml } from '../text/html';
import { type LinkBase, relativePath } from '../text/links';
import { cleanLine, cleanText } from '../text/markdown';
import type { PlayedStep, PlayedWalkthrough, StepCheck, WalkthroughSummary } from './playedWalkthrough';
import type { ResolvedAnchor } from './resolvedAnchor';
import { isCommandLine } from './stepCheck';
import { outlineOf } from './stepOutline';
import type { FindStep } from './stepReferences';
import type { ListedWalkthrough } from './summaries';
import { shellLines, tourText } from './tourText';

export interface PlayOptions {
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  resolveAnchor(step: Step): Promise<ResolvedAnchor>;
  /** The text of a file as it is now; `undefined` where there is none to show. */
  readText(uri: string): Promise<string | undefined>;
  readonly findStep: FindStep;
  findNext(step: Step): WalkthroughSummary | undefined;
  /** Resolves when it is this work's turn. */
  turn(): Promise<void>;
}

/** A walkthrough with its texts as HTML and its anchors held against the files. */
export async function playWalkthrough(
  { guidance, walkthrough, summary }: ListedWalkthrough,
  options: PlayOptions,
): Promise<PlayedWalkthrough> {
  const base = { linkBase: walkthrough.linkBase, root: guidance.root };
  const played: PlayedStep[] = [];
  for (const step of walkthrough.steps) {
    await options.turn();
    const anchor = await options.resolveAnchor(step);
    const excerpt = await excerptOf(anchor, options);
    const next = options.findNext(step);
    const ask = askedAbout(anchor.path, { guidance, sponsor: summary.sponsor, today: options.today });
    played.push({
      ...playedStep(step, {
        base,
        findStep: options.findStep,
        folderPath: relativePath(walkthrough.folder, guidance.root) ?? '',
      }),
      source: { uri: walkthrough.uri, range: step.range },
      anchor,
      ...(excerpt !== undefined && { excerpt }),
      ...(next !== undefined && { next: { key: next.key, title: next.title } }),
      ...(ask !== undefined && { ask }),
    });
  }
  return { ...summary, html: safeHtml(walkthrough.text ?? '', base), played };
}

function playedStep(
  step: Step,
  {
    base,
    findStep,
    folderPath,
  }: { readonly base: LinkBase; readonly findStep: FindStep; readonly folderPath: string },
) {
  const { title, minutes, check, tour } = step;
  const text = tour === undefined ? (step.text ?? '') : tourText(step, { find: findStep });
  return {
    ...outlineOf(step),
    title: cleanLine(title),
    html: safeHtml(text, base),
    ...(minutes !== undefined && { minutes }),
    commands: commandsOf(step),
    check: inWorkspace(check, folderPath),
  };
}

function commandsOf({ run, check, text = '', tour }: Step): readonly string[] {
  if (tour !== undefined) return shellLines(text).filter(isCommandLine);
  const command = run ?? (check.kind === 'command' ? check.command : undefined);
  return command === undefined ? [] : [command];
}

/** Paths of checks are relative to the folder of the guidance; the client knows the workspace folder only. */
function inWorkspace(check: StepCheck, folderPath: string): StepCheck {
  switch (check.kind) {
    case 'exists':
    case 'contains':
      return { ...check, path: folderPath + check.path };
    case 'question': {
      const { ask, options, because, ...rest } = check;
      const clean = { ...rest, ask: cleanLine(ask), options: options.map(cleanLine) };
      return because === undefined ? clean : { ...clean, because: cleanText(because) };
    }
    default:
      return check;
  }
}

/** Lines shown on each side of an anchor, lines in all, and characters of each. */
const around = 2;
const mostLines = 14;
const lineLength = 200;

async function excerptOf(
  { state, uri, path, range }: ResolvedAnchor,
  { readText }: PlayOptions,
): Promise<PlayedStep['excerpt']> {
  if ((state !== 'found' && state !== 'moved') || uri === undefined || range === undefined) return undefined;
  const text = await readText(uri);
  if (text === undefined) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  const line = Math.max(range.start.line - around, 0);
  const end = Math.min(range.end.line + around + 1, line + mostLines);
  const shown = lines.slice(line, end).map((each) => cut(cleanText(each), lineLength));
  if (shown.length === 0) return undefined;
  return { text: shown.join('\n'), languageId: languageIdOf(path ?? '', text), line };
}

/** The area's lead, or who stands in, or where its people are; the sponsor where nobody is named. */
function askedAbout(
  path: string | undefined,
  { guidance, sponsor, today }: { guidance: Guidance; sponsor: string | undefined; today: string },
): string | undefined {
  const area = path === undefined ? undefined : areaAt(guidance, path);
  const contact = contactFor(undefined, area, today);
  if (contact === undefined) return sponsor;
  const names = contact.handles.join(' ');
  const place = contact.area?.ask;
  return cleanLine(names !== '' && place !== undefined ? `${names} (${place})` : names || place!);
}
