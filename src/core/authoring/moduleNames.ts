import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import { maxCharacters } from '../match/documentMatches';
import { findImports } from '../match/imports';

/**
 * The modules that a workspace imports, as far as that is cheap to know: what its manifests depend on, and what open
 * documents import, relative paths left out. Each with where it is known from.
 */
export function moduleNames(
  manifests: readonly string[],
  documents: Iterable<TextDocument>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const manifest of manifests)
    for (const name of dependenciesIn(manifest)) names.set(name, 'a dependency in package.json');
  for (const document of documents) {
    const text = document.getText();
    if (text.length > maxCharacters) continue;
    const { languageId } = document;
    for (const { module, path } of findImports(text, scanRegions(text, languageId), languageId))
      if (path === undefined && !names.has(module)) names.set(module, 'imported in an open document');
  }
  return names;
}

/** The names that a `package.json` depends on; none where it is broken. */
function dependenciesIn(manifest: string): readonly string[] {
  let data: unknown;
  try {
    data = JSON.parse(manifest);
  } catch {
    return [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return dependencyKeys.flatMap((key) => {
    const names: unknown = (data as Record<string, unknown>)[key];
    return typeof names === 'object' && names !== null ? Object.keys(names) : [];
  });
}

const dependencyKeys = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
