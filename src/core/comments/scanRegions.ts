import { lineAfter, lineEndFrom } from './characters';
import { grammarFor } from './grammar';
import { languages } from './languages';
import type { Region } from './regions';
import { AT_END, Scan, type Grammar } from './scan';

/**
 * The comments and strings of a text, in order and without overlap, delimiters included; all else is code.
 * Code inside a string, such as `${...}` in a template, is code: the string is then several regions.
 * Docstrings, regular expressions, character literals and the text between JSX tags are strings.
 * In data and prose formats, and in an unknown language, there are no strings; an unknown language has no
 * comments either, because a guess would be wrong without a sign. An unclosed comment or string ends where
 * its language ends it. Linear in the length of the text, whatever it holds, and never throws.
 * Where only what begins before `until` is of interest, the rest may be missing: a string that goes on behind it may
 * end too early, but no comment does, and line comments that follow one on the line before are there too.
 */
export function scanRegions(text: string, languageId: string, until = Infinity): readonly Region[] {
  const grammar = grammarOf(languageId);
  if (grammar === undefined) return [];
  const scan = new Scan(text, grammar);
  let at = scan.run(0, until);
  while (at !== AT_END && endsInComment(scan, at)) {
    const below = lineAfter(text, lineEndFrom(text, at, text.length), text.length);
    at = scan.run(at, lineEndFrom(text, below, text.length));
  }
  if (at !== AT_END) scan.endText(at);
  return scan.regions;
}

function endsInComment({ text, regions }: Scan, at: number): boolean {
  const last = regions.at(-1);
  return last?.kind === 'comment' && at <= lineAfter(text, last.end, text.length);
}

/** How the texts of a language are scanned; `undefined` when nothing is known of it. */
export function grammarOf(languageId: string): Grammar | undefined {
  return grammars.get(languageId);
}

const grammars: ReadonlyMap<string, Grammar> = new Map(
  languages.map(({ id, syntax }) => [id, grammarFor(id, syntax, (other) => grammars.get(other))]),
);
