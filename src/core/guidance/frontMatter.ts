import { parseYaml, type YamlProblem, type YamlTree } from './yamlTree';

export interface FrontMatter {
  /** The mapping between the `---` lines, with offsets in the whole text; empty where there is none. */
  readonly tree: YamlTree;
  /** Where the text after it begins. */
  readonly bodyStart: number;
  readonly problems: readonly YamlProblem[];
  readonly broken: boolean;
}

/** Splits YAML front matter off a Markdown text. Only YAML: no other language is ever looked at or run. */
export function splitFrontMatter(text: string): FrontMatter {
  const none: YamlTree = { value: null, start: 0, end: 0 };
  if (!/^---[ \t]*\r?\n/.test(text)) return { tree: none, bodyStart: 0, problems: [], broken: false };
  const close = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
  if (close === null) {
    const message = 'The front matter that begins here is never closed: add a line "---" after it.';
    return {
      tree: none,
      bodyStart: 0,
      problems: [{ code: 'yaml-syntax', message, start: 0, end: 3 }],
      broken: true,
    };
  }
  const end = 3 + close.index;
  const { trees, problems, broken } = parseYaml(`   ${text.slice(3, end)}`);
  return { tree: trees[0] ?? none, bodyStart: end + close[0].length, problems, broken };
}
