import type { SelectorPlace } from '../guidance/selectorSchema';
import type { Governing } from '../guidance/guidance';

/** What locates the places of an entry, as data that another thread can be sent. */
export interface CountedSelector {
  /** Of the entry, by which comments excuse a place. */
  readonly id: string;
  /** See `Governing.folderPath`. */
  readonly folderPath: string;
  readonly text: readonly string[];
  readonly in: SelectorPlace;
  readonly imports: readonly string[];
  readonly symbols: readonly string[];
}

/** `undefined` where nothing in a file's text locates: then the entry is about whole files, or about other tools' findings. */
export function countedSelector({ entry, selector, folderPath }: Governing): CountedSelector | undefined {
  const { text, imports, symbols } = selector;
  if (text.length + imports.length + symbols.length === 0) return undefined;
  return {
    id: entry.id,
    folderPath,
    text: text.map(({ source }) => source),
    in: selector.in,
    imports,
    symbols,
  };
}
