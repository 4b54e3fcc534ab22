import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { scanRegions } from '../../comments/scanRegions';
import { limits } from '../../guidance/limits';
import { rangeOf } from '../../guidance/parts';
import { parseYaml, type YamlTree } from '../../guidance/yamlTree';

/** A text in JSON, with or without comments, or in YAML. */
export interface KeyedText {
  /** One for each YAML document. */
  readonly values: readonly unknown[];
  /** Where things stand, offsets being those of `text`; empty where that is not known. */
  readonly trees: () => readonly YamlTree[];
  readonly text: string;
}

/** Values nested deeper are not compared. */
const maxDepth = 200;

/** In UTF-16 units: reading more YAML takes a noticeable time. */
const maxYaml = limits.guidanceFileBytes;
/** The same for JSON, whose values are read much faster than where they stand. */
const maxPlaces = 100_000;

/** `undefined` where a text is neither, or too deep. The end of its name tells YAML from JSON. */
export function readKeyed(text: string, path: string): KeyedText | undefined {
  if (text.trim() === '') return { values: [], trees: () => [], text };
  return /\.ya?ml$/i.test(path) ? readYaml(text) : readJson(text);
}

/**
 * The places in the new text of what has another value at a pointer: of a mapping the entries that differ; `undefined`
 * in the place of a range where the part is gone.
 */
export function changedParts(
  old: KeyedText,
  now: KeyedText,
  pointer: readonly string[],
): readonly (Range | undefined)[] {
  const before = old.values.map((value) => valueAt(value, pointer));
  const after = now.values.map((value) => valueAt(value, pointer));
  const count = Math.max(before.length, after.length);
  const changed = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !isSame(before[index], after[index]),
  );
  if (changed.length === 0) return [];
  const document = TextDocument.create('', '', 0, now.text);
  const trees = now.trees();
  return changed.flatMap((index) => {
    const tree = treeAt(trees[index], pointer);
    if (tree === undefined) return [undefined];
    const entries = [...(isMapping(before[index]) ? (tree.keys ?? []) : [])].filter(
      ([key, pair]) => !isSame(valueAt(before[index], [key]), pair.tree.value),
    );
    if (entries.length === 0) return [rangeOf(document, tree)];
    return entries.map(([, pair]) => rangeOf(document, { start: pair.keyStart, end: pair.tree.end }));
  });
}

function readYaml(text: string): KeyedText | undefined {
  if (text.length > maxYaml) return undefined;
  const { trees, broken } = parseYaml(text);
  return broken ? undefined : { values: trees.map(({ value }) => value), trees: () => trees, text };
}

/** Where JSON itself cannot be read, comments are blanked out, and YAML, which holds JSON, allows a last comma. */
function readJson(text: string): KeyedText | undefined {
  const plain = text.replace(/^\ufeff/, ' ');
  try {
    const value: unknown = JSON.parse(plain);
    if (isDeeper(value, maxDepth)) return undefined;
    return { values: [value], trees: () => (plain.length > maxPlaces ? [] : parseYaml(plain).trees), text };
  } catch {
    const blank = withoutComments(plain);
    return /^\s*[[{]/.test(blank) ? readYaml(blank) : undefined;
  }
}

function withoutComments(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, start, end } of scanRegions(text, 'jsonc')) {
    if (kind !== 'comment') continue;
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** `undefined` where there is none: no value of JSON is. */
function valueAt(value: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    return (at as Readonly<Record<string, unknown>>)[step];
  }, value);
}

function treeAt(tree: YamlTree | undefined, pointer: readonly string[]): YamlTree | undefined {
  return pointer.reduce<YamlTree | undefined>(
    (at, step) => (at?.items === undefined ? at?.keys?.get(step)?.tree : at.items[Number(step)]),
    tree,
  );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By value; the order of keys does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
