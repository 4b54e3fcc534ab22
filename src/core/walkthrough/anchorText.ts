import type { Range } from 'vscode-languageserver-types';
import { languageIdOf } from '../comments/languages';
import { type AnchorText, readAnchorText } from '../text/contentAnchor';
import { type Declaration, outlineOf } from './outline';

/** A text in which anchors are looked for; what is worked out of it is worked out once, and when it is needed. */
export interface ReadText {
  /** Every line end is `\n`. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly outline: readonly Declaration[];
  /** For anchors by content. */
  readonly content: AnchorText;
  /** The range of two UTF-16 offsets of `text`. */
  rangeOf(start: number, end: number): Range;
}

/** `path` tells the language. */
export function readText(written: string, path: string): ReadText {
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  const content = once(() => readAnchorText(text));
  const outline = once(() => outlineOf(text, languageIdOf(path, text)));
  const starts = once(() => lineStarts(text));
  const lines = once(() => text.split('\n'));
  const positionOf = (offset: number) => {
    const line = lineAt(starts(), offset);
    return { line, character: offset - starts()[line]! };
  };
  return {
    text,
    get lines() {
      return lines();
    },
    get outline() {
      return outline();
    },
    get content() {
      return content();
    },
    rangeOf: (start, end) => ({ start: positionOf(start), end: positionOf(end) }),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
