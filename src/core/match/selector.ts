import type { Range } from 'vscode-languageserver-types';
import type { Located } from '../guidance/model';
import type { Parts } from '../guidance/parts';
import { type Problem } from '../guidance/problem';
import { type ProblemCode, problemCodes } from '../guidance/problemCodes';
import type { SelectorData, SelectorPlace } from '../guidance/schema';
import type { Path } from '../guidance/yamlTree';
import { type Glob, splitGlobs } from '../text/globs';
import { maxSymbolParts } from './symbols';
import type { Pattern } from '../text/pattern';
import type { Compilers } from './compilers';

/** What an entry governs, compiled. Narrowing fields must all hold; each locator adds its places. */
export interface Selector {
  /** Which files; `undefined`: all. An empty list admits none: what was written could not be read. */
  readonly files: readonly LocatedGlob[] | undefined;
  readonly except: readonly LocatedGlob[];
  /** VS Code language ids; `undefined`: all. */
  readonly languages: ReadonlySet<string> | undefined;
  readonly text: readonly Pattern[];
  /** What kind of place a match of `text` begins in. */
  readonly in: SelectorPlace;
  readonly imports: readonly string[];
  readonly symbols: readonly string[];
  readonly diagnostics: readonly DiagnosticSelector[];
  /** Whether it has a locator: without one it governs whole files. */
  readonly locates: boolean;
}

/** A selector of whole files: all of them where nothing is said. */
export const everyFile: Selector = {
  files: undefined,
  except: [],
  languages: undefined,
  text: [],
  in: 'code',
  imports: [],
  symbols: [],
  diagnostics: [],
  locates: false,
};

export interface LocatedGlob {
  readonly glob: Glob;
  readonly range: Range;
  /** As it was written, where another tool's dialect was translated. */
  readonly written?: string;
}

/** Another tool's findings; `*` allowed in both. */
export interface DiagnosticSelector {
  readonly source: string;
  /** `undefined`: any code. */
  readonly code: string | undefined;
}

export interface SelectorSource {
  readonly data: SelectorData;
  readonly parts: Parts;
  /** Where the selector stands among the parts, such as `['applies']`. */
  readonly path: Path;
  readonly uri: string;
  readonly compilers: Compilers;
}

/** Compiles the `applies` part of an entry; globs and patterns that cannot be read are problems. */
export function compileSelector(source: SelectorSource): { selector: Selector; problems: Problem[] } {
  const { data } = source;
  const problems: Problem[] = [];
  const patterns = (data.text ?? []).flatMap((pattern, index) => {
    const compiled = source.compilers.pattern(pattern);
    if ('matches' in compiled) return [compiled];
    problems.push(problem('bad-pattern', compiled.message, { source, path: ['text', index] }));
    return [];
  });
  for (const [index, symbol] of (data.symbols ?? []).entries()) {
    const message = symbolProblem(symbol);
    if (message !== undefined)
      problems.push(problem('bad-pattern', message, { source, path: ['symbols', index] }));
  }
  const selector: Selector = {
    files: data.files && compileGlobs(data.files, { source, path: ['files'] }, problems),
    except: compileGlobs(data.except ?? [], { source, path: ['except'] }, problems),
    languages:
      data.languages && new Set(data.languages.flatMap((value) => value.split(',').map((id) => id.trim()))),
    text: patterns,
    in: data.in ?? 'code',
    imports: data.imports ?? [],
    symbols: data.symbols ?? [],
    diagnostics: (data.diagnostics ?? []).map(parseDiagnosticSelector),
    locates: [data.text, data.imports, data.symbols, data.diagnostics].some((field) => field !== undefined),
  };
  return { selector, problems };
}

/** Why a pattern can name no symbol. */
function symbolProblem(symbol: string): string | undefined {
  const parts = symbol.split(/\?\.|\.|::|->|\\/);
  if (parts.length > maxSymbolParts) return `A symbol has at most ${maxSymbolParts} names, joined by dots.`;
  if (parts.every((part) => /^[\p{ID_Continue}$*#@]+$/u.test(part.trim()))) return undefined;
  return `"${symbol}" names no symbol: write a name such as "fetch" or "Date.now", with "*" for any part. For other text use "text".`;
}

/** A selector that is globs only, such as an area's. */
export function compileFileSelector(files: readonly string[], source: Omit<SelectorSource, 'data'>) {
  return compileSelector({ ...source, data: { files: [...files] } });
}

/** Whether a path, relative to the entry's folder, is admitted by `files` and `except`. */
export function admits({ files, except }: Selector, path: string): boolean {
  return (
    (files === undefined || files.some(({ glob }) => glob.matches(path))) &&
    !except.some(({ glob }) => glob.matches(path))
  );
}

interface Place {
  readonly source: Omit<SelectorSource, 'data'>;
  /** Below the selector. */
  readonly path: Path;
}

/** Compiles globs, each of which may be a comma list; those that cannot be read are left out and are problems. */
export function compileGlobs(values: readonly string[], place: Place, problems: Problem[]): LocatedGlob[] {
  return values.flatMap((value, index) =>
    globsIn(value, { ...place, path: [...place.path, index] }).flatMap(({ value: text, range }) => {
      const glob = place.source.compilers.glob(text);
      if ('matches' in glob) return [{ glob, range }];
      const message = glob.hint === undefined ? glob.message : `${glob.message} ${glob.hint}`;
      problems.push({ ...problem('bad-glob', message, place), range });
      return [];
    }),
  );
}

/** The globs of a comma list, each with its own range where the source shows the text as it is. */
function globsIn(value: string, { source, path }: Place): Located[] {
  const whole = [...source.path, ...path];
  const range = source.parts.range(whole);
  const written = source.parts.text(whole);
  const shift = written === value ? 0 : written.slice(1, -1) === value ? 1 : undefined;
  return splitGlobs(value).map((part) => {
    if (shift === undefined || range.start.line !== range.end.line) return { value: part.source, range };
    const { line, character } = range.start;
    return {
      value: part.source,
      range: {
        start: { line, character: character + shift + part.start },
        end: { line, character: character + shift + part.end },
      },
    };
  });
}

function parseDiagnosticSelector(value: string): DiagnosticSelector {
  const slash = value.indexOf('/');
  return slash < 0
    ? { source: value.toLowerCase(), code: undefined }
    : { source: value.slice(0, slash).toLowerCase(), code: value.slice(slash + 1) };
}

function problem(code: ProblemCode, message: string, { source, path }: Place): Problem {
  const range = source.parts.range([...source.path, ...path]);
  return { code, severity: problemCodes[code].severity, message, uri: source.uri, range };
}
