import { scanRegions } from '../comments/scanRegions';
import { braceOutline } from './braceOutline';
import { indentOutline } from './indentOutline';
import { outlineLanguage } from './outlineLanguages';

/** Something that a text declares. */
export interface Declaration {
  /** `Cart.total`: its name behind those of what it stands in. */
  readonly path: string;
  /** UTF-16 offsets: from where its line's code begins to behind its last character. */
  readonly start: number;
  readonly end: number;
}

/**
 * Functions, classes, methods, types and constants of a text, in its order, by a table of words for each language.
 * What stands in comments and strings declares nothing. Line ends are `\n`. Linear in the text, and never throws;
 * empty for languages that the table does not have. Declarations without a body are one with the next of their name
 * directly behind them, which they are overloads of.
 */
export function outlineOf(text: string, languageId: string): readonly Declaration[] {
  const language = outlineLanguage(languageId);
  if (language === undefined) return [];
  const marked = { text, regions: scanRegions(text, languageId) };
  const isBraced = language.nesting === 'braces';
  const hasBody = ({ start, end }: Declaration) =>
    isBraced ? text.slice(start, end).includes('{') : !text.slice(start, end).endsWith('...');
  const found = isBraced ? braceOutline(marked, language) : indentOutline(marked, language);
  const merged: Declaration[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last?.path === each.path && last.end <= each.start && !hasBody(last))
      merged[merged.length - 1] = { ...last, end: each.end };
    else merged.push(each);
  }
  return merged;
}

/** The declarations of a name such as `Cart.total`, in which `::` and `#` may stand for the dots. */
export function declarationsOf(outline: readonly Declaration[], name: string): readonly Declaration[] {
  const path = symbolPath(name);
  return outline.filter((declaration) => declaration.path === path);
}

/** A name as the outline writes it. */
export function symbolPath(name: string): string {
  return name
    .trim()
    .replace(/\(\)$/, '')
    .split(/::|[.#]/)
    .filter((part) => part !== '')
    .join('.');
}
