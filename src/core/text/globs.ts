import { endOfClass, expandBraces } from './braces';
import { compilePathPattern, literalOf, type PathPattern } from './pathPattern';

/**
 * A glob of a guidance file, relative to a base folder. Case-sensitive, dot files included; `*` and `?` stay
 * inside a segment, `**` crosses segments, `[...]` is a class, `{a,b}` are alternatives, and commas outside
 * braces separate alternatives too. A last segment without a wildcard names a file or a folder, and a folder
 * stands for all that is in it: `src`, `src/` and `src/**` govern the same files.
 */
export interface Glob {
  /** As it was written. */
  readonly source: string;
  readonly alternatives: readonly PathPattern[];
  matches(path: string): boolean;
  /** True only where it is certain that every path inside `folder` matches. */
  coversFolder(folder: string): boolean;
}

/** Why a text is no glob, in a sentence, and what to write in its place. */
export interface GlobError {
  readonly message: string;
  readonly hint?: string;
}

/** One glob of a comma list: UTF-16 offsets into the value, `end` exclusive, outer spaces left out. */
export interface GlobPart {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Limits of one glob, after the split at commas. */
export const globLimits = { characters: 256, stars: 8, alternatives: 256 } as const;

export function compileGlob(source: string): Glob | GlobError {
  const parts = splitGlobs(source);
  if (parts.length === 0) return { message: 'The glob is empty.', hint: 'Write `**` for every file.' };
  const alternatives: PathPattern[] = [];
  for (const part of parts) {
    const compiled = compilePart(part.source);
    if ('message' in compiled) return compiled;
    alternatives.push(...compiled);
  }
  return {
    source,
    alternatives,
    matches: (path) => alternatives.some((alternative) => alternative.matches(path)),
    coversFolder: (folder) => alternatives.some((alternative) => alternative.coversFolder(folder)),
  };
}

export function isGlobError(result: Glob | GlobError): result is GlobError {
  return 'message' in result;
}

/** The glob that admits a path, and no other. */
export function literalGlob(path: string): string {
  return path.replace(/[*?[\]{},]/g, '[$&]').replace(/^!/, './!');
}

/** Splits at the commas that stand outside braces and classes; empty parts are left out. */
export function splitGlobs(value: string): readonly GlobPart[] {
  const parts: GlobPart[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= value.length; at++) {
    const character = value[at];
    if (character === '[') at = (endOfClass(value, at) ?? at + 1) - 1;
    else if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (character === undefined || (character === ',' && depth === 0)) {
      const source = value.slice(start, at).trim();
      const from = start + value.slice(start, at).search(/\S/u);
      if (source !== '') parts.push({ source, start: from, end: from + source.length });
      start = at + 1;
    }
  }
  return parts;
}

function compilePart(source: string): readonly PathPattern[] | GlobError {
  const error = checkPart(source);
  if (error !== undefined) return error;
  const texts = expandBraces(source, globLimits.alternatives);
  if (texts === 'unbalanced') {
    return {
      message: 'A brace in this glob has no partner.',
      hint: 'Write `{a,b}` for alternatives, and `[{]` for the character itself.',
    };
  }
  if (texts === 'tooMany') {
    return {
      message: `The braces of this glob give more than ${globLimits.alternatives} alternatives.`,
      hint: 'Write several globs.',
    };
  }
  const patterns: PathPattern[] = [];
  for (const text of texts) {
    const pattern = compileText(text);
    if ('message' in pattern) return pattern;
    patterns.push(pattern);
  }
  return patterns;
}

function checkPart(source: string): GlobError | undefined {
  if (source.length > globLimits.characters) {
    return {
      message: `The glob has ${source.length} characters; at most ${globLimits.characters} are read.`,
      hint: 'Write several globs.',
    };
  }
  const stars = source.match(/\*+/gu)?.length ?? 0;
  if (stars > globLimits.stars) {
    return {
      message: `The glob has ${stars} stars; at most ${globLimits.stars} are read, and \`**\` counts as one.`,
      hint: 'Write several globs.',
    };
  }
  if (source.includes('\\')) {
    return {
      message: 'A glob has no backslashes.',
      hint: 'Separate folders with `/`, and put a special character in brackets to mean itself, as in `[*]`.',
    };
  }
  if (source.startsWith('!')) {
    return {
      message: 'A glob does not begin with `!`.',
      hint: 'Say what is left out under `except`; for a name that begins with `!`, write `./!name`.',
    };
  }
  if (/[?*+@!]\([^()]*\|/u.test(source)) {
    return { message: 'Patterns such as `@(a|b)` are not read.', hint: 'Write `{a,b}`.' };
  }
  return undefined;
}

/** `text` has no braces left that mean anything. */
function compileText(text: string): PathPattern | GlobError {
  if (text === '') {
    return { message: 'An alternative of this glob is empty.', hint: 'Write `**` for every file.' };
  }
  const segments = text.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.includes('..')) {
    return {
      message: 'A glob does not leave its folder with `..`.',
      hint: 'Write this guidance in a `.leadlight` folder further up.',
    };
  }
  // `/`, `.` and `./` are the base folder.
  if (segments.length === 0) return compilePathPattern(['**'], 'exact');
  if (/(?:^|\/)\.?$/u.test(text)) return compilePathPattern(segments, 'within');
  return compilePathPattern(segments, literalOf(segments.at(-1)!) === undefined ? 'exact' : 'both');
}
