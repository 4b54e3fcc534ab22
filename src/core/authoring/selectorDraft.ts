import { kindAt } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import { scanChains } from '../match/chains';
import { findImports } from '../match/imports';
import { resolveImport } from '../match/importPatterns';
import type { MarkedText } from '../match/codeTokens';
import type { CodeSelection } from './codeSelection';

/** Keys of a selector that locate a place. */
export interface SelectorDraft {
  readonly imports?: readonly string[];
  readonly symbols?: readonly string[];
  readonly text?: string;
  readonly in?: 'comment' | 'string';
}

/**
 * What makes a selection particular, the best first: the modules that it imports, the name or the call that it is, its
 * text. Whether one finds the selection again is for who asks to see. `folder` is the path of the guidance's folder.
 */
export function selectorDrafts(selection: CodeSelection, folder: string): readonly SelectorDraft[] {
  const { text, languageId, start, end } = selection;
  const source = { text, regions: scanRegions(text, languageId) };
  const modules = importedModules(source, selection, folder);
  const symbol = symbolIn(source, selection);
  const pattern = patternOf(text.slice(start, end));
  const kind = kindAt(source.regions, start);
  return [
    ...(modules.length > 0 ? [{ imports: modules }] : []),
    ...(symbol === undefined ? [] : [{ symbols: [symbol] }]),
    ...(pattern === '' ? [] : [{ text: pattern, ...(kind !== 'code' && { in: kind }) }]),
  ];
}

function importedModules(source: MarkedText, selection: CodeSelection, folder: string): readonly string[] {
  const isIn = (site: { readonly start: number; readonly end: number }) =>
    site.start < selection.end && site.end > selection.start;
  const sites = findImports(source.text, source.regions, selection.languageId).filter(isIn);
  const named = sites
    // A name out of a module that is there itself says no more.
    .filter(({ within }) => within === undefined || !isIn(within))
    .map(({ module, path }) =>
      path === undefined ? module : resolveImport(selection.path.slice(folder.length), path),
    );
  return [...new Set(named)];
}

interface NamedChain {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The name that the selection is, or the first call in it of something that has a name outside of this file. */
function symbolIn(source: MarkedText, { start, end }: CodeSelection): string | undefined {
  const chains: NamedChain[] = [];
  const locals = new Set<string>();
  scanChains(source.text, source.regions, ({ length, names, starts, ends }) => {
    if (length === 1 && isBound(source.text, ends[0]!)) locals.add(names[0]!);
    const inside = names
      .slice(0, length)
      .flatMap((_, at) => (starts[at]! >= start && ends[at]! <= end ? [at] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first !== undefined && last !== undefined)
      chains.push({ names: names.slice(first, last + 1), start: starts[first]!, end: ends[last]! });
  });
  const whole = chains.find((chain) => chain.start === start && chain.end === end);
  const call = chains.find(
    ({ names, end: after }) =>
      names.length > 1 && /^\s*\(/.test(source.text.slice(after, after + 20)) && !isLocal(names[0]!, locals),
  );
  return (whole ?? call)?.names.join('.');
}

/** Whether what stands behind a name gives it a value: it is assigned, typed, a parameter, or goes through a list. */
export function isBound(text: string, end: number): boolean {
  return /^\s*(?:[=:)]|(?:of|in)\b)/.test(text.slice(end, end + 20));
}

export function isLocal(name: string, locals: ReadonlySet<string>): boolean {
  return /^(?:this|self|cls|super)$/.test(name) || (locals.has(name) && !/^\p{Lu}/u.test(name));
}

/** A longer pattern is one that nobody reads. */
const longestPattern = 200;

/**
 * A pattern for a code, whose white space may be any other; for as many words of it as a pattern should hold. Empty
 * where it begins with what no pattern can name.
 */
export function patternOf(code: string): string {
  const [readable = ''] = /^\P{Surrogate}*/u.exec(code) ?? [];
  let pattern = '';
  for (const word of readable.trim().split(/[\t\n\f\r ]+/)) {
    const longer = pattern === '' ? escaped(word) : `${pattern}\\s+${escaped(word)}`;
    if (longer.length > longestPattern) return pattern === '' ? shortened(word) : pattern;
    pattern = longer;
  }
  return pattern;
}

/** As much of a word as a pattern should hold; no character is cut in two. */
function shortened(word: string): string {
  let pattern = '';
  for (const character of word) {
    if (pattern.length + 2 > longestPattern) break;
    pattern += escaped(character);
  }
  return pattern;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
