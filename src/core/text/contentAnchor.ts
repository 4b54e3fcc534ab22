/**
 * Lines of a text by what they say, so that they are found again after edits. JSON. At least one of its lines, or two
 * around them, are landmarks: the text had them only once. Indentation and trailing white space do not count.
 */
export interface ContentAnchor {
  /** 0-based, where they were last seen. */
  readonly line: number;
  readonly lines: readonly string[];
  /** The index in `lines` of their landmark; without one, the outermost of `before` and `after` are landmarks. */
  readonly landmark?: number;
  /**
   * The lines around as far as the next landmark, which `textEdge` may be; both empty where `lines` have one, and where
   * none is near: then the place cannot be told from others.
   */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What stands in an anchor for the place in front of the first line, and behind the last. */
export const textEdge = '\0';

export interface LineSpan {
  /** 0-based. */
  readonly start: number;
  /** The last line, itself included. */
  readonly end: number;
}

export type AnchorPlace =
  /** `moved`: other lines than it was last seen in. */
  | { readonly state: 'found' | 'moved'; readonly span: LineSpan }
  /** `ambiguous`: the lines are there, and it cannot be told which of several places is meant. */
  | { readonly state: 'ambiguous' | 'missing' };

/** A text that was read for anchors: once for as many as there are. */
export interface AnchorText {
  readonly lines: readonly string[];
  /** What is compared of each line, with the edges of the text around. */
  readonly keys: readonly string[];
  /** How often each key is there. */
  readonly counts: ReadonlyMap<string, number>;
}

export function readAnchorText(text: string): AnchorText {
  const lines = text.split(/\r\n|\r|\n/);
  const keys = [startEdge, ...lines.map(keyOf), endEdge];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { lines, keys, counts };
}

/** How far a landmark is looked for on each side. */
const maxContext = 50;

/** An anchor for some lines of a text, which has them. */
export function anchorAt({ lines, keys, counts }: AnchorText, { start, end }: LineSpan): ContentAnchor {
  const isLandmark = (at: number) => keys[at] !== '' && counts.get(keys[at]!) === 1;
  // `keys` begins with the edge, one in front of `lines`.
  const [first, last] = [start + 1, end + 1];
  const own = range(first, last).filter(isLandmark);
  // A longer line is less likely to be written once more.
  const landmark = own.toSorted((a, b) => keys[b]!.length - keys[a]!.length)[0];
  const about = { line: start, lines: lines.slice(start, end + 1) };
  if (landmark !== undefined) return { ...about, landmark: landmark - first, before: [], after: [] };
  const above = range(Math.max(first - maxContext, 0), first - 1).findLast(isLandmark);
  const below = range(last + 1, Math.min(last + maxContext, keys.length - 1)).find(isLandmark);
  if (above === undefined || below === undefined) return { ...about, before: [], after: [] };
  const raw = [textEdge, ...lines, textEdge];
  return { ...about, before: raw.slice(above, first), after: raw.slice(last + 1, below + 1) };
}

/**
 * Where the lines of an anchor are in a text. They are found only where they are there word for word, and their
 * landmark, or the two around them with all that is between, is still there once: better no place than a wrong one.
 * Linear in the lengths of both.
 */
export function resolveAnchor(anchor: ContentAnchor, text: AnchorText): AnchorPlace {
  const { lines, landmark, before, after } = anchor;
  const { keys, counts } = text;
  const wanted = [...before, ...lines, ...after].map(keyOf);
  if (before[0] === textEdge) wanted[0] = startEdge;
  if (after.at(-1) === textEdge) wanted[wanted.length - 1] = endEdge;
  const landmarks = landmark === undefined ? [0, wanted.length - 1] : [landmark];
  const isTold = landmark !== undefined || before.length > 0;
  if (isTold && landmarks.every((at) => counts.get(wanted[at]!) === 1)) {
    const [at] = placesOf(wanted, keys);
    if (at !== undefined) {
      const start = at - 1 + before.length;
      const span = { start, end: start + lines.length - 1 };
      return { state: start === anchor.line ? 'found' : 'moved', span };
    }
  }
  return { state: placesOfLines(lines, text).length > 0 ? 'ambiguous' : 'missing' };
}

/** The lines (0-based) where others stand one behind the other; indentation and trailing white space do not count. */
export function placesOfLines(lines: readonly string[], { keys }: AnchorText): readonly number[] {
  return placesOf(lines.map(keyOf), keys).map((at) => at - 1);
}

/** What no line can be, since it has a line end. */
const startEdge = '\n<';
const endEdge = '\n>';

function keyOf(line: string): string {
  return line.trim();
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

/** The first indexes of `wanted` in `keys`, by Knuth, Morris and Pratt. */
function placesOf(wanted: readonly string[], keys: readonly string[]): readonly number[] {
  // Of each beginning of `wanted`, the length of the longest shorter one that it ends with.
  const borders: number[] = [0];
  const step = (matched: number, key: string | undefined) => {
    let length = matched;
    while (length > 0 && wanted[length] !== key) length = borders[length - 1]!;
    return wanted[length] === key ? length + 1 : length;
  };
  for (let at = 1; at < wanted.length; at += 1) borders.push(step(borders[at - 1]!, wanted[at]));
  const places: number[] = [];
  let matched = 0;
  for (const [at, key] of keys.entries()) {
    matched = step(matched === wanted.length ? borders[matched - 1]! : matched, key);
    if (matched === wanted.length) places.push(at - wanted.length + 1);
  }
  return places;
}
