import { scanRegions } from '../comments/scanRegions';
import { identifierAt } from '../match/identifiers';
import { compileTerms } from '../match/terms';
import { skipToWord, wordPartEnd } from '../match/words';
import { yamlLine } from '../text/yamlText';
import { appendEntry } from './appendEntry';
import type { Captured } from './capturePhilosophy';
import type { CodeSelection } from './codeSelection';

/** A word of the code as people say it. */
export interface TermDraft {
  readonly term: string;
  /** Other spellings in the text that the term itself does not find. */
  readonly aka: readonly string[];
}

/** The identifier that is selected, or that the cursor is in, as words; `undefined` where there is none. */
export function termDraft({ text, languageId, start, end }: CodeSelection): TermDraft | undefined {
  const written = text.slice(start, end).trim() || identifierAt(text, start);
  const term = wordsOf(written);
  if (term === '') return undefined;
  const regions = scanRegions(text, languageId);
  const isFound = (name: string, by: readonly string[]) =>
    compileTerms([{ names: by }])
      .find(name, [])
      .some((match) => match.start === 0 && match.end === name.length);
  const spellings = variantsOf(term).filter(
    (name) => !isFound(name, [term]) && compileTerms([{ names: [name] }]).find(text, regions).length > 0,
  );
  const own = isFound(written, [term, ...spellings]) ? [] : [written];
  return { term, aka: [...own, ...spellings] };
}

/** Writes a term into the text of a source; what it means is for the person to write. */
export function captureTerm({ term, aka }: TermDraft, text: string): Captured {
  const lines = [
    `term: ${yamlLine(term)}`,
    ...(aka.length === 0 ? [] : [`aka: [${aka.map((name) => JSON.stringify(name)).join(', ')}]`]),
    'means: |',
    '  ',
  ];
  const edit = appendEntry(text, 'terms', { lines, cursorLine: lines.length - 1 });
  return { title: term, shown: 'It will show wherever it is named in code and comments.', edit };
}

/** `orderLine` is "order line", `HTTPServer` "HTTP server" and `MAX_RETRIES` "max retries". */
function wordsOf(identifier: string): string {
  const parts: string[] = [];
  const stretch = { text: identifier, end: identifier.length };
  for (let at = skipToWord(stretch, 0); at < identifier.length; at = skipToWord(stretch, at)) {
    const end = wordPartEnd(stretch, at);
    parts.push(identifier.slice(at, end));
    at = end;
  }
  const isConstant = parts.length > 1 && !/\p{Ll}/u.test(identifier);
  const isAcronym = (part: string) => !isConstant && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(part);
  return parts.map((part) => (isAcronym(part) ? part : part.toLowerCase())).join(' ');
}

/** The other number of a term, as English has it. */
function variantsOf(term: string): readonly string[] {
  if (/[^s]s$/i.test(term)) {
    return [
      ...(/ies$/i.test(term) ? [term.replace(/ies$/i, 'y')] : []),
      ...(/(?:s|x|z|ch|sh)es$/i.test(term) ? [term.slice(0, -2)] : []),
      term.slice(0, -1),
    ];
  }
  if (/[^aeiou]y$/i.test(term)) return [`${term.slice(0, -1)}ies`];
  return [/(?:s|x|z|ch|sh)$/i.test(term) ? `${term}es` : `${term}s`];
}
