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
  for (let at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + directive.length)) {
    if (kindAt(regions, at) !== 'comment') continue;
    const { line } = positions.positionAt(at);
    const ids = idsAfter(text.slice(at + directive.length, at + directive.length + 400));
    for (const each of [line, line + 1]) byLine.set(each, [...(byLine.get(each) ?? []), ...ids]);
  }
  return byLine;
}

function idsAfter(text: string): readonly string[] {
  const list = /^[ \t]+([a-z0-9][a-z0-9._-]*(?:[ \t]*,[ \t]*[a-z0-9][a-z0-9._-]*)*)/.exec(text)?.[1] ?? '';
  return list.split(',').map((id) => id.trim().replace(/[.-]+$/, ''));
}
