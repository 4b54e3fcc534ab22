import { splitGlobs } from '../../text/globs';
import type { YamlPair, YamlTree } from '../yamlTree';
import type { Piece } from './decisionText';

interface PartPieces {
  readonly text: string;
  readonly name: Piece;
  readonly statusPieces: readonly Piece[];
  readonly sections: ReadonlyMap<string, Piece>;
  readonly files: readonly Piece[];
  readonly symbols: readonly Piece[];
  readonly checklist: readonly Piece[];
}

/** Where the parts of a decision stand, as a tree that its selector is compiled from. */
export function partsOf({
  text,
  name,
  statusPieces,
  sections,
  files,
  symbols,
  checklist,
}: PartPieces): YamlTree {
  const scope = new Map<string, YamlPair>();
  const globs = files.flatMap(globsIn).map(lenientGlob);
  if (globs.length > 0) scope.set('files', pairOf(globs));
  if (symbols.length > 0) scope.set('symbols', pairOf(symbols.flatMap(listIn)));
  const keys = new Map<string, YamlPair>([['title', pairOf([name])]]);
  if (statusPieces.length > 0) keys.set('status', pairOf(statusPieces));
  for (const key of ['context', 'decision', 'consequences']) {
    const piece = sections.get(key);
    if (piece !== undefined) keys.set(key, pairOf([piece]));
  }
  if (checklist.length > 0) keys.set('checklist', pairOf(checklist));
  if (scope.size > 0) {
    const tree: YamlTree = { value: null, keys: scope, ...span([...globs, ...symbols]) };
    keys.set('applies', { keyStart: tree.start, keyEnd: tree.end, tree });
  }
  return { value: null, keys, start: 0, end: text.trimEnd().length };
}

function pairOf(pieces: readonly Piece[]): YamlPair {
  const { start, end } = span(pieces);
  return { keyStart: start, keyEnd: end, tree: { value: null, items: pieces, start, end } };
}

function span(pieces: readonly Piece[]) {
  return {
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
  };
}

/** The parts of a comma list that are globs, and not words or a sentence about what a decision is about. */
function globsIn({ value, start, end }: Piece): readonly Piece[] {
  const shift = value.length === end - start ? start : undefined;
  return splitGlobs(value)
    .filter(({ source }) => /[/*.]/.test(source) && !/\s/.test(source))
    .map((part) =>
      shift === undefined
        ? { value: part.source, start, end }
        : { value: part.source, start: shift + part.start, end: shift + part.end },
    );
}

/** A name without a folder is meant wherever it is, and quotes around a glob are none of it. */
function lenientGlob({ value, start, end }: Piece): Piece {
  const bare = value.replace(/^[`"']+|[`"']+$/g, '');
  return {
    value: bare.includes('/') || bare === '**' ? bare.replace(/^\.?\/(?=.)/, '') : `**/${bare}`,
    start,
    end,
  };
}

/** What those keys say it governs; `undefined` where they say nothing. */
export function scopeOf(keys: YamlTree) {
  const scope = keys.keys?.get('applies')?.tree.keys;
  if (scope === undefined) return undefined;
  const values = (key: string) => scope.get(key)?.tree.items?.map(({ value }) => String(value));
  const [files, symbols] = [values('files'), values('symbols')];
  return { ...(files && { files }), ...(symbols && { symbols }) };
}

function listIn({ value, start, end }: Piece): readonly Piece[] {
  return value
    .split(',')
    .map((part) => ({ value: part.replace(/[`"']/g, '').trim(), start, end }))
    .filter((part) => part.value !== '');
}
