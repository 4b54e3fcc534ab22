import type { Parts } from '../../guidance/parts';
import type { Problem } from '../../guidance/problem';
import { type ProblemCode, problemCodes } from '../../guidance/problemCodes';
import type { Path } from '../../guidance/yamlTree';
import type { Compilers } from '../../match/compilers';
import { compileGlobs, type LocatedGlob } from '../../match/selector';
import type { Glob } from '../../text/globs';
import type { Pattern } from '../../text/pattern';
import type { Mates } from './counterpart';
import { type KeyedPart, parsePointer } from './key';
import { compilePathTemplate, type PathTemplate } from './pathTemplate';

/** Where a predicate is written, and how its globs and patterns are compiled. */
export interface PredicateSource {
  readonly parts: Parts;
  /** URI of the source. */
  readonly uri: string;
  /** URI of the folder that globs are relative to, ending in `/`. */
  readonly folder: string;
  readonly compilers: Compilers;
}

/** Compiles the values of predicates. What cannot be read is a problem, and `undefined`. */
export class PredicateReader {
  readonly problems: Problem[] = [];
  /** Globs of files that are there after the change, so that they name some where nothing is misspelled. */
  readonly lasting: LocatedGlob[] = [];
  /** Whether something that was compiled may have to read files. */
  reads = false;
  readonly compilers: Compilers;
  readonly #source: PredicateSource;

  constructor(source: PredicateSource) {
    this.#source = source;
    this.compilers = source.compilers;
  }

  /** Whether all of a value was read: what does not fit the schema is left out of the data, and is a problem already. */
  isWhole(value: unknown, path: Path): boolean {
    if (this.#source.parts.lost(path).length > 0) return false;
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every((each, index) => this.isWhole(each, [...path, index]));
    return Object.entries(value).every(([key, each]) => this.isWhole(each, [...path, key]));
  }

  /** Whether no key of a mapping, or member of a list, was left out. */
  isComplete(path: Path): boolean {
    return this.#source.parts.lost(path).length === 0;
  }

  /** What guidance of this folder has in common; `key` is JSON. */
  shared<T>(key: unknown, make: () => T): T {
    return this.compilers.shared(JSON.stringify([this.#source.folder, key]), make);
  }

  globs(values: readonly string[], path: Path): readonly Glob[] | undefined {
    const before = this.problems.length;
    const found = compileGlobs(values, { source: { ...this.#source, path: [] }, path }, this.problems);
    if (lastingKeys.has(path.at(-1))) this.lasting.push(...found);
    return this.problems.length > before ? undefined : found.map(({ glob }) => glob);
  }

  /** The globs of Leadlight's own tables. */
  ownGlobs(globs: readonly string[]): readonly Glob[] {
    return globs.map((glob) => this.compilers.glob(glob)).filter((glob) => 'matches' in glob);
  }

  patterns(values: readonly string[], path: Path): readonly Pattern[] | undefined {
    return every(values, (value, index) => {
      const pattern = this.compilers.pattern(value);
      return 'matches' in pattern ? pattern : this.#refuse('bad-pattern', [...path, index], pattern.message);
    });
  }

  keyedParts(values: readonly string[], path: Path): readonly KeyedPart[] | undefined {
    return every(values, (source, index) => {
      const place = [...path, index];
      const [file = '', fragment] = source.split(/#(.*)/s);
      const pointer = fragment === undefined ? undefined : parsePointer(fragment);
      if (pointer === undefined || file === '') {
        const message = 'A "key" is a file and a part of it, such as "package.json#/dependencies".';
        return this.#refuse('bad-value', place, message);
      }
      const glob = this.compilers.glob(file);
      return 'matches' in glob
        ? { source, files: glob, pointer }
        : this.#refuse('bad-glob', place, glob.message);
    });
  }

  mates(
    values: readonly { readonly of: string; readonly is: readonly string[] }[],
    path: Path,
  ): readonly Mates[] | undefined {
    return every(values, (pair, index) => {
      const of = this.#template(pair.of, [...path, index, 'of']);
      const is = every(pair.is, (text, at) => {
        const place = [...path, index, 'is', at];
        const template = this.#template(text, place);
        const unknown = [...(template?.names ?? [])].find((name) => of !== undefined && !of.names.has(name));
        if (unknown === undefined) return template;
        return this.#refuse(
          'bad-value',
          place,
          `"{${unknown}}" does not stand in "of", so nothing says what it is.`,
        );
      });
      return of === undefined || is === undefined ? undefined : { of, is };
    });
  }

  #template(text: string, path: Path): PathTemplate | undefined {
    const template = compilePathTemplate(text);
    if (typeof template !== 'string') return template;
    return this.#refuse('bad-value', path, template);
  }

  #refuse(code: ProblemCode, path: Path, message: string): undefined {
    const range = this.#source.parts.range(path);
    this.problems.push({
      code,
      severity: problemCodes[code].severity,
      message,
      uri: this.#source.uri,
      range,
    });
  }
}

/** What is deleted or renamed has another place by now, what is added may be the first in its folder. */
const lastingKeys: ReadonlySet<PropertyKey | undefined> = new Set(['changed', 'modified', 'only']);

/** All results, or `undefined` where one is; each is asked for, so that each problem is told. */
function every<T, R>(
  values: readonly T[],
  read: (value: T, index: number) => R | undefined,
): readonly R[] | undefined {
  const results = values.map(read);
  return results.some((result) => result === undefined) ? undefined : (results as R[]);
}
