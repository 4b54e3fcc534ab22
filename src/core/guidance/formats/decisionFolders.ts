import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AddedFolder, Source } from '../model';
import { rangeOf } from '../parts';
import { entriesOnly, type SourceText } from '../sourceText';
import { parseYaml, type YamlTree } from '../yamlTree';

/** Where adr-tools (https://github.com/npryce/adr-tools) and log4brains (https://github.com/thomvaill/log4brains) say that decisions are. */
const files = /^((?:.*\/)?)(?:\.adr-dir|\.log4brains\.ya?ml)$/;

/** The folder of such a file (empty, or ending in `/`); `undefined` for any other. */
export function decisionFoldersOf(path: string): string | undefined {
  return files.exec(path)?.[1];
}

/** Reads `.adr-dir`, whose text is a folder, and `.log4brains.yml`, which names one and one for each package. */
export function readDecisionFolders(source: SourceText): Source {
  const document = TextDocument.create(source.uri, 'plaintext', 0, source.text);
  const trees = source.uri.endsWith('.adr-dir') ? [lineOf(source.text)] : log4brainsFolders(source.text);
  const read = trees.flatMap((tree): readonly AddedFolder[] =>
    typeof tree?.value === 'string' && tree.value !== ''
      ? [{ group: 'decisions', value: tree.value, range: rangeOf(document, tree) }]
      : [],
  );
  return { ...entriesOnly(source, { entries: [], problems: [] }), read };
}

function lineOf(text: string): YamlTree {
  const value = text.trim().split('\n')[0]!.trim();
  const start = text.indexOf(value);
  return { value, start, end: start + value.length };
}

function log4brainsFolders(text: string): readonly (YamlTree | undefined)[] {
  const project = parseYaml(text).trees[0]?.keys?.get('project')?.tree;
  const packages = project?.keys?.get('packages')?.tree.items ?? [];
  return [project, ...packages].map((tree) => tree?.keys?.get('adrFolder')?.tree);
}
