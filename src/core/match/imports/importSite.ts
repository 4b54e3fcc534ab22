/** Where a module is named in order to be imported. */
export interface ImportSite {
  /** In full: `a::b` for the `b` of `use a::{b}`; otherwise as it is written, without quotes. */
  readonly module: string;
  /** UTF-16 offsets of the name without its quotes; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where a relative import leads from the folder of the importing file: begins with `./` or `../`. */
  readonly path?: string;
  /** The site of `a` for the `b` of Python's `from a import b`, which may be a module and may be a name in `a`. */
  readonly within?: ImportSite;
}

/** A name and the place where it, or the last part of it, is written. */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The site of a name; without a path the name itself is one where it begins with `./` or `../`. */
export function importSite(name: Name, path = relativePath(name.text)): ImportSite {
  const site = { module: name.text, start: name.start, end: name.end };
  return path === undefined ? site : { ...site, path };
}

function relativePath(text: string): string | undefined {
  if (text === '.' || text === '..') return `${text}/`;
  return text.startsWith('./') || text.startsWith('../') ? text : undefined;
}
