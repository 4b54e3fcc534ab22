import { keyOfHeading } from '../guidance/philosophyMarkdown';
import { keyAt, type SchemaKey } from '../guidance/schemaKeys';
import { escapeInline } from '../text/markdown';
import { keyText } from './completeKeys';
import type { SourceCursor } from './completeSource';
import { headingPlaceAt, sourcePlaceAt } from './sourcePlace';

/** What a key of a source means, as safe Markdown, and where it stands; UTF-16 offsets. */
export interface KeyHover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The key at a cursor, or the key whose value is there where it is one of a few, such as a level, or the key that a
 * section of a page is; `undefined` where the format knows no such key, and on other values.
 */
export function keyHover(cursor: SourceCursor): KeyHover | undefined {
  const { text, kind, offset } = cursor;
  const place = sourcePlaceAt(text, kind, offset);
  if (place === undefined) return kind === 'philosophy' ? headingHover(cursor) : undefined;
  if (place.start === place.end) return undefined;
  const written = text.slice(place.start, place.end);
  const path = place.on === 'key' && place.hasColon ? [...place.path, written] : place.path;
  const key = keyAt(path, place.page);
  if (key === undefined || key.name === '') return undefined;
  const isKey = path !== place.path;
  if (!isKey && !key.values?.includes(written)) return undefined;
  return { markdown: hoverText(key), start: place.start, end: place.end };
}

function headingHover({ text, offset }: SourceCursor): KeyHover | undefined {
  const place = headingPlaceAt(text, offset);
  const [line = '', name = ''] =
    (place && /^##[ \t]+(.*?)[ \t]*$/.exec(text.slice(place.start, place.end))) ?? [];
  const key = keyOfHeading(name);
  if (place === undefined || key === undefined) return undefined;
  const end = place.start + line.trimEnd().length;
  return { markdown: hoverText(keyAt([key], 'philosophy')!), start: place.start, end: Math.max(end, offset) };
}

function hoverText(key: SchemaKey): string {
  const values = key.values?.map((value) => `\`${value}\``).join(', ');
  const lines = [`**${escapeInline(key.name)}**${key.required ? ' (required)' : ''}`, keyText(key)];
  return [...lines, ...(values === undefined ? [] : [`One of ${values}.`])].join('\n\n');
}
