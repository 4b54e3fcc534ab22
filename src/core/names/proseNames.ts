import { linesOutsideCode } from '../guidance/markdownSections';
import { withoutComments } from '../guidance/formats/decisionText';

/** What a text in Markdown names between backticks, each once, in the order in which it is first named. */
export interface ProseNames {
  /** Identifiers and dotted names, as a selector's `symbols` has them. */
  readonly symbols: readonly string[];
  /** Paths, names of files and globs, as they were written; whether there are such files is not known here. */
  readonly paths: readonly string[];
}

/**
 * The names in a text: what has the shape of an identifier that people made up (`FooBar`, `foo_bar`, `Date.now`,
 * `foo()`), and what has that of a path. Words, commands, options and values are none.
 */
export function proseNames(text: string): ProseNames {
  const symbols = new Set<string>();
  const paths = new Set<string>();
  for (const span of codeSpans(text.slice(0, longestText))) {
    if (span.length > longestName) continue;
    const symbol = symbolIn(span);
    if (symbol !== undefined) symbols.add(symbol);
    const path = pathIn(span);
    if (path !== undefined) paths.add(path);
  }
  return { symbols: [...symbols], paths: [...paths] };
}

/** What stands further down was not written by people. */
const longestText = 100_000;
const longestName = 120;
const identifier = '[\\p{ID_Start}$_][\\p{ID_Continue}$]*';
const call = new RegExp(
  `^[@.]?(${identifier}(?:(?:\\?\\.|\\.|::|->|\\\\)${identifier})*)(<[^<>]*>)?(\\(.*\\))?;?$`,
  'su',
);

function symbolIn(span: string): string | undefined {
  const [, name = '', , parentheses] = call.exec(span) ?? [];
  const parts = name.split(/\?\.|\.|::|->|\\/);
  if (parts.length > 1) return parts.join('.');
  const isMadeUp = /\p{L}_|_\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|\$./u.test(name);
  return isMadeUp || (parentheses !== undefined && name.length > 2) ? name : undefined;
}

/** With a `/` or a dot inside, and nothing that stands for something else. */
function pathIn(span: string): string | undefined {
  const path = span.replace(/(?:#L\d+(?:-L?\d+)?|:\d+(?:[-:]\d+)?)$/, '').replace(/^\.\//, '');
  const isPath =
    /^[\p{L}\p{N}_.*[][^\s\\:;|&<>$"'()=?]*$/u.test(path) && /\/|(?:^|[^.])\.[\p{L}\p{N}]/u.test(path);
  return isPath && !/\.\.|\/\/|^\/|…/.test(path) ? path : undefined;
}

/** What stands between backticks outside of fenced code and comments, without spaces around it. */
function* codeSpans(text: string): Generator<string> {
  for (const paragraph of paragraphsIn(text)) {
    const runs = [...paragraph.matchAll(/`+/g)];
    /** For each run, the next one of its length, which closes it: looked for once, as a text may hold many. */
    const closing: (number | undefined)[] = [];
    const last = new Map<number, number>();
    for (let at = runs.length - 1; at >= 0; at--) {
      const { length } = runs[at]![0];
      closing[at] = last.get(length);
      last.set(length, at);
    }
    for (let at = 0; at < runs.length; at++) {
      const close = closing[at];
      if (close === undefined) continue;
      yield paragraph.slice(runs[at]!.index + runs[at]![0].length, runs[close]!.index).trim();
      at = close;
    }
  }
}

/** Lines that belong together: a span of code may reach from one to the next, and out of no heading, item or row. */
function* paragraphsIn(text: string): Generator<string> {
  let lines: string[] = [];
  let next = 0;
  for (const { content, start } of linesOutsideCode(withoutComments(text), 0)) {
    if (start !== next || /^\s*(?:$|[-*+>|#]|\d{1,9}[.)])/.test(content)) {
      yield lines.join('\n');
      lines = [];
    }
    lines.push(content);
    next = /^ {0,3}#/.test(content) ? -1 : start + content.length + 1;
  }
  yield lines.join('\n');
}
