import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Selector } from '../match/selector';
import { slug } from '../text/slug';
import { parseCodeowners, type CodeownersRule } from './codeowners';
import type { Area, Source } from './model';
import { entriesOnly, type SourceText } from './sourceText';

/** Reads CODEOWNERS as areas: each rule one, its owners as leads. A rule without owners is an area without a lead. */
export function readCodeowners(source: SourceText): Source {
  const { uri, text, folder, linkBase } = source;
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  const { rules, problems } = parseCodeowners(text, uri);
  const seen = new Map<string, number>();
  const entries = rules.map((rule): Area => {
    const name = `codeowners.${slug(rule.pattern)}`.slice(0, 60);
    // The same pattern may stand twice: the later one counts, and both are shown.
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return {
      kind: 'area',
      id: times === 1 ? name : `${name}-${times}`,
      title: rule.pattern,
      folder,
      linkBase,
      uri,
      range: rule.range,
      parts: { range: () => rule.range, text: () => document.getText(rule.range), lost: () => [] },
      applies: selectorOf(rule),
      leads: rule.owners,
      away: [],
      reviewers: [],
    };
  });
  return entriesOnly(source, { entries, problems });
}

function selectorOf({ glob, patternRange }: CodeownersRule): Selector {
  return {
    files: [{ glob, range: patternRange }],
    except: [],
    languages: undefined,
    text: [],
    in: 'code',
    imports: [],
    symbols: [],
    diagnostics: [],
    locates: false,
  };
}
