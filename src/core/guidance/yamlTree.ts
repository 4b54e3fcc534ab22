import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type YAMLMap,
} from 'yaml';
import { inOneGo, type Steps } from '../turns';
import { limits } from './limits';
import { isYamlSyntax, type ProblemCode } from './problemCodes';
import { placeOfError, syntaxProblem } from './yamlSyntax';

/** A YAML value that knows where it stands. Offsets are UTF-16, `end` is exclusive. */
export interface YamlTree {
  /** Plain data: strings, numbers, booleans, null, arrays, and objects without a prototype. */
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  /** Of a mapping: its children by key. */
  readonly keys?: ReadonlyMap<string, YamlPair>;
  /** Of a list: its children. */
  readonly items?: readonly YamlTree[];
  /** Keys or indexes of children that were left out, because they did not fit. */
  readonly lost?: readonly string[];
}

export interface YamlPair {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly tree: YamlTree;
}

export interface YamlProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: {
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly newText: string;
  };
}

export interface YamlResult {
  /** One tree per YAML document; as much of a broken text as could be recovered. */
  readonly trees: readonly YamlTree[];
  readonly problems: readonly YamlProblem[];
  /** Whether the text is broken as YAML, so that an earlier version may know more. */
  readonly broken: boolean;
}

/** Parses any text: never throws, whatever the text is. Depth and size are bounded by `limits`. */
export function parseYaml(text: string): YamlResult {
  return inOneGo(yamlInSteps(text));
}

/** The same step by step. */
export function* yamlInSteps(text: string): Steps<YamlResult> {
  const parser = new Parser();
  // The library's own check of unique keys is quadratic.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false });
  const documents: Document.Parsed[] = [];
  let offset = 0;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes % lexemesAStep === 0) yield;
    for (const token of parser.next(lexeme))
      documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
    // The library itself recurses: far deeper nesting takes the process down from inside.
    if (parser.stack.length > limits.depth) return tooDeep(offset);
    offset = parser.offset;
  }
  for (const token of parser.end()) documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
  documents.push(...(composer.end() as Iterable<Document.Parsed>));

  yield;
  const builder = new TreeBuilder(text);
  const trees = documents.flatMap((document) => {
    // One error is enough: those that follow are mostly its echo.
    builder.problems.push(
      ...document.errors
        .slice(0, 1)
        .map(({ message, pos }) => syntaxProblem(text, message, placeOfError(document, message, pos))),
    );
    return document.contents === null ? [] : [builder.document(document.contents as Node)];
  });
  const broken = builder.problems.some(({ code }) => isYamlSyntax(code) || code === 'too-many-values');
  return { trees, problems: builder.problems, broken };
}

/** A fraction of a millisecond. */
const lexemesAStep = 64;

function tooDeep(offset: number): YamlResult {
  const message = `Values are nested more than ${limits.depth} levels deep here, so this file is not read.`;
  return {
    trees: [],
    problems: [{ code: 'too-deep', message, start: offset, end: offset + 1 }],
    broken: true,
  };
}

