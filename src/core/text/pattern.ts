import { RE2JS } from 're2js';
import { once } from './once';
import { parsePattern } from './parsePattern';
import { lineReachOf } from './lineReach';
import { type PatternError, someSyntax, type Syntax } from './patternSyntax';
import { type RequiredLiterals, requiredLiterals } from './requiredLiterals';
import { openWindow, type TextWindow, toWhole } from './textWindow';

export type { PatternError } from './patternSyntax';

/**
 * A regular expression that a repository wrote: RE2's syntax, in time linear in the text. `^` and `$` are the
 * ends of lines, `.` stops at them and `\s` does not, and every line end of the text is `\n`.
 */
export interface Pattern extends RequiredLiterals {
  readonly source: string;

  /** Whether a match may contain a line end. */
  readonly spansLines: boolean;

  /**
   * The leftmost matches in a window of the text, without overlap and without those of length zero. `from` may
   * be anywhere; `to` is taken for the end of the text, so it is the end of a line. UTF-16 offsets.
   */
  matches(text: string, from?: number, to?: number): readonly Span[];

  /**
   * The same in a window that several patterns share: gives one match after the other until `take` returns
   * false, or `isOver`, which is asked at times.
   */
  search(window: TextWindow, take: (span: Span) => boolean, isOver?: () => boolean): void;
}

/** UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A faster engine that a process may bring along. */
export interface RegexEngine {
  /** `undefined` where it cannot be sure to find just what RE2 finds, in time that stays linear. */
  compile(source: string): RegexSearch | undefined;
}

/**
 * The leftmost match that begins at `from` or behind it, be it empty; what stands before `from` counts for `^`
 * and `\b`. Every line end of the text is `\n`, and it holds neither surrogates nor U+2028 and U+2029.
 * UTF-16 offsets.
 */
export type RegexSearch = (text: string, from: number) => Span | undefined;

/** Says at once what is wrong with a pattern; what it takes to run one is built when it is first run. */
export function compilePattern(source: string, engine?: RegexEngine): Pattern | PatternError {
  const syntax = parsePattern(source);
  if ('message' in syntax) return syntax;
  const problem = problemOf(source, syntax);
  if (problem !== undefined) return problem;

  const program = once(() => compileProgram(source));
  const fastSearch = once(() => engine?.compile(source));
  const asksForEnd = someSyntax(syntax, (node) => node.kind === 'assertion' && node.at === 'textEnd');
  const pattern: Pattern = {
    ...requiredLiterals(syntax),
    source,
    spansLines: lineReachOf(syntax).runs > 0,
    matches(text, from = 0, to = text.length) {
      const spans: Span[] = [];
      pattern.search(openWindow(text, { from, to }), (span) => spans.push(span) > 0);
      return spans;
    },
    search(window, take, isOver) {
      const view = asksForEnd ? pastEnd(window) : window;
      const { to } = window.range;
      const fast = view.plain ? fastSearch() : undefined;
      if (fast === undefined && view.text.length > longText && !program().test(view.text)) return;
      searchWindow(fast ?? searchWith(program()), view, {
        take: (span) => span.end > to || take(span),
        isOver,
      });
    },
  };
  return pattern;
}

interface SearchControl {
  readonly take: (span: Span) => boolean;
  readonly isOver: (() => boolean) | undefined;
}

const searchesBetweenQuestions = 64;

function searchWindow(find: RegexSearch, window: TextWindow, { take, isOver }: SearchControl): void {
  const { text } = window;
  let at = window.start;
  for (let searches = 1; at < text.length; searches++) {
    const match = find(text, at);
    if (match === undefined) return;
    if (match.end === match.start) {
      at = match.end + (text.codePointAt(match.end)! > 0xffff ? 2 : 1);
    } else {
      if (!take({ start: toWhole(window, match.start), end: toWhole(window, match.end) })) return;
      at = match.end;
    }
    if (searches % searchesBetweenQuestions === 0 && isOver?.()) return;
  }
}

/** With the line end behind a window in view, so that the end of the window is not the end of the text. */
function pastEnd(window: TextWindow): TextWindow {
  const { from, to } = window.range;
  return to < window.whole.length ? openWindow(window.whole, { from, to: to + 1 }) : window;
}

/** In bytes, what a program may keep of what it learned about a text; RE2JS itself takes 8 MiB for each. */
const programMemory = 128 * 1024;

function compileProgram(source: string): RE2JS {
  const program = RE2JS.compile(source, RE2JS.MULTILINE);
  const { dfa } = program.re2();
  dfa.stateBudget = programMemory;
  dfa.memBudget = programMemory;
  return program;
}

/** A text this long is first asked whether there is a match at all, which is quicker than to find where. */
const longText = 1000;

function searchWith(program: RE2JS): RegexSearch {
  return (text, from) => {
    const matcher = program.matcher(text);
    return matcher.find(from) ? { start: matcher.start(), end: matcher.end() } : undefined;
  };
}

function problemOf(source: string, syntax: Syntax): PatternError | undefined {
  if (needsReturn(syntax)) {
    const start = Math.max(0, source.search(/\\r|\r|\\x\{?0*d/i));
    const instead = 'A pattern sees every line end as \\n: leave the \\r out.';
    return { start, end: start + 2, message: `A \\r at offset ${start} can never match. ${instead}` };
  }
  if (!someSyntax(syntax, (node) => node.kind === 'set' && node.ranges === undefined)) return undefined;
  try {
    RE2JS.compile(source, RE2JS.MULTILINE);
    return undefined;
  } catch (error) {
    const instead = 'Write \\pL for letters, or the name of a script, such as \\p{Greek}.';
    return {
      start: 0,
      end: source.length,
      message: `The pattern has an unknown Unicode class: ${error instanceof Error ? error.message : String(error)}. ${instead}`,
    };
  }
}

function needsReturn(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'text':
      return syntax.text === '\r';
    case 'sequence':
      return syntax.parts.some(needsReturn);
    case 'choice':
      return syntax.options.every(needsReturn);
    case 'repeat':
      return syntax.min > 0 && needsReturn(syntax.of);
    default:
      return false;
  }
}
