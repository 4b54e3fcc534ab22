import type { YamlPair, YamlProblem, YamlTree } from './yamlTree';

/** A page of Markdown as the mapping that it stands for. */
export interface PageTree {
  readonly tree: YamlTree;
  readonly problems: readonly YamlProblem[];
  /** Whether the syntax of its YAML is broken. */
  readonly broken: boolean;
}

/** The headings outside of fenced code, `#` and `##` unless told otherwise. */
export function* headingsIn(text: string, bodyStart: number, deepest = 2) {
  for (const { content, start } of linesOutsideCode(text, bodyStart)) {
    const [, marks = '', name = ''] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(content.trimEnd()) ?? [];
    if (marks === '' || marks.length > deepest) continue;
    const end = start + content.trimEnd().length;
    yield { name: name.replace(/[ \t]#+$/, '').trim(), depth: marks.length, start, end };
  }
}

/**
 * The lines outside of fenced code, in one pass: a parser of Markdown needs the square of the text's length for some
 * texts, and a file may be long. Code in a list ends with the list.
 */
export function* linesOutsideCode(text: string, bodyStart: number) {
  const line = /^.*$/gm;
  line.lastIndex = bodyStart;
  let fence: string | undefined;
  let listIndent: number | undefined;
  let isInList = false;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const [content] = match;
    if (content === '') line.lastIndex++;
    if (/^\S/.test(content)) {
      if (isInList) fence = undefined;
      listIndent = fence === undefined ? indentOfItem(content) : undefined;
      isInList = false;
    }
    const mark = fenceOf(content);
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && content.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
      isInList = listIndent !== undefined && content.search(/\S/) >= listIndent;
    } else {
      yield { content, start: match.index };
    }
  }
}

/** How far what belongs to an item of a list is indented; `undefined` for a line that begins none. */
function indentOfItem(line: string): number | undefined {
  const [, mark, space = '', rest] = /^([-*+]|\d{1,9}[.)])([ \t]+)(.*)$/.exec(line) ?? [];
  if (mark === undefined) return undefined;
  return mark.length + (rest === '' || space.length > 4 ? 1 : space.length);
}

/** The marks with which fenced code begins or ends; code between backticks may begin a line, too. */
function fenceOf(line: string): string | undefined {
  const [all = '', mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  return mark?.startsWith('`') && line.includes('`', all.length) ? undefined : mark;
}

/** A pair whose key stands nowhere. */
export function pairOf(tree: YamlTree): YamlPair {
  return { keyStart: tree.start, keyEnd: tree.end, tree };
}

/** A mapping of pairs, of which the last with a key counts. */
export function mappingOf(
  pairs: readonly (readonly [string, YamlPair])[],
  place: { readonly start: number; readonly end: number },
): YamlTree {
  const keys = new Map(pairs);
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, { tree }] of keys) value[key] = tree.value;
  return { value, keys, ...place };
}

/** The name of a file, without its ending. */
export function fileId(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.md$/i, '');
}
