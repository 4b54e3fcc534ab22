import { grammarFor } from './grammar';
import { languages } from './languages';
import type { Region } from './regions';
import { Scan, type Grammar } from './scan';

/**
 * The comments and strings of a text, in order and without overlap, delimiters included; all else is code.
 * Code inside a string, such as `${...}` in a template, is code: the string is then several regions.
 * Docstrings, regular expressions, character literals and the text between JSX tags are strings.
 * In data and prose formats, and in an unknown language, there are no strings; an unknown language has no
 * comments either, because a guess would be wrong without a sign. An unclosed comment or string ends where
 * its language ends it. Linear in the length of the text, whatever it holds, and never throws.
 */
export function scanRegions(text: string, languageId: string): readonly Region[] {
  const grammar = grammarOf(languageId);
  if (grammar === undefined) return [];
  const scan = new Scan(text, grammar);
  scan.run();
  return scan.regions;
}

/** How the texts of a language are scanned; `undefined` when nothing is known of it. */
export function grammarOf(languageId: string): Grammar | undefined {
  return grammars.get(languageId);
}

const grammars: ReadonlyMap<string, Grammar> = new Map(
  languages.map(({ id, syntax }) => [id, grammarFor(id, syntax, (other) => grammars.get(other))]),
);
