import { tokenAfter, type MarkedText } from '../codeTokens';
import { importSite, type ImportSite } from './importSite';
import { scanKeywords, startsStatement } from './keywords';
import { nameAfter } from './names';

const modifiers: readonly string[] = ['static', 'module'];

/** Java: `import a.B;`, `import static a.B.c;`, `import a.*;`, `import module a;`. Kotlin and Groovy read the same. */
export function findJavaImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['import'], (keyword) => {
    if (!startsStatement(source, keyword, ';')) return keyword.end;
    const first = tokenAfter(source, keyword.end);
    const isModifier = modifiers.includes(first.text) && tokenAfter(source, first.end).kind === 'word';
    const name = nameAfter(source, isModifier ? first.end : first.start, '.');
    if (name === undefined) return first.start;
    const dot = tokenAfter(source, name.end);
    const star = dot.text === '.' ? tokenAfter(source, dot.end) : dot;
    const isWildcard = dot.text === '.' && star.text === '*';
    sites.push(importSite(isWildcard ? { ...name, text: `${name.text}.*`, end: star.end } : name));
    return isWildcard ? star.end : name.end;
  });
  return sites;
}
