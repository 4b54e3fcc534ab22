import { createGlobIndex } from '../match/globIndex';
import { compilePathPattern, type PathPattern } from '../text/pathPattern';

/** The rules of one ignore file of git. */
export interface GitignoreRules {
  /**
   * What the last rule that matches says of a path, which is relative to the folder of the file; `undefined`
   * where no rule matches. Only the path itself is looked at, not the folders that it is in.
   */
  verdict(path: string, kind: 'file' | 'directory'): 'ignored' | 'kept' | undefined;
}

/**
 * Reads the pattern format of gitignore(5), case-sensitively. Each pattern matches in linear time, because
 * git's own backtracking would let a hostile file stall whoever lists its folder. Longer lines than
 * `maxPatternLength` are left out.
 */
export function parseGitignore(text: string): GitignoreRules {
  const rules = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .flatMap((line) => parseLine(line) ?? [])
    .map((rule, order) => ({ ...rule, order }));
  const ofFolders = createLookup(rules);
  const ofFiles = createLookup(rules.filter(({ foldersOnly }) => !foldersOnly));
  return { verdict: (path, kind) => (kind === 'directory' ? ofFolders : ofFiles)(path)?.verdict };
}

/** In UTF-16 units. */
const maxPatternLength = 1024;

interface Rule {
  readonly pattern: PathPattern;
  /** Whether the pattern is for names in any folder, and not for paths. */
  readonly isOfNames: boolean;
  readonly foldersOnly: boolean;
  readonly verdict: 'ignored' | 'kept';
}

interface RuleInOrder extends Rule {
  readonly order: number;
}

/** Gives the last rule that matches a path. Most rules are for names, which are cheaper to look up than paths. */
function createLookup(rules: readonly RuleInOrder[]): (path: string) => RuleInOrder | undefined {
  const ofNames = indexOf(rules.filter(({ isOfNames }) => isOfNames));
  const ofPaths = indexOf(rules.filter(({ isOfNames }) => !isOfNames));
  return (path) => {
    const byName = ofNames.lookupLast(path.slice(path.lastIndexOf('/') + 1));
    const byPath = ofPaths.lookupLast(path);
    return (byName?.order ?? -1) > (byPath?.order ?? -1) ? byName : byPath;
  };
}

function indexOf(rules: readonly RuleInOrder[]) {
  return createGlobIndex(rules.map((rule) => ({ globs: [{ alternatives: [rule.pattern] }], value: rule })));
}

function parseLine(line: string): Rule | undefined {
  if (line.startsWith('#') || line.length > maxPatternLength) return undefined;
  const negated = line.startsWith('!');
  const source = withoutTrailingSpaces(negated ? line.slice(1) : line);
  // A backslash at the end makes a pattern invalid, and an invalid pattern matches nothing.
  if (/(?<!\\)(?:\\\\)*\\$/u.test(source)) return undefined;
  const foldersOnly = source.endsWith('/');
  const body = foldersOnly ? source.slice(0, -1) : source;
  // Git takes any longer run of stars that fills a segment for two.
  const segments = body
    .replace(/^\//u, '')
    .split('/')
    .map((segment) => segment.replace(/^\*{3,}$/u, '**'));
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return undefined;
  return {
    pattern: compilePathPattern(segments, 'exact'),
    isOfNames: !body.includes('/'),
    foldersOnly,
    verdict: negated ? 'kept' : 'ignored',
  };
}

/** A trailing space counts only where a backslash stands before it. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' && text[end - 2] !== '\\') end--;
  return text.slice(0, end);
}
