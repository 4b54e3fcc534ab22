import type { TextDocument } from 'vscode-languageserver-textdocument';
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
  const text = document.getText();
  const byId = new Map<string, Set<number>>();
  for (let at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + directive.length)) {
    if (kindAt(regions, at) !== 'comment') continue;
    const { line } = document.positionAt(at);
    for (const id of idsAfter(text.slice(at + directive.length, at + directive.length + 400))) {
      const lines = byId.get(id) ?? new Set();
      byId.set(id, lines.add(line).add(line + 1));
    }
  }
  if (byId.size === 0) return () => false;
  return (id, offset) => byId.get(id)?.has(document.positionAt(offset).line) ?? false;
}

function idsAfter(text: string): readonly string[] {
  const list = /^[ \t]+([a-z0-9][a-z0-9._-]*(?:[ \t]*,[ \t]*[a-z0-9][a-z0-9._-]*)*)/.exec(text)?.[1] ?? '';
  return list.split(',').map((id) => id.trim().replace(/[.-]+$/, ''));
}
