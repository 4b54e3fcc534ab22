import { type Compilers, createCompilers } from '../match/compilers';
import { maxCharacters } from '../match/documentMatches';
import { grouped } from '../text/grouped';
import { decodeCode, isBinary, withoutUtf16 } from '../text/decode';
import type { RegexEngine } from '../text/pattern';
import type { CountedSelector } from './countedSelector';
import { compileLiteralBytes } from './literalBytes';
import { compilePlaceFinder, searchedText } from './placeFinder';

/** How often a selector, by its index, finds something. */
export type Count = readonly [selector: number, places: number];

/** Counts the places of some selectors, named by their indexes, in one file after the other. */
export interface FileCounter {
  /** Those that find something. What is binary, or over 2 MB, holds no places. */
  inBytes(bytes: Uint8Array, path: string, wanted: ReadonlySet<number>): readonly Count[];
  inText(text: string, path: string, wanted: ReadonlySet<number>): readonly Count[];
}

/** Most files hold nothing that any of the selectors needs: these are not even decoded. */
export function createFileCounter(
  selectors: readonly CountedSelector[],
  engine: RegexEngine | undefined,
): FileCounter {
  const compilers: Compilers = createCompilers(engine);
  const finders = selectors.map((selector) => compilePlaceFinder(selector, compilers));
  const needed = finders.flatMap(({ literals }, selector) =>
    (literals ?? []).map((literal) => ({ literal, selector })),
  );
  const byLiteral = [...grouped(needed, ({ literal }) => [`${literal.ignoreCase} ${literal.text}`]).values()];
  const scan = compileLiteralBytes(byLiteral.map(([{ literal }]) => literal));
  const unproven = finders.flatMap(({ literals }, selector) => (literals === undefined ? [selector] : []));
  const counter: FileCounter = {
    inBytes(bytes, path, wanted) {
      if (isBinary(bytes)) return [];
      const utf8 = withoutUtf16(bytes);
      const possible = new Set(unproven.filter((selector) => wanted.has(selector)));
      scan(utf8, (literal) => {
        for (const { selector } of byLiteral[literal]!) if (wanted.has(selector)) possible.add(selector);
      });
      return possible.size === 0 ? [] : counter.inText(decodeCode(utf8), path, possible);
    },
    inText(text, path, wanted) {
      if (text.length > maxCharacters) return [];
      const searched = searchedText(text, path);
      return [...wanted].flatMap((selector): Count[] => {
        const places = finders[selector]!.find(searched).length;
        return places === 0 ? [] : [[selector, places]];
      });
    },
  };
  return counter;
}
