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
      visitCandidates(root, path, (entries) => {
        for (const { order, pattern } of entries) {
          if (!orders.has(order) && pattern.matches(path)) orders.add(order);
        }
      });
      return [...orders].sort((a, b) => a - b).map((order) => items[order]!.value);
    },
    lookupLast(path) {
      let last = everywhere.at(-1) ?? -1;
      visitCandidates(root, path, (entries) => {
        // Entries were added in the order of the items.
        for (let at = entries.length - 1; at >= 0 && entries[at]!.order > last; at--) {
          if (entries[at]!.pattern.matches(path)) last = entries[at]!.order;
        }
      });
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

function visitCandidates(root: Node, path: string, visit: (entries: readonly Entry[]) => void): void {
  let node: Node | undefined = root;
  for (let start = 0; node !== undefined;) {
    if (node.rest.length > 0) visit(node.rest);
    if (node.byExtension.size > 0) {
      const extension = extensionOf(path);
      const byExtension = extension === undefined ? undefined : node.byExtension.get(extension);
      if (byExtension !== undefined) visit(byExtension);
    }
    if (node.bySegment.size > 0) visitSegments(node.bySegment, path, { start, visit });
    if (node.children.size === 0 || start > path.length) break;
    const end = segmentEnd(path, start);
    node = node.children.get(path.slice(start, end));
    start = end + 1;
  }
}

function visitSegments(
  bySegment: ReadonlyMap<string, readonly Entry[]>,
  path: string,
  { start, visit }: { readonly start: number; readonly visit: (entries: readonly Entry[]) => void },
): void {
  for (let at = start; at <= path.length;) {
    const end = segmentEnd(path, at);
    const entries = bySegment.get(path.slice(at, end));
    if (entries !== undefined) visit(entries);
    at = end + 1;
  }
}

function segmentEnd(path: string, start: number): number {
  const slash = path.indexOf('/', start);
  return slash === -1 ? path.length : slash;
}

function getOrAdd<V>(map: Map<string, V>, key: string, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
