import { compileWildcard } from '../text/wildcard';
import type { ImportSite } from './imports';

export interface ImportPatterns {
  /**
   * Which patterns match which sites, by site and then by pattern.
   * `fromPath` is the importing file, relative to the guidance's base folder, with `/`.
   */
  find(sites: readonly ImportSite[], fromPath: string): readonly ImportMatch[];
}

export interface ImportMatch {
  /** The index of the pattern in the list that was compiled. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/**
 * `moment` matches that module alone, without what is below it; `*` stands for anything, separators included.
 * A pattern that begins with `./` is a path from the base folder. It matches relative imports by the path that they
 * resolve to; the extension may be left out on both sides. Any other pattern is compared with the text of the import.
 * A pattern that matches the module of a Python `from` import is not found again at the names behind `import`.
 */
export function compileImportPatterns(patterns: readonly string[]): ImportPatterns {
  const texts = createNameSet();
  const paths = createNameSet();
  patterns.forEach((text, pattern) => {
    if (text.startsWith('./')) paths.add(text.replace(sourceExtension, ''), pattern);
    else texts.add(text, pattern);
  });

  const matching = (site: ImportSite, fromPath: string): ReadonlySet<number> => {
    const found = new Set(texts.matching(site.module));
    for (const path of pathsOf(site, fromPath)) {
      for (const pattern of paths.matching(path)) found.add(pattern);
    }
    return found;
  };

  return {
    find: (sites, fromPath) => {
      const bySite = new Map<ImportSite, ReadonlySet<number>>();
      return sites.flatMap((site) => {
        const found = matching(site, fromPath);
        bySite.set(site, found);
        const already = site.within && bySite.get(site.within);
        return [...found]
          .filter((pattern) => !already?.has(pattern))
          .sort((a, b) => a - b)
          .map((pattern) => ({ pattern, start: site.start, end: site.end }));
      });
    },
  };
}

interface NameSet {
  add(text: string, pattern: number): void;
  /** One look-up for all exact names, one test for each name with a star. */
  matching(value: string): readonly number[];
}

function createNameSet(): NameSet {
  const exact = new Map<string, number[]>();
  const wildcards: { readonly pattern: number; readonly matches: (value: string) => boolean }[] = [];
  return {
    add: (text, pattern) => {
      if (text.includes('*')) wildcards.push({ pattern, matches: compileWildcard(text) });
      else if (exact.has(text)) exact.get(text)!.push(pattern);
      else exact.set(text, [pattern]);
    },
    matching: (value) => [
      ...(exact.get(value) ?? []),
      ...wildcards.filter(({ matches }) => matches(value)).map(({ pattern }) => pattern),
    ],
  };
}

/** A pattern may be written with the extension of a source file, although the import says another or none. */
const sourceExtension = /(?:\.d)?\.[cm]?[jt]sx?$|\.(?:py|rb|php)$/;

/** Only extensions that are known are left out: `./user.service` has none. */
const knownExtension =
  /(?:\.d)?\.[cm]?[jt]sx?$|\.(?:py|rb|php|vue|svelte|json|ya?ml|html?|css|s[ac]ss|less|svg|wasm|h|hh|hpp|hxx|inc|c|cc|cpp|cxx)$/;

/** The path that a relative import resolves to, with its extension and without. */
function pathsOf({ path }: ImportSite, fromPath: string): readonly string[] {
  if (path === undefined) return [];
  const resolved = resolveImport(fromPath, path);
  return [...new Set([resolved, resolved.replace(knownExtension, '')])];
}

/** `../db/pool` from `src/http/client.ts` is `./src/db/pool`. What leaves the base folder begins with `../`. */
export function resolveImport(fromPath: string, path: string): string {
  const segments: string[] = [];
  let outside = '';
  for (const segment of [...fromPath.split('/').slice(0, -1), ...path.split('/')]) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) outside += '../';
  }
  return (outside === '' ? './' : outside) + segments.join('/');
}
