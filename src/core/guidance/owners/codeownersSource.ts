import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source } from '../model';
import { entriesOnly, type SourceText } from '../sourceText';
import { parseCodeowners } from './codeowners';
import { isGitlab, parseGitlabOwners } from './gitlab';
import { areasOf } from './ownersArea';

/** Reads CODEOWNERS as areas: each rule one, its owners as leads. A rule without owners is an area without a lead. */
export function readCodeowners(source: SourceText): Source {
  const { uri, text } = source;
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  const { rules, problems } = isGitlab(uri, text) ? parseGitlabOwners(text, uri) : ofGithub(text, uri);
  return entriesOnly(source, {
    entries: areasOf(rules, { source, document, prefix: 'codeowners' }),
    problems,
  });
}

function ofGithub(text: string, uri: string) {
  const { rules, problems } = parseCodeowners(text, uri);
  return {
    rules: rules.map(({ pattern, owners, range, patternRange, glob }) => ({
      title: pattern,
      leads: owners,
      range,
      globs: [{ glob, range: patternRange }],
    })),
    problems,
  };
}
