import { extensionOf, type PathPattern } from '../text/pathPattern';

/** Finds the items whose globs admit a path, without asking those that cannot. */
export interface GlobIndex<T> {
  /** In the order of the items. */
  lookup(path: string): readonly T[];

  /** The last of what `lookup` gives, without asking for the others; `undefined` where nothing admits the path. */
  lookupLast(path: string): T | undefined;
}

export interface GlobIndexItem<T> {
  /** An item without globs admits every path. */
  readonly globs: readonly { readonly alternatives: readonly PathPattern[] }[];
  readonly value: T;
}

/**
 * A trie over the literal leading segments of the patterns. What is left in a node is kept under one literal
 * segment that the path must hold, else under the extension, else in a list that every path here has to try.
 */
export function createGlobIndex<T>(items: readonly GlobIndexItem<T>[]): GlobIndex<T> {
  const root = createNode();
  const everywhere: number[] = [];
  for (const [order, item] of items.entries()) {
    if (item.globs.length === 0) everywhere.push(order);
    for (const glob of item.globs) {
      for (const pattern of glob.alternatives) insert(root, { order, pattern });
    }
  }
  return {
    lookup(path) {
      const orders = new Set(everywhere);
      for (const entries of candidates(root, path)) {
        for (const { order, pattern } of entries) {
          if (!orders.has(order) && pattern.matches(path)) orders.add(order);
        }
      }
      return [...orders].sort((a, b) => a - b).map((order) => items[order]!.value);
    },
    lookupLast(path) {
      let last = everywhere.at(-1) ?? -1;
      for (const entries of candidates(root, path)) {
        // Entries were added in the order of the items.
        for (let at = entries.length - 1; at >= 0 && entries[at]!.order > last; at--) {
          if (entries[at]!.pattern.matches(path)) last = entries[at]!.order;
        }
      }
      return items[last]?.value;
    },
  };
}

interface Entry {
  /** Index of the item. */
  readonly order: number;
  readonly pattern: PathPattern;
}

interface Node {
  readonly children: Map<string, Node>;
  readonly bySegment: Map<string, Entry[]>;
  readonly byExtension: Map<string, Entry[]>;
  readonly rest: Entry[];
}

function createNode(): Node {
  return { children: new Map(), bySegment: new Map(), byExtension: new Map(), rest: [] };
}

function insert(root: Node, entry: Entry): void {
  let node = root;
  for (const name of entry.pattern.prefix) node = getOrAdd(node.children, name, createNode);
  const { segment, extension } = entry.pattern;
  if (segment !== undefined) getOrAdd(node.bySegment, segment, () => []).push(entry);
  else if (extension !== undefined) getOrAdd(node.byExtension, extension, () => []).push(entry);
  else node.rest.push(entry);
}

function candidates(root: Node, path: string): readonly (readonly Entry[])[] {
  const found: (readonly Entry[])[] = [];
  const extension = extensionOf(path);
  let node: Node | undefined = root;
  for (let start = 0; node !== undefined;) {
    if (node.rest.length > 0) found.push(node.rest);
    const byExtension = extension === undefined ? undefined : node.byExtension.get(extension);
    if (byExtension !== undefined) found.push(byExtension);
    if (node.bySegment.size > 0) {
      for (const segment of path.slice(start).split('/')) {
        const bySegment = node.bySegment.get(segment);
        if (bySegment !== undefined) found.push(bySegment);
      }
    }
    if (node.children.size === 0 || start > path.length) break;
    const slash = path.indexOf('/', start);
    const end = slash === -1 ? path.length : slash;
    node = node.children.get(path.slice(start, end));
    start = end + 1;
  }
  return found;
}

function getOrAdd<V>(map: Map<string, V>, key: string, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
