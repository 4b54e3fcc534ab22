import { type ExplainedEntry, explainEntry } from '../core/features/explain';
import type { Guidance } from '../core/guidance/guidance';
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
  options: {},
  formats: ['text', 'json'],
  run: printGuidance,
};

async function printGuidance({ positionals, workspace, format, write }: CommandInput): Promise<ExitCode> {
  if (positionals.length > 0) throw new UsageError('guidance takes no arguments.');
  const { service } = await openWorkspace(workspace);
  const today = dayOf(new Date());
  const all = service.guidance();
  const entries = all.flatMap(({ entries: list, root }) =>
    list.map((entry) => explainEntry(entry, { root, today })),
  );
  const problems = all.flatMap(problemsOf);
  service.dispose();
  write(format === 'json' ? printableJson({ entries, problems }) : asText(entries, problems));
  return exitCodes.answered;
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
function problemsOf({ problems, root }: Guidance): readonly PrintedProblem[] {
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