/** Turns the library's nodes into trees, expanding aliases within the limits. */
class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  /** Filled in document order, as YAML defines anchors; the library would search the document once per alias. */
  readonly #anchors = new Map<string, Node>();
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(node: Node): YamlTree {
    this.#anchors.clear();
    return this.#build(node, 0, { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });
  }

  #build(node: Node | null, depth: number, place: Place): YamlTree {
    this.#values++;
    if (this.#values > limits.values || depth > limits.depth) return this.#tooMany(place);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      // The values of an alias are the anchor's, but what a reader must look at is the alias.
      if (target !== undefined) return { ...this.#build(target, depth + 1, place), ...place };
      this.problems.push({
        ...syntaxProblem(this.#text, `the alias ${node.source} has no anchor`, [place.start, place.end]),
        code: 'unknown-alias',
      });
      return { value: `*${node.source}`, ...place };
    }
    if (isCollection(node) || isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    }
    if (isMap(node)) return this.#map(node, depth, place);
    if (isSeq(node)) {
      const items: YamlTree[] = [];
      for (const item of node.items) {
        items.push(this.#build(item as Node, depth + 1, placeOf(item as Node, place)));
        if (this.#values > limits.values) break;
      }
      return { value: items.map((item) => item.value), items, ...place };
    }
    return { value: isScalar(node) ? wellFormed(node.value) : null, ...place };
  }

  #map(node: YAMLMap, depth: number, place: Place): YamlTree {
    const keys = new Map<string, YamlPair>();
    const value = Object.create(null) as Record<string, unknown>;
    const merged: YamlTree[] = [];
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const { start: keyStart, end: keyEnd } = placeOf(keyNode, place);
      const mappings = isMergeKey(keyNode) ? this.#mappingsOf(pair.value as Node | null, depth, place) : [];
      if (mappings.length > 0) {
        merged.push(...mappings);
        continue;
      }
      const key = isScalar(keyNode) ? String(wellFormed(keyNode.value)) : this.#text.slice(keyStart, keyEnd);
      if (keys.has(key)) {
        const message = `"${key}" stands twice in this mapping; the first one counts.`;
        this.problems.push({ code: 'duplicate-key', message, start: keyStart, end: keyEnd });
        continue;
      }
      const tree = this.#build(
        pair.value as Node | null,
        depth + 1,
        placeOf(pair.value as Node | null, { start: keyStart, end: keyEnd }),
      );
      keys.set(key, { keyStart, keyEnd, tree });
      value[key] = tree.value;
    }
    // What the mapping says itself counts, then what was merged first.
    for (const [key, pair] of merged.flatMap((mapping) => [...(mapping.keys ?? [])])) {
      if (keys.has(key)) continue;
      keys.set(key, pair);
      value[key] = pair.tree.value;
    }
    return { value, keys, ...place };
  }

  /** The mappings that the value of a merge key stands for: one, or a list of them; none where it is no such value. */
  #mappingsOf(node: Node | null, depth: number, place: Place): readonly YamlTree[] {
    const target = isAlias(node) ? this.#anchors.get(node.source) : node;
    if (!isMap(target) && !isSeq(target)) return [];
    const tree = this.#build(target, depth + 1, placeOf(target, place));
    const mappings = tree.items ?? [tree];
    return mappings.every(({ keys }) => keys !== undefined) ? mappings : [];
  }

  #tooMany(place: Place): YamlTree {
    if (!this.problems.some(({ code }) => code === 'too-many-values')) {
      const message = `A file may have ${limits.values} values, aliases expanded; what follows is not read. Split the file.`;
      this.problems.push({ code: 'too-many-values', message, ...place });
    }
    return { value: null, ...place };
  }
}

/** Keys and indexes from the root of a tree to one of its values. */
export type Path = readonly PropertyKey[];

/** The value at a path, or `undefined` where there is none. One value may stand for a list that holds only it. */
export function descend(tree: YamlTree, path: Path): YamlTree | undefined {
  return path.reduce<YamlTree | undefined>((at, part) => {
    if (typeof part !== 'number') return at?.keys?.get(String(part))?.tree;
    return at?.items === undefined && part === 0 ? at : at?.items?.[part];
  }, tree);
}

/** A copy of the tree without the values at some paths, in one pass. */
export function without(tree: YamlTree, paths: readonly Path[]): YamlTree {
  const byFirst = new Map<string, Path[]>();
  for (const [first, ...rest] of paths) {
    const key = String(first);
    const together = byFirst.get(key);
    if (together === undefined) byFirst.set(key, [rest]);
    else together.push(rest);
  }
  const lost = [...(tree.lost ?? [])];
  const keep = (child: YamlTree, key: string): YamlTree | undefined => {
    const below = byFirst.get(key);
    if (below === undefined) return child;
    if (!below.some((path) => path.length === 0)) return without(child, below);
    lost.push(key);
    return undefined;
  };
  if (tree.items !== undefined) {
    const items = tree.items.flatMap((item, index) => keep(item, String(index)) ?? []);
    return { ...tree, items, value: items.map((item) => item.value), lost };
  }
  const keys = new Map<string, YamlPair>();
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, pair] of tree.keys ?? []) {
    const child = keep(pair.tree, key);
    if (child === undefined) continue;
    keys.set(key, { ...pair, tree: child });
    value[key] = child.value;
  }
  return { ...tree, keys, value, lost };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Escapes of YAML can make half characters, which no URI can hold. */
function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}

/** `<<` without quotes, which YAML 1.1 has, and which other tools still read: https://yaml.org/type/merge.html */
function isMergeKey(node: Node | null): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '<<';
}

function placeOf(node: Node | null, otherwise: Place): Place {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : otherwise;
}
