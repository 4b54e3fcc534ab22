import { kindAt, type Region } from '../comments/regions';

/** Where Markdown may hold a marker outside of its comments: one line each, from its first character on, in order. */
export interface MarkdownPlaces {
  readonly headings: readonly Region[];
  /** First lines of paragraphs, and of items of lists. */
  readonly paragraphs: readonly Region[];
}

const LANGUAGES: ReadonlySet<string> = new Set([
  ...['markdown', 'mdx', 'prompt', 'instructions', 'chatagent', 'skill'],
]);

/** A quote's signs, at most eight of them. */
const QUOTE = /^(?: {0,3}> ?){0,8}/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
/** A bullet or a number, and the box of a task that is not done. */
const ITEM = /^[ \t]{0,32}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[ \][ \t]+)?/;
const INDENTED = /^(?: {4}|\t)/;

/**
 * Headings, paragraphs and items as CommonMark 0.31 has them, line by line; code, front matter and comments hold none.
 * `undefined` in another language than Markdown.
 */
export function markdownPlaces(
  text: string,
  regions: readonly Region[],
  languageId: string,
): MarkdownPlaces | undefined {
  if (!LANGUAGES.has(languageId)) return undefined;
  const headings: Region[] = [];
  const paragraphs: Region[] = [];
  let fence: string | undefined;
  let inParagraph = false;
  for (const line of linesOf(text)) {
    const quote = QUOTE.exec(line.text)![0].length;
    const content = line.text.slice(quote);
    const mark = FENCE.exec(content)?.[1];
    if (fence !== undefined || mark !== undefined) {
      inParagraph = false;
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) === true && content.trim() === mark) fence = undefined;
      continue;
    }
    const item = ITEM.exec(content);
    const heading = HEADING.exec(content);
    const isCode = !inParagraph && item === null && INDENTED.test(content);
    if (content.trim() === '' || isCode || kindAt(regions, line.start + quote) === 'comment') {
      inParagraph = false;
      continue;
    }
    const begin = quote + (heading ?? item ?? /^[ \t]*/.exec(content)!)[0].length;
    const place: Region = { kind: 'comment', start: line.start + begin, end: line.start + line.text.length };
    if (heading !== null) headings.push(place);
    else if (inParagraph && UNDERLINE.test(content)) toHeading(paragraphs, headings);
    else if (item !== null || !inParagraph) paragraphs.push(place);
    inParagraph = heading === null && !UNDERLINE.test(content);
  }
  return { headings, paragraphs };
}

/** The line above was no paragraph, but a heading with a line below it. */
function toHeading(paragraphs: Region[], headings: Region[]): void {
  const last = paragraphs.pop();
  if (last !== undefined) headings.push(last);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines behind the front matter. */
function* linesOf(text: string): Generator<Line> {
  let start = frontMatterEnd(text);
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    yield { start, text: text.slice(start, text.charAt(end - 1) === '\r' ? end - 1 : end) };
    start = end + 1;
  }
}

/** Where the text begins behind its front matter; 0 where it has none. */
function frontMatterEnd(text: string): number {
  const line = /^---[ \t]*\r?$/gm;
  line.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = line.exec(text);
  if (first === null || first.index > 1 || /[^\ufeff]/.test(text.slice(0, first.index))) return 0;
  return line.exec(text) === null ? 0 : line.lastIndex;
}
