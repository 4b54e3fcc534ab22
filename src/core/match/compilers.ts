import { compileGlob, type Glob, type GlobError } from '../text/globs';
import { compilePattern, type Pattern, type PatternError, type RegexEngine } from '../text/pattern';

/** How globs and patterns of guidance are compiled. */
export interface Compilers {
  glob(source: string): Glob | GlobError;
  pattern(source: string): Pattern | PatternError;
  /** What several entries have in common, made once; each `key` stands for one type. `undefined` is not remembered. */
  shared<T>(key: string, make: () => T): T;
}

/** Compilers that remember: a team writes the same few globs in most of its entries. */
export function createCompilers(engine?: RegexEngine): Compilers {
  const known = new Map<string, unknown>();
  return {
    glob: remembering(compileGlob),
    pattern: remembering((source: string) => compilePattern(source, engine)),
    shared<T>(key: string, make: () => T): T {
      const made = (known.get(key) as T | undefined) ?? make();
      known.set(key, made);
      return made;
    },
  };
}

function remembering<T>(compile: (source: string) => T): (source: string) => T {
  const known = new Map<string, T>();
  return (source) => {
    const found = known.get(source) ?? compile(source);
    known.set(source, found);
    return found;
  };
}
