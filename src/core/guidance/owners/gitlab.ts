import { compilePathPattern, type PathPattern } from '../../text/pathPattern';
import type { Problem } from '../problem';
import { problemCodes } from '../problemCodes';
import { globOf, linesRange, type OwnersRule } from './ownersArea';

/** `[Name]`, `^[Optional]`, `[Name][2]`, and owners of all that names none itself. */
const heading = /^\s*\^?\[([^\]]*)\](?:\[\d*\])?(?:\s+(.*))?$/u;

/** Whether CODEOWNERS is written for GitLab: it lies where only GitLab looks, or has sections and no other place. */
export function isGitlab(uri: string, text: string): boolean {
  if (uri.endsWith('/.gitlab/CODEOWNERS')) return true;
  return !uri.endsWith('/.github/CODEOWNERS') && /^[ \t]*\^?\[[^\]\n]+\](?:\[\d+\])?(?:\s|$)/mu.test(text);
}

interface Section {
  readonly name: string;
  readonly owners: readonly string[];
}

interface Line {
  readonly number: number;
  readonly pattern: string;
  /** UTF-16 offset in its line. */
  readonly start: number;
  readonly owners: readonly string[];
  readonly section: string;
}

/**
 * Reads GitLab's dialect, as its "Syntax of CODEOWNERS file" and "Advanced CODEOWNERS configuration" describe it: in
 * each section the last rule that matches counts, a `!` excludes files from its section, and patterns are those of
 * Ruby's `File.fnmatch`, which begin at any depth unless they begin with `/`.
 */
export function parseGitlabOwners(
  text: string,
  uri: string,
): { readonly rules: readonly OwnersRule[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const lines = text.replace(/^\uFEFF/u, ' ').split(/\r\n|\n|\r/u);
  const exclusions = new Map<string, PathPattern[]>();
  const report = (message: string, { number, pattern, start }: Omit<Line, 'owners' | 'section'>) => {
    const code = 'codeowners-syntax';
    const range = {
      start: { line: number, character: start },
      end: { line: number, character: start + pattern.length },
    };
    problems.push({ code, severity: problemCodes[code].severity, message, uri, range });
  };
  const kept: { readonly line: Line; readonly compiled: PathPattern }[] = [];
  for (const line of linesIn(lines, report)) {
    const isExclusion = line.pattern.startsWith('!');
    const compiled = compile(isExclusion ? line.pattern.slice(1) : line.pattern);
    if (compiled === undefined) {
      report('This pattern matches nothing: no path has an empty, `.` or `..` folder.', line);
    } else if (isExclusion) {
      exclusions.set(line.section, [...(exclusions.get(line.section) ?? []), compiled]);
    } else {
      if (line.owners.length === 0)
        report('This line names no owner, and its section has none to fall back on.', line);
      kept.push({ line, compiled });
    }
  }
  const rules = kept.map(({ line, compiled }): OwnersRule => {
    const { number, pattern, start, section, owners } = line;
    const range = {
      start: { line: number, character: start },
      end: { line: number, character: start + pattern.length },
    };
    return {
      title: pattern,
      leads: owners,
      range: linesRange(lines, number, number),
      globs: [{ glob: globOf(pattern, [compiled], exclusions.get(section)), range }],
      group: section,
    };
  });
  return { rules, problems };
}

/** The rules and exclusions of a file, each with the owners of its section where it has none. */
function* linesIn(
  lines: readonly string[],
  report: (message: string, line: Omit<Line, 'owners' | 'section'>) => void,
): Generator<Line> {
  let section: Section = { name: '', owners: [] };
  for (const [number, text] of lines.entries()) {
    const start = text.length - text.trimStart().length;
    const content = text.trim();
    if (content === '' || content.startsWith('#')) continue;
    const [title, name, defaults = ''] = heading.exec(content) ?? [];
    if (title !== undefined) {
      if (name!.trim() === '')
        report('A section needs a name between its brackets.', { number, pattern: content, start });
      section = { name: name!.trim().toLowerCase(), owners: ownersIn(defaults) };
      continue;
    }
    const [pattern = ''] = /^(?:\\.|\S)+/u.exec(content) ?? [];
    const own = ownersIn(content.slice(pattern.length));
    yield { number, pattern, start, section: section.name, owners: own.length > 0 ? own : section.owners };
  }
}

/** Users, groups, roles and addresses, wherever they stand: GitLab knows no comment behind a pattern. */
function ownersIn(text: string): readonly string[] {
  return text
    .split(/[\s,;()<>]+/u)
    .filter((word) => /^@{1,2}[\w.][\w./-]*$|^[^@]+@[^@]+\.[^@]+$/u.test(word));
}

/** `undefined` for what can match no path. */
function compile(pattern: string): PathPattern | undefined {
  if (pattern === '*') return compilePathPattern(['**'], 'exact');
  const segments = pattern.split('/');
  const isAnchored = segments[0] === '';
  if (isAnchored) segments.shift();
  const isFolder = segments.at(-1) === '';
  if (isFolder) segments.pop();
  if (segments.length === 0) return isFolder || isAnchored ? compilePathPattern(['**'], 'exact') : undefined;
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return undefined;
  return compilePathPattern(isAnchored ? segments : ['**', ...segments], isFolder ? 'within' : 'exact');
}
