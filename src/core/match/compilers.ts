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
  return nextCompilers(engine, undefined).compilers;
}

/** Compilers, and what they have compiled. */
export interface CompilerRound {
  readonly compilers: Compilers;
  readonly globs: ReadonlyMap<string, Glob | GlobError>;
  readonly patterns: ReadonlyMap<string, Pattern | PatternError>;
}

/** Compilers that know what those of the round before had to compile, and nothing older. */
export function nextCompilers(
  engine: RegexEngine | undefined,
  before: CompilerRound | undefined,
): CompilerRound {
  const globs = new Map<string, Glob | GlobError>();
  const patterns = new Map<string, Pattern | PatternError>();
  const known = new Map<string, unknown>();
  const compilers: Compilers = {
    glob: remembering(globs, (source) => before?.globs.get(source) ?? compileGlob(source)),
    pattern: remembering(
      patterns,
      (source) => before?.patterns.get(source) ?? compilePattern(source, engine),
    ),
    shared<T>(key: string, make: () => T): T {
      const made = (known.get(key) as T | undefined) ?? make();
      known.set(key, made);
      return made;
    },
  };
  return { compilers, globs, patterns };
}

function remembering<T>(known: Map<string, T>, compile: (source: string) => T): (source: string) => T {
  return (source) => {
    const found = known.get(source) ?? compile(source);
    known.set(source, found);
    return found;
  };
}
