import type { Region } from '../../comments/regions';
import { tokenAfter, tokenBefore, type MarkedText, type Token } from '../codeTokens';
import { importSite, type ImportSite } from './importSite';
import { quotedName } from './names';

/**
 * JavaScript and TypeScript: `import … from`, `import 'x'`, `export … from`, `import('x')` as an expression and as a
 * type, `require('x')`, `import x = require('x')`.
 * A module is always a string there, so each string is asked what stands in front of it.
 */
export function findJavaScriptImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  let clauseFloor = 0;
  for (const region of source.regions) {
    if (region.kind !== 'string') continue;
    const before = tokenBefore(source, region.start);
    const name = isImported({ source, region, before, clauseFloor }) ? quotedName(source, region) : undefined;
    if (name !== undefined) sites.push(importSite(name));
    if (before.text === 'from') clauseFloor = region.end;
  }
  return sites;
}

interface Candidate {
  readonly source: MarkedText;
  readonly region: Region;
  readonly before: Token;
  /** No import clause reaches back over this offset. */
  readonly clauseFloor: number;
}

function isImported({ source, region, before, clauseFloor }: Candidate): boolean {
  const isTemplate = source.text[region.start] === '`';
  switch (before.text) {
    case 'import':
      return !isTemplate && !['.', '@'].includes(tokenBefore(source, before.start).text);
    case 'from':
      return !isTemplate && hasClause(source, before, clauseFloor);
    case '(':
      return isImportCall(source, before) && '),'.includes(tokenAfter(source, region.end).text);
    default:
      return false;
  }
}

function isImportCall(source: MarkedText, open: Token): boolean {
  const callee = tokenBefore(source, open.start);
  if (callee.text !== 'import' && callee.text !== 'require') return false;
  const dot = tokenBefore(source, callee.start);
  if (dot.text !== '.') return true;
  const owner = tokenBefore(source, dot.start);
  // A second dot: `...require('x')`.
  return owner.text === '.' || (callee.text === 'require' && owner.text === 'module');
}

/** Whether `import` or `export` comes before `from`, with nothing between them but names, braces, commas and stars. */
function hasClause(source: MarkedText, from: Token, floor: number): boolean {
  for (let token = tokenBefore(source, from.start); ; token = tokenBefore(source, token.start)) {
    if (token.kind === 'end' || token.start < floor) return false;
    if (token.text === 'import' || token.text === 'export') return true;
    if (token.kind === 'mark' && !'{},*'.includes(token.text)) return false;
  }
}
