import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Positions } from '../markers/scannedMarker';
import { kindAt, type Region } from '../comments/regions';

const directive = 'leadlight-ignore';

/**
 * Where `leadlight-ignore ID: reason` in a comment excuses entries: its own line and the next. Several ids are
 * separated by commas. Returns whether an entry is excused at an offset.
 */
export function excusedLines(
  document: TextDocument,
  regions: readonly Region[],
): (id: string, offset: number) => boolean {
  const byLine = excusesByLine(document.getText(), { regions, positions: document });
  if (byLine.size === 0) return () => false;
  return (id, offset) => byLine.get(document.positionAt(offset).line)?.includes(id) ?? false;
}

/** The ids of the entries that are excused, by line. `positions` are asked for in the order of the text. */
export function excusesByLine(
  text: string,
  { regions, positions }: { readonly regions: readonly Region[]; readonly positions: Positions },
): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, readonly string[]>();
  for (const { id, start } of excusedIds(text, regions)) {
    const { line } = positions.positionAt(start);
    for (const each of [line, line + 1]) byLine.set(each, [...(byLine.get(each) ?? []), id]);
  }
  return byLine;
}

/** An id in a comment that excuses an entry. UTF-16 offsets; `end` is exclusive. */
export interface ExcusedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The ids behind each `leadlight-ignore` in a comment, in the order of the text. */
export function* excusedIds(text: string, regions: readonly Region[]): Iterable<ExcusedId> {
  for (let at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + directive.length)) {
    if (kindAt(regions, at) === 'comment') yield* idsAfter(text, at + directive.length);
  }
}

function* idsAfter(text: string, from: number): Iterable<ExcusedId> {
  const list = /^[ \t]+([a-z0-9][a-z0-9._-]*(?:[ \t]*,[ \t]*[a-z0-9][a-z0-9._-]*)*)/;
  const [whole = '', ids = ''] = list.exec(text.slice(from, from + 400)) ?? [];
  const start = from + whole.length - ids.length;
  for (const { 0: written, index } of ids.matchAll(/[^\s,]+/g)) {
    const id = written.replace(/[.-]+$/, '');
    yield { id, start: start + index, end: start + index + id.length };
  }
}
