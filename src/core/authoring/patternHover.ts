import { languageIdOf } from '../comments/languages';
import { kindAt } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import { selectorPlaces, type SelectorPlace } from '../guidance/selectorSchema';
import type { CancelSignal } from '../host';
import { compileTextSearch } from '../match/textSearch';
import { counted } from '../text/counted';
import { cut } from '../text/cut';
import { compileGlob, type Glob, isGlobError } from '../text/globs';
import { escapeInline, markdownLink } from '../text/markdown';
import { compilePattern, type Pattern, type RegexEngine } from '../text/pattern';
import { takingTurns, type Turns } from '../turns';
import { refusal } from './globHover';
import { uriAt } from '../text/uriAt';

export interface PatternHoverInput {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** What globs are relative to, in the workspace folder: empty, or ending in `/`. */
  readonly folder: string;
  /** Which files the pattern is for, and what in them; `undefined` for a pattern that is about no file's text. */
  readonly scope: PatternScope | undefined;
  /** Those that are open first; paths are relative to the workspace folder. */
  readonly files: Iterable<string>;
  readonly engine: RegexEngine | undefined;
  /** The text of a file; `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
  readonly turns: Turns;
  readonly signal?: CancelSignal | undefined;
}

/** What stands beside a pattern in its mapping. */
export interface PatternScope {
  readonly files: readonly string[];
  readonly except: readonly string[];
  readonly languages: readonly string[];
  readonly in: SelectorPlace;
}

const shown = 5;
/** In UTF-16 units. */
const longestMatch = 60;
/** Whoever waits for a hover waits for so long at most. */
const budget = { milliseconds: 300, files: 100 } as const;

/** What a regular expression says, as Markdown: its first matches within a small budget, or why it is refused. */
export async function patternHover(source: string, input: PatternHoverInput): Promise<string | undefined> {
  const pattern = compilePattern(source, input.engine);
  if ('message' in pattern) return refusal(pattern);
  if (input.scope === undefined) return undefined;
  const { places, files, isAll } = await firstPlaces(pattern, input.scope, input);
  if (input.signal?.aborted) return undefined;
  const looked = isAll ? `all ${counted(files, 'file')}` : `the first ${counted(files, 'file')}`;
  if (files === 0) return isAll ? 'There is no file to look into.' : undefined;
  if (places.length === 0) return `No match in ${looked} that it is for.`;
  return [`First matches, in ${looked} that it is for:`, '', ...places].join('\n');
}

async function firstPlaces(pattern: Pattern, scope: PatternScope, input: PatternHoverInput) {
  const { read, turns, signal, root } = input;
  const ourTurn = takingTurns(turns);
  const end = turns.now() + budget.milliseconds;
  const isOver = () => signal?.aborted === true || turns.now() > end;
  const search = compileTextSearch([pattern]);
  const admits = admitting(scope, input.folder);
  const places: string[] = [];
  let files = 0;
  for (const path of input.files) {
    await ourTurn();
    if (places.length >= shown || files >= budget.files || isOver()) return { places, files, isAll: false };
    if (!admits(path)) continue;
    const text = await read(path);
    if (text === undefined) continue;
    const languageId = languageIdOf(path, text);
    if (scope.languages.length > 0 && !scope.languages.includes(languageId)) continue;
    files += 1;
    const { hits, complete } = search.find(text, { deadline: isOver });
    const regions = scope.in === 'any' || hits.length === 0 ? [] : scanRegions(text, languageId);
    const wanted = hits.filter(({ start }) => scope.in === 'any' || kindAt(regions, start) === scope.in);
    for (const { start, end: matchEnd } of wanted.slice(0, shown - places.length)) {
      const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
      const uri = `${uriAt(root, path)}#L${line}`;
      const matched = escapeInline(cut(text.slice(start, matchEnd), longestMatch));
      places.push(`- ${markdownLink(`${path}:${line}`, uri)} ${matched}`);
    }
    if (!complete) return { places, files, isAll: false };
  }
  return { places, files, isAll: true };
}

function admitting({ files, except }: PatternScope, folder: string): (path: string) => boolean {
  const included = globsOf(files);
  const excluded = globsOf(except);
  return (path) => {
    if (!path.startsWith(folder)) return false;
    const inside = path.slice(folder.length);
    return (
      (files.length === 0 || included.some((glob) => glob.matches(inside))) &&
      !excluded.some((glob) => glob.matches(inside))
    );
  };
}

function globsOf(sources: readonly string[]): readonly Glob[] {
  return sources.flatMap((source) => {
    const glob = compileGlob(source);
    return isGlobError(glob) ? [] : [glob];
  });
}

/** The scope that a mapping of values gives to a pattern in it. */
export function scopeIn(mapping: Readonly<Record<string, unknown>>): PatternScope {
  const texts = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  return {
    files: texts(mapping['files']),
    except: texts(mapping['except']),
    languages: texts(mapping['languages']).flatMap((ids) => ids.split(',').map((id) => id.trim())),
    in: selectorPlaces.find((place) => place === mapping['in']) ?? 'code',
  };
}
