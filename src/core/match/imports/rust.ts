import { tokenAfter, tokenBefore, type MarkedText } from '../codeTokens';
import { importSite, type ImportSite, type Name } from './importSite';
import { scanKeywords } from './keywords';
import { readUseTree } from './useTree';

/** Rust: `use a::{b, c::d};`, one site for each leaf, with or without `pub`; `extern crate a;`. */
export function findRustImports(source: MarkedText): readonly ImportSite[] {
  const sites: ImportSite[] = [];
  scanKeywords(source, ['use', 'extern'], (keyword) => {
    if (keyword.text === 'use') {
      // `r#use` is a name.
      if (tokenBefore(source, keyword.start).text === '#') return keyword.end;
      const add = (leaf: Name) => sites.push(importSite(leaf));
      return readUseTree(source, keyword.end, { separator: '::', modifiers: [], add });
    }
    const crate = tokenAfter(source, keyword.end);
    if (crate.text !== 'crate') return keyword.end;
    const name = tokenAfter(source, crate.end);
    if (name.kind === 'word') sites.push(importSite(name));
    return name.start;
  });
  return sites;
}
