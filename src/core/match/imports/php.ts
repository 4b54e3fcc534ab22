import { kindAt, type Region } from '../../comments/regions';
import { tokenAfter, tokenBefore, type MarkedText, type Token } from '../codeTokens';
import { importSite, type ImportSite, type Name } from './importSite';
import { startsStatement } from './keywords';
import { nameAfter, quotedName } from './names';
import { readUseTree } from './useTree';

/** PHP: `use A\B;`, `use A\{B, C as D};`, `use function …`, `use const …`; `require` and `include` with and without `_once`. */
export function findPhpImports(source: MarkedText): readonly ImportSite[] {
  return [...findUses(source), ...findIncludes(source)];
}

/** In a class `use` takes in a trait, so only those outside of all braces but a namespace's count. */
function findUses(source: MarkedText): readonly ImportSite[] {
  const { text, regions } = source;
  const sites: ImportSite[] = [];
  const pattern = /[{}]|\b(?:use|namespace)\b/gi;
  let depth = 0;
  let namespaceDepth = 0;
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    if (kindAt(regions, hit.index) !== 'code') continue;
    if (hit[0] === '{') depth++;
    else if (hit[0] === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) namespaceDepth = 0;
    } else {
      const keyword = tokenAfter(source, hit.index);
      if (depth !== namespaceDepth || !startsPhpStatement(source, keyword)) continue;
      if (hit[0].toLowerCase() === 'use') {
        const add = (leaf: Name) => sites.push(importSite(leaf));
        pattern.lastIndex = readUseTree(source, keyword.end, {
          separator: '\\',
          modifiers: ['function', 'const'],
          add,
        });
      } else {
        const end = nameAfter(source, keyword.end, '\\')?.end ?? keyword.end;
        if (depth === 0 && tokenAfter(source, end).text === '{') namespaceDepth = 1;
        pattern.lastIndex = end;
      }
    }
  }
  return sites;
}

function startsPhpStatement(source: MarkedText, keyword: Token): boolean {
  return startsStatement(source, keyword, ';{}') || tokenBefore(source, keyword.start).text === 'php';
}

function findIncludes(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  for (const region of source.regions) {
    if (region.kind !== 'string') continue;
    const { before, folder } = folderBefore(source, region);
    const word = before.text === '(' ? tokenBefore(source, before.start) : before;
    if (!/^(?:require|include)(?:_once)?$/i.test(word.text)) continue;
    const name = tokenAfter(source, region.end).text === '.' ? undefined : quotedName(source, region);
    if (name === undefined) continue;
    sites.push(folder === undefined ? importSite(name) : importSite(name, folder + name.text));
  }
  return sites;
}

/** The token in front of `__DIR__ . '…'` or `dirname(__DIR__) . '…'` and the folder that it says, seen from the file. */
function folderBefore(source: MarkedText, { start }: Region): { before: Token; folder?: string } {
  const before = tokenBefore(source, start);
  if (before.text !== '.') return { before };
  const tokens = [tokenBefore(source, before.start)];
  while (tokens.length < 5) tokens.push(tokenBefore(source, tokens.at(-1)!.start));
  const texts = tokens.map(({ text }) => text);
  if (texts[0] === '__DIR__') return { before: tokens[1]!, folder: '.' };
  const [close, constant, open, callee] = texts;
  if (close !== ')' || open !== '(' || callee?.toLowerCase() !== 'dirname') return { before };
  if (constant === '__DIR__') return { before: tokens[4]!, folder: '..' };
  return constant === '__FILE__' ? { before: tokens[4]!, folder: '.' } : { before };
}
