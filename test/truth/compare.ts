import { scanRegions } from '../../src/core/comments/scanRegions';
import type { Region } from '../../src/core/comments/regions';
import { defaultTags } from '../../src/core/markers/defaultTags';
import { findMarkers } from '../../src/core/markers/findMarkers';
import type { CodeFile } from './codeFiles';

/** A marker that only one of the two found. */
export interface Disagreement {
  readonly languageId: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly found: 'ours' | 'theirs';
  /** What the line says. */
  readonly text: string;
}

export interface Comparison {
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
}

const tags = defaultTags.filter(({ kind }) => kind === 'debt');

/** The offsets of the debt markers in a text whose comments Leadlight finds. */
export function ourMarkers(text: string, languageId: string): readonly number[] {
  return markersIn(text, scanRegions(text, languageId));
}

/** The offsets of the debt markers in a text whose comments are given. */
export function markersIn(text: string, comments: readonly Region[]): readonly number[] {
  return findMarkers(text, comments, tags).map(({ start }) => start);
}

export function compare(file: CodeFile, comments: readonly Region[]): Comparison {
  const { text, languageId, path } = file;
  const ours = new Set(ourMarkers(text, languageId));
  const theirs = new Set(markersIn(text, comments));
  const missing = (from: ReadonlySet<number>, other: ReadonlySet<number>, found: 'ours' | 'theirs') =>
    [...from]
      .filter((start) => !other.has(start))
      .map((start) => ({ languageId, path, found, ...lineAt(text, start) }));
  return {
    agreed: [...ours].filter((start) => theirs.has(start)).length,
    disagreements: [...missing(ours, theirs, 'ours'), ...missing(theirs, ours, 'theirs')],
  };
}

function lineAt(text: string, offset: number): { readonly line: number; readonly text: string } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const rest = /^.*/.exec(text.slice(offset))?.[0] ?? '';
  return { line: before.length, text: `${before.at(-1) ?? ''}${rest}`.trim().slice(0, 160) };
}
