/** A construct of other dialects: how it is called, and what to do instead. */
export interface Refusal {
  readonly name: string;
  readonly instead: string;
}

const lookAround = 'Match the text around it as well, and narrow with `files`, `in` or `exceptions`.';
const backReference = 'Write the possible texts out, or match one side only.';
const noGroup = 'Write (?:...).';

/** What may follow `(?` elsewhere; the longest beginning decides. */
export const refusedGroups: Readonly<Record<string, Refusal>> = {
  '(?=': { name: 'Look-ahead', instead: lookAround },
  '(?!': { name: 'Negative look-ahead', instead: lookAround },
  '(?<=': { name: 'Look-behind', instead: lookAround },
  '(?<!': { name: 'Negative look-behind', instead: lookAround },
  '(?>': { name: 'An atomic group', instead: `${noGroup} Nothing backtracks here.` },
  '(?P=': { name: 'A back-reference', instead: backReference },
  '(?P>': { name: 'A subroutine call', instead: 'Write the group out again.' },
  '(?&': { name: 'A subroutine call', instead: 'Write the group out again.' },
  '(?R': { name: 'A recursion', instead: 'Write out as many levels as are needed.' },
  '(?#': { name: 'A comment', instead: 'Put it beside the pattern, as a comment of the file.' },
  '(?|': { name: 'A branch reset group', instead: noGroup },
  '(?(': { name: 'A conditional group', instead: 'Write one alternative for each case.' },
  "(?'": { name: 'A group named in quotes', instead: noGroup },
};

/** What may follow a backslash elsewhere. */
export const refusedEscapes: Readonly<Record<string, Refusal>> = {
  1: { name: 'A back-reference', instead: backReference },
  2: { name: 'A back-reference', instead: backReference },
  3: { name: 'A back-reference', instead: backReference },
  4: { name: 'A back-reference', instead: backReference },
  5: { name: 'A back-reference', instead: backReference },
  6: { name: 'A back-reference', instead: backReference },
  7: { name: 'A back-reference', instead: backReference },
  8: { name: 'A back-reference', instead: backReference },
  9: { name: 'A back-reference', instead: backReference },
  k: { name: 'A back-reference', instead: backReference },
  g: { name: 'A back-reference', instead: backReference },
  C: { name: 'A single byte', instead: 'Write (?s:.) for any character.' },
  G: { name: 'The end of the previous match', instead: 'Write what must stand there.' },
  H: { name: 'The class of all but blanks', instead: 'Write [^ \\t].' },
  K: { name: 'The reset of a match', instead: 'The whole match is shown: leave it out.' },
  N: { name: 'The class of all but line ends', instead: 'Write a dot.' },
  R: { name: 'The class of line ends', instead: 'Write \\n: a pattern sees every line end as \\n.' },
  X: { name: 'The class of grapheme clusters', instead: 'Write a dot.' },
  Z: { name: 'The end before a last line end', instead: 'Write \\n?\\z, or $ for a line end.' },
  c: { name: 'A control character', instead: 'Write its number, such as \\x1b.' },
  e: { name: 'The escape character', instead: 'Write \\x1b.' },
  h: { name: 'The class of blanks', instead: 'Write [ \\t].' },
  u: { name: 'A character by its number', instead: 'Write \\x{...} with the number in braces.' },
};
