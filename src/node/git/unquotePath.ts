/** What stands behind a backslash in a path that git quotes, and the byte that it means. */
export const letters: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** A path as git prints it, in quotes where it holds signs: `"a\tb\303\244"`. */
export function unquotePath(written: string): string {
  const quoted = /^"(.*)"$/su.exec(written)?.[1];
  if (quoted === undefined) return written;
  const pieces = [...quoted.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gsu)];
  return Buffer.concat(
    pieces.map(([piece, octal, letter]) => {
      if (octal !== undefined) return Buffer.of(parseInt(octal, 8));
      return letter === undefined ? Buffer.from(piece) : Buffer.of(letters[letter] ?? letter.charCodeAt(0));
    }),
  ).toString();
}
