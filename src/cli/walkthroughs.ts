import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { counted } from '../core/text/counted';
import { cleanLine } from '../core/text/markdown';
import { relativePath } from '../core/text/links';
import type { Service } from '../core/service';
import {
  anchorProblems,
  type CheckedStep,
  type CheckedWalkthrough,
  isLost,
} from '../core/walkthrough/checkAnchors';
import type { AnchorRepair } from '../core/walkthrough/resolvedAnchor';
import { createGit } from '../node/git';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { pathText } from './markerText';
import { plainText, printableJson } from './output';
import { replaceFile } from './replaceFile';
import { writeRepairs } from './writeRepairs';
import { openWorkspace, say } from './workspace';

export const walkthroughs: Command = {
  call: 'walkthroughs check|export ID',
  says: 'where the steps of each walkthrough lead now; one of them as a page',
  options: {
    fix: 'check: writes the anchors that it suggests into their sources',
    output: 'export: the file to write; links start in its folder',
  },
  formats: ['text', 'json'],
  more: `check exits with 1 when a step leads nowhere: what it is anchored to is gone, or is there more than once.
Git tells what stood at a line when the step was written, and how a file is called now. --fix writes where
that is now; a step that leads nowhere stays so, unless its place is known for sure.

export prints a walkthrough as one page of Markdown, with the code that it shows and links that start at the
workspace folder.`,
  run: runWalkthroughs,
};

async function runWalkthroughs(input: CommandInput): Promise<ExitCode> {
  const [verb, ...rest] = input.positionals;
  if (verb === 'export') return runExport(input, rest);
  if (verb !== 'check' || rest.length > 0)
    throw new UsageError('walkthroughs takes "check", or "export" and the id of a walkthrough.');
  if (input.options.output !== undefined) throw new UsageError('--output is for walkthroughs export.');
  return runCheck(input);
}

async function runCheck(input: CommandInput): Promise<ExitCode> {
  const repairs = input.options.fix === true ? await fix(input) : [];
  return withService(input, async (service) => {
    const checked = await service.walkthroughs.check();
    const root = service.guidance()[0]!.root;
    for (const { title, uri, range } of repairs)
      say(`${relativePath(uri, root)}:${range.start.line + 1}: ${title}: written.`);
    input.write(input.format === 'json' ? printableJson(asJson(service, checked)) : asText(checked, root));
    return stepsOf(checked).some(({ anchor }) => isLost(anchor)) ? exitCodes.failed : exitCodes.answered;
  });
}

/** Prints a page, or writes it where a person says. */
async function runExport(input: CommandInput, rest: readonly string[]): Promise<ExitCode> {
  const [id, ...others] = rest;
  if (id === undefined || others.length > 0)
    throw new UsageError('walkthroughs export takes one argument, the id of a walkthrough.');
  const { output, fix: isFixing } = input.options;
  if (isFixing === true) throw new UsageError('--fix is for walkthroughs check.');
  if (output === '') throw new UsageError('--output is the name of a file.');
  const target = output === undefined ? undefined : resolve(output);
  const folder = target === undefined ? undefined : `${pathToFileURL(dirname(target)).toString()}/`;
  const page = await withService(input, (service) => service.walkthroughs.authoring.exportPage(id, folder));
  if (page === undefined) throw new UsageError(`There is no walkthrough with the id "${id}".`);
  if (target === undefined) input.write(plainText(page));
  else await replaceFile(target, page);
  return exitCodes.answered;
}

/** Writes the repairs that there are; gives those that were written. */
async function fix(input: CommandInput): Promise<readonly AnchorRepair[]> {
  const repairs = await withService(input, async (service) =>
    stepsOf(await service.walkthroughs.check()).flatMap(({ anchor }) => anchor.repair ?? []),
  );
  return writeRepairs(repairs);
}

async function withService<T>(
  { workspace }: CommandInput,
  use: (service: Service) => Promise<T>,
): Promise<T> {
  const { service, host } = await openWorkspace(workspace);
  try {
    service.setGit(createGit({ log: host.log }));
    return await use(service);
  } finally {
    service.dispose();
  }
}

function asJson(service: Service, checked: readonly CheckedWalkthrough[]): object {
  const { root } = service.guidance()[0]!;
  const sources = new Set(checked.map(({ walkthrough }) => walkthrough.uri));
  return {
    walkthroughs: checked.map(({ walkthrough: { id, title, uri }, steps }) => ({
      id,
      title,
      source: relativePath(uri, root) ?? uri,
      steps: steps.map(({ step, anchor: { state, path, range, message, repair } }) => ({
        id: step.id,
        title: step.title,
        anchor: {
          state,
          path: path ?? null,
          range: range ?? null,
          ...(message !== undefined && { message }),
          ...(repair && { repair: repair.newText }),
        },
      })),
    })),
    problems: [...service.guidance().flatMap(({ problems }) => problems), ...anchorProblems(checked)]
      .filter(({ uri }) => sources.has(uri))
      .map(({ uri, ...problem }) => ({ path: relativePath(uri, root) ?? uri, ...problem })),
  };
}

function asText(checked: readonly CheckedWalkthrough[], root: string): string {
  if (checked.length === 0) return 'There is no walkthrough here.\n';
  const blocks = checked.map(({ walkthrough: { title, uri }, steps }) =>
    [`${cleanLine(title)} (${pathText(relativePath(uri, root) ?? uri)})`, ...steps.flatMap(stepLines)].join(
      '\n',
    ),
  );
  const steps = stepsOf(checked);
  const lost = steps.filter(({ anchor }) => isLost(anchor)).length;
  const verdict =
    lost === 0
      ? `Fine: ${counted(steps.length, 'step')}, and none leads nowhere.`
      : `${lost} of ${counted(steps.length, 'step')} lead${lost === 1 ? 's' : ''} nowhere.`;
  return `${[...blocks, verdict].join('\n\n')}\n`;
}

function stepLines({ step, anchor }: CheckedStep): readonly string[] {
  const { state, path, range, message, repair } = anchor;
  const line = range === undefined ? '' : `:${range.start.line + 1}`;
  const place = path === undefined ? '' : ` ${pathText(path)}${line}`;
  return [
    `  ${state.padEnd(9)} ${cleanLine(step.title)}${place}`,
    ...(message === undefined ? [] : [`    ${cleanLine(message)}`]),
    ...(repair === undefined ? [] : [`    ${cleanLine(repair.title)}: ${cleanLine(repair.newText)}`]),
  ];
}

function stepsOf(checked: readonly CheckedWalkthrough[]): readonly CheckedStep[] {
  return checked.flatMap(({ steps }) => steps);
}
