import type { Region } from '../../comments/regions';
import { tokenAfter, type MarkedText } from '../codeTokens';
import type { Name } from './importSite';

/** No module has a longer name; the cap keeps what nested lists of names make in proportion to their text. */
export const maxNameLength = 1000;

/** The words at `offset` that `separator` joins, such as `java.util.List`; `undefined` where no word follows. */
export function nameAfter(source: MarkedText, offset: number, separator: string): Name | undefined {
  const first = tokenAfter(source, offset);
  if (first.kind !== 'word') return undefined;
  const words = [first.text];
  let end = first.end;
  for (;;) {
    const mark = tokenAfter(source, end);
    if (mark.text !== separator) break;
    const word = tokenAfter(source, mark.end);
    if (word.kind !== 'word') break;
    words.push(word.text);
    end = word.end;
  }
  return { text: words.join(separator), start: first.start, end };
}

/**
 * What a string holds between its quotes, a prefix such as Python's `r` left out.
 * `undefined` for what cannot name a module: nothing, several lines, an unfinished string, interpolation.
 */
export function quotedName(
  { text }: MarkedText,
  { start, end }: Pick<Region, 'start' | 'end'>,
): Name | undefined {
  if (end - start > maxNameLength) return undefined;
  const [, prefix, quote, name] =
    /^([A-Za-z]*)("""|'''|["'`])([^"'`\r\n]+)\2$/.exec(text.slice(start, end)) ?? [];
  if (prefix === undefined || quote === undefined || name === undefined) return undefined;
  if (/f/i.test(prefix) || name.includes('${') || name.includes('#{')) return undefined;
  const nameStart = start + prefix.length + quote.length;
  return { text: name, start: nameStart, end: nameStart + name.length };
}
