import { tokenAfter, tokenBefore, type MarkedText, type Token } from '../codeTokens';
import { importSite, type ImportSite, type Name } from './importSite';
import { scanKeywords, startsStatement } from './keywords';
import { maxNameLength, nameAfter, quotedName } from './names';

/**
 * Python: `import a.b as c, d`, `from ..a import (b, c as d)`, `importlib.import_module("a")`, `__import__("a")`.
 * `from a import b` gives `a`, and `a.b` within it, because `b` may be a module of its own.
 */
export function findPythonImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['import', 'from'], (keyword) => {
    if (!startsStatement(source, keyword, ';:')) return keyword.end;
    return keyword.text === 'import'
      ? readImport(source, keyword.end, sites)
      : readFromImport(source, keyword.end, sites);
  });
  for (const region of source.regions) {
    if (region.kind !== 'string') continue;
    const open = tokenBefore(source, region.start);
    if (open.text !== '(' || !/^(?:__import__|import_module)$/.test(tokenBefore(source, open.start).text))
      continue;
    const name = '),'.includes(tokenAfter(source, region.end).text) ? quotedName(source, region) : undefined;
    if (name !== undefined) sites.push(pythonSite(name));
  }
  return sites;
}

function readImport(source: MarkedText, offset: number, sites: ImportSite[]): number {
  let token = tokenInStatement(source, offset);
  while (token.kind === 'word' && !token.acrossLines) {
    const name = nameAfter(source, token.start, '.')!;
    sites.push(pythonSite(name));
    token = behindAlias(source, tokenInStatement(source, name.end));
    if (token.text !== ',') break;
    token = tokenInStatement(source, token.end);
  }
  return token.start;
}

function readFromImport(source: MarkedText, offset: number, sites: ImportSite[]): number {
  let token = tokenInStatement(source, offset);
  const { start } = token;
  let end = start;
  for (; token.text === '.'; token = tokenInStatement(source, token.end)) end = token.end;
  let text = source.text.slice(start, end).replace(/[^.]+/g, '');
  if (token.kind === 'word' && token.text !== 'import') {
    const name = nameAfter(source, token.start, '.')!;
    text += name.text;
    end = name.end;
    token = tokenInStatement(source, end);
  }
  if (token.text !== 'import' || token.acrossLines || text === '' || text.length > maxNameLength)
    return token.start;
  const within = pythonSite({ text, start, end });
  sites.push(within);

  const prefix = text.endsWith('.') ? text : `${text}.`;
  token = tokenInStatement(source, token.end);
  const inParentheses = token.text === '(';
  if (inParentheses) token = tokenInStatement(source, token.end);
  while (token.kind === 'word' && (inParentheses || !token.acrossLines)) {
    if (token.text === 'import' || token.text === 'from') break;
    const name = { text: prefix + token.text, start: token.start, end: token.end };
    if (name.text.length <= maxNameLength) sites.push({ ...pythonSite(name), within });
    token = behindAlias(source, tokenInStatement(source, token.end));
    if (token.text !== ',') break;
    token = tokenInStatement(source, token.end);
  }
  return token.start;
}

/** `..a.b` is `../a/b`: one dot is the folder of the importing file, each further dot the folder around. */
function pythonSite(name: Name): ImportSite {
  const dots = /^\.*/.exec(name.text)![0].length;
  if (dots === 0) return importSite(name);
  const folder = dots === 1 ? './' : '../'.repeat(dots - 1);
  return importSite(name, folder + name.text.slice(dots).replaceAll('.', '/'));
}

/** The token at `offset`; a backslash at the end of a line does not end the statement. */
function tokenInStatement(source: MarkedText, offset: number): Token {
  let token = tokenAfter(source, offset);
  while (token.text === '\\') token = { ...tokenAfter(source, token.end), acrossLines: false };
  return token;
}

/** The token behind `as name`, where `token` is that `as`; otherwise `token`. */
function behindAlias(source: MarkedText, token: Token): Token {
  if (token.text !== 'as') return token;
  return tokenInStatement(source, tokenInStatement(source, token.end).end);
}
