import type { YamlPair, YamlTree } from './yamlTree';

/**
 * The headings outside of fenced code, `#` and `##` unless told otherwise, in one pass over the lines: a parser of
 * Markdown needs the square of the text's length for some texts, and a file may be long. Code in a list
 * ends with the list.
 */
export function* headingsIn(text: string, bodyStart: number, deepest = 2) {
  const line = /^.*$/gm;
  line.lastIndex = bodyStart;
  let fence: string | undefined;
  let isList = false;
  let isInList = false;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const [content] = match;
    if (content === '') line.lastIndex++;
    if (/^\S/.test(content)) {
      if (isInList) fence = undefined;
      isList = fence === undefined && /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(content);
      isInList = false;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && content.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
      isInList = isList && /^[ \t]/.test(content);
    } else {
      const [, marks = '', name = ''] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(content.trimEnd()) ?? [];
      if (marks === '' || marks.length > deepest) continue;
      const end = match.index + content.trimEnd().length;
      yield { name: name.replace(/[ \t]#+$/, '').trim(), depth: marks.length, start: match.index, end };
    }
  }
}

/** A pair whose key stands nowhere. */
export function pairOf(tree: YamlTree): YamlPair {
  return { keyStart: tree.start, keyEnd: tree.end, tree };
}

/** The name of a file, without its ending. */
export function fileId(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.md$/i, '');
}
