import type { Problem } from '../guidance/problem';
import { isYamlSyntax } from '../guidance/problemCodes';
import { lineEndAt, lineStartAt } from '../text/lineEnds';
import type { TextChange } from '../text/minimalEdit';
import { changed, type FixInput, readAs, type SourceFix } from './fixInput';

/**
 * Quotes around a value that YAML takes for something else: a glob with braces, a title with a colon, a channel that
 * begins like a comment, a pattern with its backslashes in double quotes. Offered only where the text reads better with
 * them.
 */
export function quoteFix(problem: Problem, input: FixInput): SourceFix | undefined {
  const text = input.document.getText();
  const offset = input.document.offsetAt(problem.range.start);
  const start = lineStartAt(text, offset);
  // A broken syntax is often noticed on the next line only.
  const starts = isYamlSyntax(problem.code) && start > 0 ? [start, lineStartAt(text, start - 1)] : [start];
  const changes = starts.flatMap((each) => candidates(text, each));
  const change = changes.find((each) => isBetter(each, problem, input));
  return change && { title: 'Put it in quotes', change };
}

/** The value of a line, with and without what may be a comment behind it. */
function candidates(text: string, start: number): readonly TextChange[] {
  const line = text.slice(start, lineEndAt(text, start));
  const [, lead = '', rest = ''] = /^(\s*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(\S.*)$/.exec(line) ?? [];
  if (!/[:-][ \t]+$/.test(lead)) return [];
  const alone = rest.replace(/[ \t]+#.*$/, '');
  const from = start + lead.length;
  const inside = rest.replace(misreadInBrackets, (_, before: string, value: string) => {
    return `${before}${inQuotes(value.trimEnd()) ?? value}`;
  });
  const parts = inside === rest ? [] : [{ start: from, end: from + rest.length, text: inside }];
  return [
    ...parts,
    ...[...new Set([alone, rest])].flatMap((value) => {
      const quoted = inQuotes(value.trimEnd());
      return quoted === undefined ? [] : [{ start: from, end: from + value.trimEnd().length, text: quoted }];
    }),
  ];
}

/** Globs and handles between brackets, with braces of their own. */
const misreadInBrackets = /([[,{:][ \t]*)([@*`](?:\{[^{}]*\}|[^,\]}])*)/g;

function inQuotes(value: string): string | undefined {
  if (/^".*"$/.test(value)) return `'${value.slice(1, -1).replaceAll("'", "''")}'`;
  if (/^["'|>]/.test(value)) return undefined;
  return /[\\"]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** Whether what was wrong is gone, and nothing before it or instead of it came. */
function isBetter(change: TextChange, { code }: Problem, input: FixInput): boolean {
  const before = readAs(input.document.getText(), input);
  const after = readAs(changed(input.document.getText(), change), input);
  const lineOf = (problems: readonly Problem[]) =>
    problems.find((each) => isYamlSyntax(each.code))?.range.start.line ?? Infinity;
  if (isYamlSyntax(code)) return lineOf(after.problems) > lineOf(before.problems);
  const times = (problems: readonly Problem[]) => problems.filter((each) => each.code === code).length;
  if (after.broken && !before.broken) return false;
  return after.problems.length < before.problems.length && times(after.problems) < times(before.problems);
}
