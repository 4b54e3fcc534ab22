import { Minimatch } from 'minimatch';

/** One compiled pattern over paths that are relative to some folder, `/`-separated, with no leading `/`. */
export interface PathPattern {
  matches(path: string): boolean;

  /** True only where it is certain that every path inside `folder` matches. */
  coversFolder(folder: string): boolean;

  /** The leading segments without a wildcard: every path that matches begins with them. */
  readonly prefix: readonly string[];

  /** A segment without a wildcard that stands after `prefix` in every path that matches. */
  readonly segment?: string;

  /** What `extensionOf` gives for every path that matches. */
  readonly extension?: string;
}

/** What a pattern that matches a path says: that path, only what is inside it as a folder, or both. */
export type Reach = 'exact' | 'within' | 'both';

/**
 * Compiles segments of `*`, `?`, `[...]`, `**` and backslash escapes. Braces, `!` and extended patterns are
 * plain text. Time to match is linear in the length of the path for each segment of the pattern.
 * `segments` holds at least one segment, none of them empty, `.` or `..`.
 */
export function compilePathPattern(segments: readonly string[], reach: Reach): PathPattern {
  const literals = segments.map(literalOf);
  const firstMagic = literals.indexOf(undefined);
  if (firstMagic === -1) return literalPattern(literals as readonly string[], reach);

  const last = segments.at(-1)!;
  const endless = last === '**';
  const source = segments.join('/');
  const itself = reach === 'within' && !endless ? undefined : matcherOf(source);
  const inside = reach === 'exact' || endless ? undefined : matcherOf(`${source}/**`);
  const downward = endless ? itself : inside;
  const prefix = literals.slice(0, firstMagic) as readonly string[];
  const start = prefix.map((part) => `${part}/`).join('');
  const segment = literals.slice(firstMagic).find((literal) => literal !== undefined);
  const extension = reach === 'exact' ? extensionOfPattern(last) : undefined;
  const isOfName = reach === 'exact' && !endless;
  const [head, tail] = isOfName ? endsOfSegment(last) : ['', ''];
  const inner = isOfName ? pieceOfSegment(last) : (segment ?? '');
  // Most globs are a folder and all that is in it.
  const isFolder = endless && firstMagic === segments.length - 1 && start !== '';
  return {
    matches: isFolder
      ? (path) => path.length > start.length && path.startsWith(start)
      : (path) =>
          path.startsWith(start) &&
          path.endsWith(tail) &&
          path.startsWith(head, path.lastIndexOf('/') + 1) &&
          path.includes(inner) &&
          (itself?.match(path) || inside?.match(path) || false),
    coversFolder: (folder) => downward?.match(`${folder}/${noName}`) ?? false,
    prefix,
    ...(segment === undefined ? {} : { segment }),
    ...(extension === undefined ? {} : { extension }),
  };
}

/** From the last dot of the file name, dot included: `.ts`, and `.gitignore` for `a/.gitignore`. */
export function extensionOf(path: string): string | undefined {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot) : undefined;
}

/** The text that a segment stands for; `undefined` where it holds a wildcard. */
export function literalOf(segment: string): string | undefined {
  if (/^(?:[^*?[\\]|\\.)*$/su.test(segment)) return segment.replace(/\\(.)/gsu, '$1');
  return undefined;
}

/** No file can have this name, so that what matches it is a wildcard for any name. */
const noName = '\0';

function matcherOf(source: string): Minimatch {
  return new Minimatch(source, {
    dot: true,
    nobrace: true,
    noext: true,
    nonegate: true,
    nocomment: true,
    // Otherwise a backslash would separate folders on Windows only.
    platform: 'linux',
  });
}

function literalPattern(prefix: readonly string[], reach: Reach): PathPattern {
  const itself = prefix.join('/');
  const inside = `${itself}/`;
  const matches = (path: string) =>
    (reach !== 'within' && path === itself) || (reach !== 'exact' && path.startsWith(inside));
  return {
    matches,
    coversFolder: (folder) => reach !== 'exact' && `${folder}/`.startsWith(inside),
    prefix,
  };
}

/** What every name that matches begins and ends with: it is asked first, because most names differ in that. */
function endsOfSegment(segment: string): readonly [head: string, tail: string] {
  return [/^[^*?[\\]*/u.exec(segment)![0], /[^*?[\]\\]*$/u.exec(segment)![0]];
}

/** The longest text before a class or an escape that every name holds which matches. */
function pieceOfSegment(segment: string): string {
  const pieces = segment.replace(/[[\\].*$/su, '').split(/[*?]/u);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

function extensionOfPattern(segment: string): string | undefined {
  return extensionOf(endsOfSegment(segment)[1]);
}
