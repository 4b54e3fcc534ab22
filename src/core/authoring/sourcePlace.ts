import { headingsIn } from '../guidance/markdownSections';
import type { SchemaPage } from '../guidance/schemaKeys';
import { type Place, yamlPlaceAt } from './place';
import type { SourceKind } from './writtenSource';
import { linesOf, type Region } from './yamlLines';

/** A key or a value of a source. Of a page, the path begins at the top of its front matter. */
export interface SourcePlace extends Place {
  readonly page: SchemaPage | undefined;
}

/** What is at an offset of a source; `undefined` where no key and no value is written. */
export function sourcePlaceAt(text: string, kind: SourceKind, offset: number): SourcePlace | undefined {
  if (kind === 'leadlight') {
    const place = yamlPlaceAt(linesOf(text), offset);
    return place && { ...place, page: undefined };
  }
  const { front, bodyStart } = partsOf(text);
  const inFront = front && offset >= front.start && offset <= front.end;
  const step = inFront || kind === 'philosophy' ? undefined : stepKeys(text, bodyStart, offset);
  const region = inFront ? front : step;
  const place = region && yamlPlaceAt(linesOf(text, region), offset);
  return place && { ...place, path: [...(step?.path ?? []), ...place.path], page: kind };
}

/** A line of a page that is empty, or on which a heading begins. */
export interface HeadingPlace {
  readonly start: number;
  readonly end: number;
  /** The other headings of the page. */
  readonly headings: readonly { readonly name: string; readonly depth: number }[];
}

/** `undefined` in front matter, in code, and in prose. */
export function headingPlaceAt(text: string, offset: number): HeadingPlace | undefined {
  const { front, bodyStart } = partsOf(text);
  if (front !== undefined && offset < bodyStart) return undefined;
  const lines = linesOf(text, { start: bodyStart, end: text.length });
  const row = lines.rowAt(offset);
  const start = lines.start(row);
  // In front of a byte order mark there is nothing to write.
  if (offset < start || isInFence(text, bodyStart, offset)) return undefined;
  if (!/^(?:#{1,6}(?:[ \t].{0,80})?)?[ \t]*$/.test(lines.line(row))) return undefined;
  const headings = [...headingsIn(text, bodyStart)].filter((heading) => heading.start !== start);
  return { start, end: start + lines.line(row).length, headings };
}

/** The front matter between its lines of `---`, also one that is not closed yet, and where the text behind it begins. */
function partsOf(text: string): { readonly front: Region | undefined; readonly bodyStart: number } {
  const open = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/.exec(text)?.[0].length;
  if (open === undefined) return { front: undefined, bodyStart: 0 };
  const close = /(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(open - 1));
  if (close !== null) {
    const end = Math.max(open, open - 1 + close.index);
    return { front: { start: open, end }, bodyStart: open - 1 + close.index + close[0].length };
  }
  // Where nothing closes it, the title of the page ends it at the latest.
  const title = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)#{1,2} /.exec(text.slice(open - 1));
  const end = title === null ? text.length : Math.max(open, open - 1 + title.index);
  return { front: { start: open, end }, bodyStart: title === null ? text.length + 1 : end + 1 };
}

/** The keys of the step that an offset is in: what stands in a fence of YAML under its heading, closed or not. */
function stepKeys(
  text: string,
  bodyStart: number,
  offset: number,
): (Region & { readonly path: readonly (string | number)[] }) | undefined {
  const lines = linesOf(text, { start: bodyStart, end: text.length });
  const row = lines.rowAt(offset);
  let opening = row - 1;
  while (opening >= 0 && !fence.test(lines.line(opening)) && !heading.test(lines.line(opening))) opening--;
  if (opening < 0 || !/^ {0,3}(?:`{3,}|~{3,})[ \t]*ya?ml[ \t]*$/i.test(lines.line(opening))) return undefined;
  let above = opening - 1;
  while (above >= 0 && lines.line(above).trim() === '') above--;
  if (above < 0 || !/^ {0,3}##[ \t]/.test(lines.line(above)) || fence.test(lines.line(row))) return undefined;
  let closing = row + 1;
  while (closing < lines.count && !fence.test(lines.line(closing)) && !heading.test(lines.line(closing)))
    closing++;
  const before = [...headingsIn(text.slice(0, lines.start(opening)), bodyStart)];
  return {
    start: lines.start(opening + 1),
    end: closing < lines.count ? lines.end(closing - 1) : text.length,
    path: ['steps', before.filter(({ depth }) => depth === 2).length - 1],
  };
}

const fence = /^ {0,3}(?:`{3,}|~{3,})/;
const heading = /^#{1,2}[ \t]/;

function isInFence(text: string, from: number, to: number): boolean {
  return (text.slice(from, to).match(/^ {0,3}(?:`{3,}|~{3,})/gm)?.length ?? 0) % 2 === 1;
}
