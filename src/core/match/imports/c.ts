import { tokenAfter, tokenBefore, type MarkedText, type Token } from '../codeTokens';
import { importSite, type ImportSite, type Name } from './importSite';
import { scanKeywords, startsStatement } from './keywords';
import { maxNameLength, nameAfter, quotedName } from './names';

/**
 * C, C++ and Objective-C: `#include "a.h"`, `#include <a.h>`, `#import`, and `import` of a C++20 module or header.
 * What stands in quotes is looked for beside the including file first, so it counts as relative.
 */
export function findCImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['include_next', 'include', 'import'], (keyword) => {
    const hash = tokenBefore(source, keyword.start);
    const isDirective = hash.text === '#' && startsStatement(source, hash, '');
    if (!isDirective && !(keyword.text === 'import' && startsImport(source, keyword))) return keyword.end;
    const token = tokenAfter(source, keyword.end);
    if (token.kind === 'string') {
      const name = quotedName(source, token);
      if (name !== undefined) sites.push(importSite(name, `./${name.text}`));
      return token.end;
    }
    const name =
      token.text === '<' ? angledName(source, token) : isDirective ? undefined : moduleName(source, token);
    if (name !== undefined) sites.push(importSite(name));
    return name?.end ?? token.start;
  });
  return sites;
}

function startsImport(source: MarkedText, keyword: Token): boolean {
  return startsStatement(source, keyword, ';@') || tokenBefore(source, keyword.start).text === 'export';
}

function angledName({ text }: MarkedText, open: Token): Name | undefined {
  const name = /^[^<>\r\n]+(?=>)/.exec(text.slice(open.end, open.end + maxNameLength))?.[0];
  return name === undefined ? undefined : { text: name, start: open.end, end: open.end + name.length };
}

/** `a.b`, `a:part` or `:part` with `;` behind it; anything else behind makes it something else. */
function moduleName(source: MarkedText, first: Token): Name | undefined {
  const module = first.text === ':' ? undefined : nameAfter(source, first.start, '.');
  const colon = tokenAfter(source, module?.end ?? first.start);
  const part = colon.text === ':' ? nameAfter(source, colon.end, '.') : undefined;
  const end = part?.end ?? module?.end;
  if (end === undefined || tokenAfter(source, end).text !== ';') return undefined;
  const text = (module?.text ?? '') + (part === undefined ? '' : `:${part.text}`);
  return { text, start: first.start, end };
}
