import type { Range } from 'vscode-languageserver-types';
import { createGlobIndex } from '../../match/globIndex';
import type { Glob } from '../../text/globs';
import { compileOwnersPattern } from './codeownersPattern';
import { type CodeownersToken, tokensOf } from './codeownersLine';
import type { Problem } from '../problem';
import { problemCodes } from '../problemCodes';

/** Where GitHub and GitLab look for the file, relative to the repository's root; only the first that exists is read. */
export const codeownersPlaces = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
] as const;

/** Whether a file is one of these, wherever its workspace lies. */
export function isCodeowners(uri: string): boolean {
  return uri.endsWith('/CODEOWNERS');
}

export interface Codeowners {
  readonly uri: string;
  readonly rules: readonly CodeownersRule[];
  readonly problems: readonly Problem[];
  /** The last rule that matches a path, which is relative to the repository's root; `undefined` where none does. */
  ownersOf(path: string): CodeownersRule | undefined;
}

export interface CodeownersRule {
  /** As it was written. */
  readonly pattern: string;
  /** `@user`, `@org/team` or an e-mail address; empty where the rule says that nobody owns these files. */
  readonly owners: readonly string[];
  /** The whole line. */
  readonly range: Range;
  readonly patternRange: Range;
  /** The pattern as a glob that starts at the repository's root. */
  readonly glob: Glob;
  matches(path: string): boolean;
}

/**
 * Reads GitHub's dialect, as "About code owners" in its documentation describes it. A line that GitHub skips is
 * a problem and no rule.
 */
export function parseCodeowners(text: string, uri: string): Codeowners {
  const problems: Problem[] = [];
  const lines = text.replace(/^\uFEFF/u, ' ').split(/\r\n|\n|\r/u);
  const rules = lines.flatMap((line, number) => parseLine(line, { uri, number, problems }) ?? []);
  const index = createGlobIndex(rules.map((rule) => ({ globs: [rule.glob], value: rule })));
  return { uri, rules, problems, ownersOf: index.lookupLast };
}

interface LineContext {
  readonly uri: string;
  readonly number: number;
  readonly problems: Problem[];
}

function parseLine(line: string, context: LineContext): CodeownersRule | undefined {
  const [first, ...owners] = tokensOf(line);
  if (first === undefined) return undefined;
  const pattern = compileOwnersPattern(first.text);
  if ('message' in pattern) {
    const { start, end, newText } = pattern;
    const range = rangeOf(context.number, first.start + start, first.start + end);
    context.problems.push(problem(pattern.message, range, context, newText));
    return undefined;
  }
  const bad = owners.filter(({ text }) => !isOwner(text));
  for (const owner of bad) context.problems.push(ownerProblem(owner, context));
  if (bad.length > 0) return undefined;

  const patternRange = rangeOf(context.number, first.start, first.start + first.text.length);
  if (owners.length === 0 && isOwner(first.text)) {
    const message =
      'This line names an owner and no files. Write a pattern before it, such as `*` for every file.';
    context.problems.push(problem(message, patternRange, context, `* ${first.text}`));
    return undefined;
  }
  const { matches, coversFolder } = pattern;
  return {
    pattern: first.text,
    owners: owners.map(({ text }) => text),
    range: rangeOf(context.number, 0, line.length),
    patternRange,
    glob: { source: first.text, alternatives: [pattern], matches, coversFolder },
    matches,
  };
}

const ownerForms = [
  // User names; those that a company manages may hold an underscore.
  /^@[a-z\d](?:[a-z\d_-]*[a-z\d])?$/iu,
  /^@[a-z\d](?:[a-z\d_-]*[a-z\d])?\/[a-z\d._-]+$/iu,
  /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@.,;<>()]+$/u,
];

function isOwner(text: string): boolean {
  return ownerForms.some((form) => form.test(text));
}

function ownerProblem({ text, start }: CodeownersToken, context: LineContext): Problem {
  const range = rangeOf(context.number, start, start + text.length);
  const message =
    `\`${text}\` is no owner, so GitHub skips this line. ` +
    'Write @user, @org/team or an e-mail address; a space in a path is written `\\ `.';
  return problem(message, range, context, /^[a-z\d-]+$/iu.test(text) ? `@${text}` : undefined);
}

function problem(message: string, range: Range, { uri }: LineContext, newText?: string): Problem {
  const code = 'codeowners-syntax';
  const fix = newText === undefined ? {} : { fix: { title: `Write ${newText}`, range, newText } };
  return { code, severity: problemCodes[code].severity, message, uri, range, ...fix };
}

function rangeOf(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
