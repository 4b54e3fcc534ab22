import type { Card, CardSource } from '../../src/core/features/card';

/** A card whose key, title and source follow from its id. */
export function card(id: string, kind: Card['kind'] = 'philosophy'): Card & { readonly source: CardSource } {
  const start = { line: 3, character: 4 };
  return {
    key: `${kind}:${id}`,
    kind,
    id,
    title: `Title of ${id}`,
    markdown: `**Title of ${id}**`,
    source: {
      uri: 'file:///shop/.leadlight/guidance.yaml',
      range: { start, end: start },
      label: '.leadlight/guidance.yaml:4',
    },
  };
}
