import type { Region } from '../../comments/regions';
import { tokenAfter, tokenBefore, type MarkedText } from '../codeTokens';
import { importSite, type ImportSite } from './importSite';
import { quotedName } from './names';

/** Ruby: `require`, `require_relative` and `load`, bare or of `Kernel`, and `autoload :Name, "path"` of any module. */
export function findRubyImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  for (const region of source.regions) {
    // Between back-quotes stands a command.
    if (region.kind !== 'string' || source.text[region.start] === '`') continue;
    const method = importingMethod(source, region);
    if (method === undefined || ['+', '.', '%', '*'].includes(tokenAfter(source, region.end).text)) continue;
    const name = quotedName(source, region);
    if (name === undefined) continue;
    sites.push(method === 'require_relative' ? importSite(name, `./${name.text}`) : importSite(name));
  }
  return sites;
}

function importingMethod(source: MarkedText, { start }: Region): string | undefined {
  let token = tokenBefore(source, start);
  const isSecond = token.text === ',';
  if (isSecond) {
    const constant = tokenBefore(source, token.start);
    const colon = tokenBefore(source, constant.start);
    if (colon.text !== ':') return undefined;
    token = tokenBefore(source, colon.start);
  }
  if (token.text === '(') token = tokenBefore(source, token.start);
  if (isSecond) return token.text === 'autoload' ? token.text : undefined;
  if (!/^(?:require|require_relative|load)$/.test(token.text)) return undefined;
  const dot = tokenBefore(source, token.start);
  if (dot.text === '.' && tokenBefore(source, dot.start).text !== 'Kernel') return undefined;
  return token.text;
}
