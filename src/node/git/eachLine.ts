import type { GitEnd } from './gitProcess';

/** Gives each line of what git prints, a byte a character, without its line end; a long line is cut. */
export async function eachLine(
  output: AsyncGenerator<Buffer, GitEnd>,
  take: (line: string) => void,
): Promise<GitEnd> {
  let rest = '';
  for (;;) {
    const { done, value } = await output.next();
    if (done === true) {
      if (rest !== '') take(rest);
      return value;
    }
    const lines = value.toString('latin1').split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!.slice(0, longestLine);
    for (const line of lines) take(line);
  }
}

/** Longer than the line that holds the longest path. */
const longestLine = 64 * 1024;
