import { keyAt, type SchemaKey } from '../guidance/schemaKeys';
import { escapeInline } from '../text/markdown';
import { keyText } from './completeKeys';
import type { SourceCursor } from './completeSource';
import { sourcePlaceAt } from './sourcePlace';

/** What a key of a source means, as safe Markdown, and where it stands; UTF-16 offsets. */
export interface KeyHover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The key at a cursor, or the key whose value is there where it is one of a few, such as a level; `undefined` where the
 * format knows no such key, and on other values.
 */
export function keyHover({ text, kind, offset }: SourceCursor): KeyHover | undefined {
  const place = sourcePlaceAt(text, kind, offset);
  if (place === undefined || place.start === place.end) return undefined;
  const written = text.slice(place.start, place.end);
  const path = place.on === 'key' && place.hasColon ? [...place.path, written] : place.path;
  const key = keyAt(path, place.page);
  if (key === undefined || key.name === '') return undefined;
  const isKey = path !== place.path;
  if (!isKey && !key.values?.includes(written)) return undefined;
  return { markdown: hoverText(key), start: place.start, end: place.end };
}

function hoverText(key: SchemaKey): string {
  const values = key.values?.map((value) => `\`${value}\``).join(', ');
  const lines = [`**${escapeInline(key.name)}**${key.required ? ' (required)' : ''}`, keyText(key)];
  return [...lines, ...(values === undefined ? [] : [`One of ${values}.`])].join('\n\n');
}
