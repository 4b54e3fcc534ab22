import { tokenAfter, type MarkedText, type Token } from '../codeTokens';
import { importSite, type ImportSite } from './importSite';
import { scanKeywords, startsStatement } from './keywords';
import { quotedName } from './names';

/** Go: `import "a"`, `import ( … )`; with an alias, `.` or `_` in front of the path. */
export function findGoImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['import'], (keyword) => {
    if (!startsStatement(source, keyword, ';')) return keyword.end;
    const first = tokenAfter(source, keyword.end);
    if (first.text !== '(') return readSpec(source, first, sites).start;
    let token = tokenAfter(source, first.end);
    for (;;) {
      const next = token.text === ';' ? tokenAfter(source, token.end) : readSpec(source, token, sites);
      if (next === token) return token.start;
      token = next;
    }
  });
  return sites;
}

/** Reads one alias and path; returns the token behind them, or `first` itself where they are not complete. */
function readSpec(source: MarkedText, first: Token, sites: ImportSite[]): Token {
  const hasAlias = (first.kind === 'word' && first.text !== 'import') || first.text === '.';
  const path = hasAlias ? tokenAfter(source, first.end) : first;
  if (path.kind !== 'string') return first;
  const name = quotedName(source, path);
  if (name !== undefined) sites.push(importSite(name));
  return tokenAfter(source, path.end);
}
