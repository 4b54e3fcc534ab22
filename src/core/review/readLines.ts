import { cleanText, unescapeInline } from '../text/markdown';
import { isBlockEnd, type ItemComment, readBlockBegin, readItemComment } from './blockFormat';

/** A line of a list that may be about an item. */
export interface ListLine {
  /** Without its bullet, box and comment; escapes are undone. */
  readonly text: string;
  readonly box: 'ticked' | 'empty' | 'none';
  readonly comment?: ItemComment;
  /** What is quoted below it; absent where nothing is. */
  readonly note?: string;
}

export interface BlockReading {
  readonly lines: readonly ListLine[];
  /** Whether there is a block at all. */
  readonly hasBlock: boolean;
  /** Of the blocks that name one. */
  readonly bases: readonly string[];
  /** A sentence each. */
  readonly problems: readonly string[];
}

/** More of a text is not read. */
const maxLength = 1024 * 1024;

/**
 * The lines of lists in the review blocks of a text; of the whole text where the comments around them are gone, as some
 * editors take all comments away.
 */
export function readLines(text: string): BlockReading {
  const all = cleanText(text.slice(0, maxLength)).split('\n');
  const problems: string[] = text.length > maxLength ? ['Only the first million characters were read.'] : [];
  const bases: string[] = [];
  const inside: string[] = [];
  let open: 'ours' | 'newer' | undefined;
  let count = 0;
  for (const line of all) {
    const begin = readBlockBegin(line);
    if (begin !== undefined) {
      if (open !== undefined) problems.push(noEnd);
      count += 1;
      open = begin.version === 1 ? 'ours' : 'newer';
      if (open === 'newer')
        problems.push('A newer version of Leadlight wrote this review, so it was left alone.');
      if (begin.base !== undefined) bases.push(begin.base);
      // What is below one block is no part of the item above it.
      inside.push('');
    } else if (isBlockEnd(line)) open = undefined;
    else if (open === 'ours') inside.push(line);
  }
  if (open !== undefined) problems.push(noEnd);
  return { lines: listLines(count === 0 ? all : inside), hasBlock: count > 0, bases, problems };
}

const noEnd = 'The review has no end: it was read as far as it goes.';

function listLines(lines: readonly string[]): readonly ListLine[] {
  const found: { line: ListLine; readonly note: string[] }[] = [];
  let isBelow = false;
  for (const line of lines) {
    const [, box, text = ''] =
      /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\](?=\s|$))?(.*)$/.exec(line) ?? [];
    const quote = /^\s*>\s?(.*)$/.exec(line);
    if (quote !== null && isBelow) found.at(-1)!.note.push(unescapeInline(quote[1]!));
    else if (/^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(line)) {
      const { rest, comment } = readItemComment(text);
      found.push({
        line: {
          text: unescapeInline(rest.trim()),
          box: box === undefined ? 'none' : box === ' ' ? 'empty' : 'ticked',
          ...(comment && { comment }),
        },
        note: [],
      });
      isBelow = true;
    } else isBelow = isBelow && line.trim() !== '';
  }
  return found.map(({ line, note }) => (note.length === 0 ? line : { ...line, note: note.join('\n') }));
}
