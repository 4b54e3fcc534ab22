import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Card } from '../core/features/card';
import type { HoverResult } from '../core/features/hover';
import { escapeInline, markdownLink } from '../core/text/markdown';

const shown = 3;

/** The cards as one Markdown text, for editors that have nothing but LSP's hover. */
export function hoverMarkup({ range, cards }: HoverResult): Hover {
  const rest = cards.slice(shown);
  const blocks = cards.slice(0, shown).map(withSource);
  if (rest.length > 0)
    blocks.push(
      `${rest.length} more: ${rest
        .slice(0, 10)
        .map(({ title }) => escapeInline(title))
        .join(', ')}`,
    );
  return { range, contents: { kind: MarkupKind.Markdown, value: blocks.join('\n\n---\n\n') } };
}

function withSource({ markdown, source }: Card): string {
  if (source === undefined) return markdown;
  return `${markdown}\n\nSource: ${markdownLink(source.label, `${source.uri}#L${source.range.start.line + 1}`)}`;
}
