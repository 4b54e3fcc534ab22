import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isOfCode } from '../comments/languages';
import { scanRegions } from '../comments/scanRegions';
import { scanChains } from '../match/chains';
import { maxCharacters } from '../match/documentMatches';
import { counted } from '../text/counted';
import { isBound, isLocal } from './selectorDraft';

/** What is called with brackets, and is no name. */
const keywords =
  /^(?:if|for|foreach|while|switch|match|catch|return|function|func|fn|elif|when|await|typeof|super)$/;
const mostSymbols = 200;

/**
 * What open documents call that has a name outside of them, the most frequent first, and how often. What a selector may
 * be about is mostly open beside it.
 */
export function symbolNames(documents: Iterable<TextDocument>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const document of documents)
    if (isOfCode(document.languageId))
      for (const name of callsIn(document.getText(), document.languageId))
        counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostSymbols);
  return new Map(frequent.map(([name, count]) => [name, `${counted(count, 'call')} in open documents`]));
}

function callsIn(text: string, languageId: string): readonly string[] {
  if (text.length > maxCharacters) return [];
  const calls: (readonly string[])[] = [];
  const locals = new Set<string>();
  scanChains(text, scanRegions(text, languageId), ({ length, names, ends }) => {
    const end = ends[length - 1]!;
    if (length === 1 && isBound(text, end)) locals.add(names[0]!);
    if (text[end] === '(') calls.push(names.slice(0, length));
  });
  return calls.flatMap((names) =>
    isLocal(names[0]!, locals) || (names.length === 1 && keywords.test(names[0]!)) ? [] : [names.join('.')],
  );
}
