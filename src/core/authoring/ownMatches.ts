import { TextDocument } from 'vscode-languageserver-textdocument';
import { assembleGuidance } from '../guidance/guidance';
import { readLeadlight } from '../guidance/leadlight';
import type { Compilers } from '../match/compilers';
import { compileMatcher } from '../match/documentMatches';
import { scopeAt } from '../match/scope';
import type { Span } from '../text/pattern';
import type { CodeSelection } from './codeSelection';

export interface OwnMatchOptions {
  /** URI of the workspace folder, ending in `/`, and path of the guidance's folder in it. */
  readonly root: string;
  readonly folder: string;
  readonly compilers: Compilers;
  /** `2026-11-22` */
  readonly today: string;
}

/** Where the only philosophy of a YAML text matches in a code, with nothing else written down. UTF-16 offsets. */
export function ownMatches(
  yaml: string,
  { text, languageId, path }: Omit<CodeSelection, 'start' | 'end'>,
  { root, folder, compilers, today }: OwnMatchOptions,
): readonly Span[] {
  const base = `${root}${folder}`;
  const source = readLeadlight({
    text: yaml,
    uri: `${base}.leadlight/draft.yaml`,
    folder: base,
    linkBase: base,
    compilers,
  });
  const scope = scopeAt(assembleGuidance(root, [{ source, rank: 0 }]), { path, languageId, today });
  const document = TextDocument.create(`${root}draft`, languageId, 1, text);
  const { matches } = compileMatcher(scope)
    .follow(languageId)
    .find(document, { path, findings: [], isOverdue: () => false });
  return matches.filter(({ entry }) => entry.kind === 'philosophy');
}
