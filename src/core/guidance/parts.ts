import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { descend, type Path, type YamlTree } from './yamlTree';

/** Where the parts of an entry stand in its source; positions are worked out when asked for. */
export interface Parts {
  /** The range of the value at a path such as `['applies', 'text', 0]`; of the nearest part around it where there is none. */
  range(path: Path): Range;
  /** What stands in the source at that path, quotes included. */
  text(path: Path): string;
  /** Keys or indexes of the value at that path that did not fit and were left out. */
  lost(path: Path): readonly string[];
}

/** Parts of an entry written in YAML. */
export function yamlParts(source: TextDocument, tree: YamlTree): Parts {
  const nearest = (path: Path): YamlTree => {
    for (let length = path.length; length > 0; length--) {
      const found = descend(tree, path.slice(0, length));
      if (found !== undefined) return found;
    }
    return tree;
  };
  return {
    range: (path) => rangeOf(source, nearest(path)),
    text: (path) => {
      const { start, end } = nearest(path);
      return source.getText().slice(start, end);
    },
    lost: (path) => descend(tree, path)?.lost ?? [],
  };
}

/** A range of offsets as a range of positions. */
export function rangeOf(
  source: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}
