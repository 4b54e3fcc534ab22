import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import { maxCharacters } from '../match/documentMatches';
import { findImports } from '../match/imports';
import { dependenciesIn } from './dependencies';

export interface Manifest {
  /** Of the file, such as `go.mod`. */
  readonly name: string;
  readonly text: string;
}

/**
 * The modules that a workspace imports, as far as that is cheap to know: what its manifests depend on, and what open
 * documents import, relative paths left out. Each with where it is known from.
 */
export function moduleNames(
  manifests: readonly Manifest[],
  documents: Iterable<TextDocument>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name: file, text } of manifests)
    for (const name of dependenciesIn(file, text))
      if (!names.has(name)) names.set(name, `a dependency in ${file}`);
  for (const document of documents) {
    const text = document.getText();
    if (text.length > maxCharacters) continue;
    const { languageId } = document;
    for (const { module, path } of findImports(text, scanRegions(text, languageId), languageId))
      if (path === undefined && !names.has(module)) names.set(module, 'imported in an open document');
  }
  return names;
}
