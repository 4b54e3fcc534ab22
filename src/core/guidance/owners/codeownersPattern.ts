import { compilePathPattern, type PathPattern } from '../../text/pathPattern';

/** What GitHub does not take: where in the pattern (UTF-16 offsets, `end` exclusive) and what to write there. */
export interface OwnersPatternError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly newText?: string;
}

/**
 * Compiles a pattern of CODEOWNERS, which is one of gitignore(5) without `!` and `[ ]`, and owns all that is
 * below what it matches; only a last segment `*` stops at that level.
 */
export function compileOwnersPattern(pattern: string): PathPattern | OwnersPatternError {
  const error = checkPattern(pattern);
  if (error !== undefined) return error;
  const segments = pattern.split('/').filter((segment) => segment !== '');
  const anchored = pattern.slice(0, -1).includes('/');
  if (!anchored) segments.unshift('**');
  const reach = pattern.endsWith('/') ? 'within' : segments.at(-1) === '*' ? 'exact' : 'both';
  return compilePathPattern(segments, reach);
}

/** In UTF-16 units. */
const maxPatternLength = 1024;

function checkPattern(pattern: string): OwnersPatternError | undefined {
  const whole = { start: 0, end: pattern.length };
  if (pattern.length > maxPatternLength) {
    return { message: `The pattern is not read: it is over ${maxPatternLength} characters long.`, ...whole };
  }
  if (pattern.startsWith('!')) {
    const message =
      'GitHub takes no `!` here and skips this line. Write the exception after the rule it is from, with its own owners or none.';
    return { message, start: 0, end: 1 };
  }
  if (pattern.startsWith('\\#')) {
    return { message: 'GitHub takes no pattern that begins with `#`, escaped or not.', start: 0, end: 2 };
  }
  if (/^\/+$/u.test(pattern)) {
    return { message: '`/` matches nothing. Write `*` for every file.', ...whole, newText: '*' };
  }
  const dots = /(?:^|\/)\.\.?(?:\/|$)/u.exec(pattern);
  if (dots !== null) {
    const message =
      'A pattern has no `.` and `..` folders, and would match nothing. It begins at the root with `/`.';
    const [start, end] = [dots.index, dots.index + dots[0].length];
    return { message, start, end, ...(pattern.startsWith('./') ? { newText: '/' } : {}) };
  }
  if (/(?<!\\)(?:\\\\)*\\$/u.test(pattern)) {
    return {
      message: 'A backslash at the end escapes nothing.',
      start: pattern.length - 1,
      end: pattern.length,
    };
  }
  const bracket = /^(?:[^[\]\\]|\\.)*(?=[[\]])/su.exec(pattern)?.[0].length;
  if (bracket !== undefined) {
    const message =
      'GitHub takes no `[ ]` in a pattern and skips this line. `\\[` and `\\]` are the characters themselves.';
    return { message, start: bracket, end: bracket + 1, newText: `\\${pattern[bracket]!}` };
  }
  return undefined;
}
