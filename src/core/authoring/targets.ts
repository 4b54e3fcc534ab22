import type { Range } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import type { WrittenText } from '../guidance/model';
import { rangeOf } from '../guidance/parts';
import { linesOfFragment } from '../text/fragment';
import { relativePath, resolveLink } from '../text/links';
import { cleanLine } from '../text/markdown';
import type { Name } from './names';
import { scalarsIn, textOf } from './writtenText';

/** Where a text of a source leads. */
export interface SourceLink {
  readonly range: Range;
  /** Of a file, with the part behind `#` where there is one; or a web address. */
  readonly uri: string;
  /** Plain text. */
  readonly tooltip: string;
}

export interface TargetInput {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** Its files, sorted; `undefined` until they were listed. */
  readonly files: ReadonlySet<string> | undefined;
}

/** The file of the workspace, or the web address, that a path leads to; `undefined` for anything else, a folder included. */
export function targetOf({ name, linkBase }: Name, { root, files }: TargetInput): string | undefined {
  const uri = resolveLink(name, { linkBase, root });
  if (uri === undefined || !uri.startsWith(root)) return uri;
  const path = relativePath(withoutFragment(uri), root);
  return files === undefined || (path !== undefined && files.has(path)) ? uri : undefined;
}

/** The paths of a source that lead somewhere, and its values that are web addresses. */
export function linksIn(
  written: WrittenText,
  names: readonly Name[],
  input: TargetInput,
): readonly SourceLink[] {
  const paths = names.flatMap((name): SourceLink[] => {
    const uri = name.of === 'file' ? targetOf(name, input) : undefined;
    return uri === undefined ? [] : [{ range: name.range, uri, tooltip: cleanLine(name.name) }];
  });
  const isTaken = new Set(paths.map(({ range }) => JSON.stringify(range.start)));
  const addresses = [...scalarsIn(written)].flatMap((scalar): SourceLink[] => {
    if (!/^https?:\/\/\S+$/.test(scalar.value)) return [];
    const range = rangeOf(written.document, textOf(written.document.getText(), scalar));
    return isTaken.has(JSON.stringify(range.start))
      ? []
      : [{ range, uri: scalar.value, tooltip: cleanLine(scalar.value) }];
  });
  return [...paths, ...addresses];
}

/** The place in a file that a URI leads to: the lines or the heading behind its `#`, else where it begins. */
export function placeIn(
  text: string | undefined,
  uri: string,
): { readonly uri: string; readonly range: Range } {
  const { fragment } = URI.parse(uri);
  const lines = text === undefined || fragment === '' ? undefined : linesOfFragment(text, fragment);
  const [start, end] = [lines?.start ?? 0, lines?.end ?? 0];
  const length = text?.split(/\r\n|\r|\n/)[end]?.length ?? 0;
  return {
    uri: withoutFragment(uri),
    range: {
      start: { line: start, character: 0 },
      end: { line: end, character: lines === undefined ? 0 : length },
    },
  };
}

export function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/, '');
}
