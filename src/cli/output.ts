import { cleanText } from '../core/text/markdown';

/** Text from a repository, without anything that a terminal would obey. */
export function plainText(text: string): string {
  return cleanText(text);
}

/** JSON in which every control and direction character is escaped, so that it can be printed as it is. */
export function printableJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(
    /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
}

/** A paragraph, wrapped at `width` columns and indented. */
export function paragraph(text: string, indent = '  ', width = 96): string {
  return plainText(text)
    .trim()
    .split('\n')
    .map((line) =>
      wrap(line, width - indent.length)
        .map((piece) => `${indent}${piece}`.trimEnd())
        .join('\n'),
    )
    .join('\n');
}

function wrap(line: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
