import { standsAlone, type Syntax, type Text } from './patternSyntax';

/** Adds characters to the text at the end of `parts`, or as new texts, as `standsAlone` wants. */
export function addText(parts: Syntax[], { text, ignoreCase }: Omit<Text, 'kind'>): void {
  for (const piece of text.match(ignoreCase ? piecesIgnoringCase : pieces) ?? []) {
    const last = parts.at(-1);
    const joins =
      last?.kind === 'text' &&
      last.ignoreCase === ignoreCase &&
      !isApart(last) &&
      !isApart({ text: piece, ignoreCase });
    if (joins) parts[parts.length - 1] = { ...last, text: last.text + piece };
    else parts.push({ kind: 'text', text: piece, ignoreCase });
  }
}

/** Takes the last part off, for a repeat: of a text its last character. */
export function takeLastCharacter(parts: Syntax[]): Syntax | undefined {
  const last = parts.pop();
  if (last?.kind !== 'text') return last;
  const char = /.$/su.exec(last.text)![0];
  if (char.length < last.text.length) parts.push({ ...last, text: last.text.slice(0, -char.length) });
  return { ...last, text: char };
}

function isApart({ text, ignoreCase }: Omit<Text, 'kind'>): boolean {
  return standsAlone(text.codePointAt(0)!, ignoreCase);
}

/** What stands alone, and runs of what does not. */
const pieces = /[\n\r]|[^\n\r]+/g;
const piecesIgnoringCase = /\P{ASCII}|[\n\r]|[^\P{ASCII}\n\r]+/gu;
