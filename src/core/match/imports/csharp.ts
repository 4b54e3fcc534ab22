import { tokenAfter, tokenBefore, type MarkedText } from '../codeTokens';
import { importSite, type ImportSite, type Name } from './importSite';
import { scanKeywords, startsStatement } from './keywords';
import { nameAfter } from './names';

const modifiers: readonly string[] = ['static', 'unsafe'];

/**
 * C#: `using A.B;`, `using static A.B;`, `using X = A.B<C>;`, each also `global`.
 * `using` also declares and guards variables; those have no name that ends in `;`.
 */
export function findCsharpImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['using'], (keyword) => {
    if (!startsStatement(source, keyword, ';{}') && tokenBefore(source, keyword.start).text !== 'global')
      return keyword.end;
    const name = readName(source, keyword.end);
    if (name === undefined) return keyword.end;
    const behind = tokenAfter(source, name.end);
    if (behind.text === ';') sites.push(importSite(name));
    if (behind.text !== '=') return name.end;
    const aliased = readName(source, behind.end);
    if (aliased !== undefined) sites.push(importSite(aliased));
    return aliased?.end ?? behind.end;
  });
  return sites;
}

/** A dotted name; what stands in front of it, such as `static` and `global::`, is left out. */
function readName(source: MarkedText, offset: number): Name | undefined {
  let token = tokenAfter(source, offset);
  for (;;) {
    const behind = tokenAfter(source, token.end);
    if (behind.text === '::') token = tokenAfter(source, behind.end);
    else if (modifiers.includes(token.text) && behind.kind === 'word') token = behind;
    else return nameAfter(source, token.start, '.');
  }
}
