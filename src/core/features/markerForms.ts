import type { Marker, MarkerPartName } from '../markers/marker';

/** A way to write a part of a marker: between `open` and `close`, in place of what is there. */
export interface MarkerForm {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/** The ways to write a part, the best first; none is sure to read as meant. */
export function formsOf(text: string, marker: Marker, part: MarkerPartName): readonly MarkerForm[] {
  const written = marker[part];
  if (written !== undefined) return [{ start: written.start, end: written.end, open: '', close: '' }];
  return part === 'reason' ? reasonForms(text, marker) : partForms(text, marker);
}

function insertAt(at: number, open: string, close = ''): MarkerForm {
  return { start: at, end: at, open, close };
}

/** In the brackets that are there, else in brackets behind the tag, else behind its colon. */
function partForms(text: string, { end }: Marker): readonly MarkerForm[] {
  const behind = text.slice(end, end + longestList);
  const [list] = /^[ \t]?(?:\([^()\n\r]*[^()\s](?=\s*\))|\[[^[\]\n\r]*[^[\]\s](?=\s*\]))/.exec(behind) ?? [];
  const [empty] = /^[ \t]?[([](?=\s*[)\]])/.exec(behind) ?? [];
  return [
    ...(list === undefined ? [] : [insertAt(end + list.length, ', ')]),
    ...(empty === undefined ? [] : [insertAt(end + empty.length, '')]),
    insertAt(end, '(', ')'),
    ...(behind.startsWith(':') ? [insertAt(end + 1, ' '), insertAt(end + 1, ' (', '):')] : []),
  ];
}

const longestList = 200;

/** At the end of what the directive says, by the separator that its tool knows, else in a comment behind it. */
function reasonForms(text: string, { tag, start, end, bodyEnd }: Marker): readonly MarkerForm[] {
  const lineEnd = lineEndFrom(text, end);
  const at = Math.min(Math.max(end, bodyEnd), lineEnd);
  const isHashComment = /#[ \t]*$/.test(text.slice(Math.max(0, start - longestList), start));
  return [insertAt(at, separators[tag] ?? (isHashComment ? ' # ' : ' -- ')), insertAt(lineEnd, ' // ')];
}

/** Some tools read a dash as one more rule. */
const separators: Readonly<Record<string, string>> = { nolint: ' // ', 'biome-ignore': ': ' };

/** Where the line ends, without white space. */
function lineEndFrom(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\n\r]/.test(text.charAt(end))) end += 1;
  while (end > from && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
