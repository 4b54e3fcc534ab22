import type { Region } from '../comments/regions';
import { scanChains, type Chain } from './chains';

export interface Symbols {
  /** Every place where a pattern matches, by start and then by pattern. */
  find(text: string, regions: readonly Region[]): readonly SymbolMatch[];
}

export interface SymbolMatch {
  /** The index of the pattern in the list that was compiled. */
  readonly pattern: number;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A name without `*` that has more parts than this is nobody's, and matches nothing. */
export const maxSymbolParts = 16;

/**
 * Identifiers and dotted names, found as whole identifiers in code, also inside a longer chain: `Date.now` is in
 * `globalThis.Date.now()`. `::`, `->`, `?.` and `\` in a pattern are dots, and an `@` in front is left out.
 *
 * `*` stands for any characters, dots included. A pattern with `*` is found once in a chain at most: it starts at the
 * leftmost identifier and stops at the last one that it can, so `console.*` covers all of `console.log.bind`.
 *
 * One pass over the text: the exact patterns are one tree of names, and each pattern with `*` is tried once for each
 * different chain.
 */
export function compileSymbols(patterns: readonly string[]): Symbols {
  const root: NameNode = { next: new Map(), patterns: [] };
  const wildcards: Wildcard[] = [];
  patterns.forEach((written, pattern) => {
    const name = written.replace(/\?\.|::|->|\\/g, '.').replace(/^[@.]+/, '');
    if (name.includes('*')) wildcards.push({ pattern, spanIn: compileChainWildcard(name) });
    else addName(root, name.split('.'), pattern);
  });

  return {
    find: (text, regions) => {
      const matches: SymbolMatch[] = [];
      const spansOf = new Map<string, readonly Span[]>();
      scanChains(text, regions, (chain) => {
        const first = matches.length;
        findNames(root, chain, matches);
        if (wildcards.length > 0) {
          const joined = chain.length === 1 ? chain.names[0]! : chain.names.slice(0, chain.length).join('.');
          let spans = spansOf.get(joined);
          if (spans === undefined) spansOf.set(joined, (spans = spansIn(joined, wildcards)));
          for (const { pattern, from, to } of spans) {
            matches.push({ pattern, start: chain.starts[from]!, end: chain.ends[to]! });
          }
        }
        if (matches.length > first + 1) {
          for (const match of matches.splice(first).sort(byStartThenPattern)) matches.push(match);
        }
      });
      return matches;
    },
  };
}

interface NameNode {
  readonly next: Map<string, NameNode>;
  /** The patterns that end here. */
  readonly patterns: number[];
}

interface Wildcard {
  readonly pattern: number;
  readonly spanIn: (chain: string) => { readonly start: number; readonly end: number } | undefined;
}

/** From which name of a chain to which, both included. */
interface Span {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

function addName(root: NameNode, parts: readonly string[], pattern: number): void {
  if (parts.length > maxSymbolParts) return;
  let node = root;
  for (const part of parts) {
    let next = node.next.get(part);
    if (next === undefined) node.next.set(part, (next = { next: new Map(), patterns: [] }));
    node = next;
  }
  node.patterns.push(pattern);
}

function findNames(root: NameNode, { length, names, starts, ends }: Chain, matches: SymbolMatch[]): void {
  for (let from = 0; from < length; from++) {
    let node = root.next.get(names[from]!);
    for (let to = from; node !== undefined;) {
      for (const pattern of node.patterns) matches.push({ pattern, start: starts[from]!, end: ends[to]! });
      to++;
      node = to < length ? node.next.get(names[to]!) : undefined;
    }
  }
}

function spansIn(chain: string, wildcards: readonly Wildcard[]): readonly Span[] {
  const dotsBefore = (offset: number) => chain.slice(0, offset).split('.').length - 1;
  const spans: Span[] = [];
  for (const { pattern, spanIn } of wildcards) {
    const span = spanIn(chain);
    if (span !== undefined) spans.push({ pattern, from: dotsBefore(span.start), to: dotsBefore(span.end) });
  }
  return spans;
}

/**
 * Finds the leftmost and longest run of whole names of a chain that a pattern with `*` matches.
 * What stands before the first star is looked for as early as possible, what stands between stars as early as it then
 * fits, what stands behind the last as late as possible. A later start would only leave less room, and nothing that
 * matches can be left behind the latest end, so there is one answer for each chain and nothing is tried twice.
 */
function compileChainWildcard(pattern: string): Wildcard['spanIn'] {
  const pieces = pattern.split('*');
  const first = pieces.shift()!;
  const last = pieces.pop()!;
  const between = pieces.filter((piece) => piece !== '');
  return (chain) => {
    let start = 0;
    if (first !== '') {
      start = chain.indexOf(first);
      while (start > 0 && chain[start - 1] !== '.') start = chain.indexOf(first, start + 1);
      if (start < 0) return undefined;
    }
    let at = start + first.length;
    for (const piece of between) {
      const found = chain.indexOf(piece, at);
      if (found < 0) return undefined;
      at = found + piece.length;
    }
    if (last === '') return { start, end: chain.length };
    for (let found = chain.lastIndexOf(last); found >= at; found = chain.lastIndexOf(last, found - 1)) {
      const end = found + last.length;
      if (end === chain.length || chain[end] === '.') return { start, end };
      // A position below zero would be read as zero.
      if (found === 0) break;
    }
    return undefined;
  };
}

function byStartThenPattern(a: SymbolMatch, b: SymbolMatch): number {
  return a.start - b.start || a.pattern - b.pattern;
}
