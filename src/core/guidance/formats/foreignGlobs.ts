import type { LocatedGlob } from '../../match/selector';
import { compileGlob, type Glob, type GlobError, isGlobError, splitGlobs } from '../../text/globs';
import type { PathPattern } from '../../text/pathPattern';

/** How another tool reads a glob, where that differs from ours. */
export interface GlobDialect {
  /**
   * Where a glob holds. `folder`: from the folder on, as ours. `names`: from the folder on, and one without `/` in any
   * folder. `anywhere`: any folder may stand before it, unless it begins with `/`.
   */
  readonly reach: 'folder' | 'names' | 'anywhere';
  readonly ignoresCase?: boolean;
}

/** A text with globs and where it stands: UTF-16 offsets in its source, `end` exclusive. */
export interface GlobText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface ForeignGlobs {
  readonly files: readonly LocatedGlob[];
  /** Globs that begin with `!`. */
  readonly except: readonly LocatedGlob[];
  readonly errors: readonly { readonly place: GlobText; readonly error: GlobError }[];
}

/** Reads comma lists of globs of another tool. `folder` is the URI, ending in `/`, that they are relative to. */
export function readForeignGlobs(
  texts: readonly GlobText[],
  { dialect, folder, rangeOf }: ForeignPlace,
): ForeignGlobs {
  const files: LocatedGlob[] = [];
  const except: LocatedGlob[] = [];
  const errors: { place: GlobText; error: GlobError }[] = [];
  for (const text of texts) {
    for (const part of splitGlobs(text.value)) {
      const isNot = part.source.startsWith('!');
      const place = placeOf(text, part);
      const glob = compileForeignGlob(isNot ? part.source.slice(1) : part.source, dialect, folder);
      if (isGlobError(glob)) errors.push({ place, error: glob });
      else (isNot ? except : files).push({ glob, range: rangeOf(place), written: part.source });
    }
  }
  return { files, except, errors };
}

interface ForeignPlace {
  readonly dialect: GlobDialect;
  readonly folder: string;
  rangeOf(place: GlobText): LocatedGlob['range'];
}

/** Only where the text stands in the source as it is can a part of it be pointed at. */
function placeOf(text: GlobText, part: { source: string; start: number; end: number }): GlobText {
  const isPlain = text.end - text.start === text.value.length;
  return isPlain
    ? { value: part.source, start: text.start + part.start, end: text.start + part.end }
    : { ...text, value: part.source };
}

/** A glob that matches what the other tool would match, relative to the folder. */
export function compileForeignGlob(
  source: string,
  { reach, ignoresCase = false }: GlobDialect,
  folder: string,
): Glob | GlobError {
  const ours = compileGlob(translations(source, reach, folder).join(','));
  if (isGlobError(ours) || !ignoresCase) return ours;
  const lower = compileGlob(translations(source.toLowerCase(), reach, folder.toLowerCase()).join(','));
  return isGlobError(lower) ? lower : withoutCase(lower);
}

function translations(source: string, reach: GlobDialect['reach'], folder: string): readonly string[] {
  const rooted = source.replace(/^\.?\//, '');
  if (reach === 'folder' || source.startsWith('/') || source.startsWith('**/')) return [rooted];
  if (reach === 'names') return [rooted.includes('/') ? rooted : `**/${rooted}`];
  return [`**/${rooted}`, ...afterFolder(rooted, folder)];
}

/** What is left of a glob that begins with the last names of the folder's own path, where those may match, too. */
function afterFolder(source: string, folder: string): readonly string[] {
  const names = decodeURI(folder).split('/').filter(Boolean);
  return names.flatMap((_, from) => {
    const head = `${names.slice(from).join('/')}/`;
    return source.startsWith(head) && source.length > head.length ? [source.slice(head.length)] : [];
  });
}

/** The pattern is lower case already; what an index could look up by is left out, as it compares letters. */
function withoutCase(glob: Glob): Glob {
  const alternatives = glob.alternatives.map((pattern): PathPattern => ({
    matches: (path) => pattern.matches(path.toLowerCase()),
    coversFolder: (path) => pattern.coversFolder(path.toLowerCase()),
    prefix: [],
  }));
  return {
    source: glob.source,
    alternatives,
    matches: (path) => alternatives.some((pattern) => pattern.matches(path)),
    coversFolder: (path) => alternatives.some((pattern) => pattern.coversFolder(path)),
  };
}
