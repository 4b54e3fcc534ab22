import { type ExplainedEntry, explainEntry } from '../core/features/explain';
import type { DeadText, ReportedEntry, ReportedSource } from '../core/features/guidanceReport';
import type { Problem } from '../core/guidance/problem';
import { counted } from '../core/text/counted';
import { dayOf } from '../core/text/day';
import { relativePath } from '../core/text/links';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { entryText } from './explain';
import { plainText, printableJson } from './output';
import { openWorkspace } from './workspace';

export const guidance: Command = {
  call: 'guidance',
  says: 'every entry, and every problem in its sources',
  options: {
    dead: 'only what nobody will see',
    strict: 'with --dead: exit with 3 where there is any',
  },
  formats: ['text', 'json'],
  more: `Dead are globs that match no file, rules of owners that later lines undo, forms that their own tool leaves out
without a word, and decisions to which nothing links.`,
  run: printGuidance,
};

async function printGuidance(input: CommandInput): Promise<ExitCode> {
  const { positionals, workspace, format, options, write } = input;
  if (positionals.length > 0) throw new UsageError('guidance takes no arguments.');
  if (options.dead) return printDead(input);
  const { service } = await openWorkspace(workspace);
  await service.settled();
  const today = dayOf(new Date());
  const all = service.guidance();
  const entries = all.flatMap(({ entries: list, root, decisions }) =>
    list.map((entry) => explainEntry(entry, { root, today, decisions })),
  );
  const problems = printed(service.problems(), all[0]?.root ?? '');
  service.dispose();
  write(format === 'json' ? printableJson({ entries, problems }) : asText(entries, problems));
  return exitCodes.answered;
}

/** What is dead, each with its place. */
async function printDead({ workspace, format, options, write }: CommandInput): Promise<ExitCode> {
  const { service } = await openWorkspace(workspace);
  const reports = await service.overview.report({ withLinks: true });
  service.dispose();
  const dead = reports.flatMap(({ sources }) => sources.flatMap(deadPlaces));
  const lines = dead.map(({ path, range, title, message }) => {
    const isNamed = title === undefined || message.includes(`"${title}"`);
    const of = isNamed ? '' : `${plainText(title)}: `;
    return `${plainText(path)}:${range.start.line + 1} ${of}${plainText(message)}`;
  });
  const sum =
    dead.length === 0 ? 'No guidance is dead.' : `${counted(dead.length, 'place')} where guidance is dead.`;
  write(format === 'json' ? printableJson({ dead }) : [...lines, sum, ''].join('\n'));
  return dead.length > 0 && options.strict === true ? exitCodes.refused : exitCodes.answered;
}

interface DeadPlace extends DeadText, Partial<Pick<ReportedEntry, 'kind' | 'id' | 'title'>> {
  readonly path: string;
}

/** That of the file itself first, then that of its entries. */
function deadPlaces({ path, dead, entries }: ReportedSource): readonly DeadPlace[] {
  return [
    ...dead.map(({ message, range }) => ({ path, range, message })),
    ...entries.flatMap(({ kind, id, title, dead: texts }) =>
      texts.map(({ message, range }) => ({ path, range, kind, id, title, message })),
    ),
  ];
}

function asText(entries: readonly ExplainedEntry[], problems: readonly PrintedProblem[]): string {
  const blocks = entries.map(entryText);
  const found = problems.map(problemText);
  if (entries.length === 0)
    blocks.push('No guidance here yet. A first philosophy goes into .leadlight/guidance.yaml.');
  if (found.length > 0) blocks.push(`${counted(found.length, 'problem')}\n${found.join('\n')}`);
  return `${blocks.join('\n\n')}\n`;
}

type PrintedProblem = Pick<Problem, 'range' | 'code' | 'severity' | 'message'> & { readonly path: string };

/** By path and place. */
function printed(problems: readonly Problem[], root: string): readonly PrintedProblem[] {
  return problems
    .map(({ uri, range, code, severity, message }) => ({
      path: relativePath(uri, root) ?? uri,
      range,
      code,
      severity,
      message,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.range.start.line - b.range.start.line));
}

function problemText({ path, range, code, severity, message }: PrintedProblem): string {
  const { line, character } = range.start;
  return `  ${plainText(path)}:${line + 1}:${character + 1} ${severity} ${plainText(message)} (${code})`;
}
