import { cut } from '../../text/cut';

/** What was written in guidance, as words of a sentence: `"a" or "b"`. */
export function quoted(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).map((text) => `"${cut(text, 80)}"`);
  return texts.length > 3 ? `${shown.join(', ')} or others` : shown.join(' or ');
}
