import { StringDecoder } from 'node:string_decoder';
import type { GitEnd } from './gitProcess';

/** Gives each piece of what git prints between two separators; a long one is cut. */
export async function eachPiece(
  output: AsyncGenerator<Buffer, GitEnd>,
  { separator, take }: { readonly separator: '\n' | '\0'; take(piece: string): void },
): Promise<GitEnd> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (;;) {
    const { done, value } = await output.next();
    if (done === true) {
      if (rest !== '') take(rest);
      return value;
    }
    const pieces = decoder.write(value).split(separator);
    pieces[0] = rest + pieces[0]!;
    rest = pieces.pop()!.slice(0, longestPiece);
    for (const piece of pieces) take(piece);
  }
}

/** Longer than the line that holds the longest path. */
const longestPiece = 64 * 1024;
