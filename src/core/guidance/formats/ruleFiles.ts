import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DiagnosticSelector, everyFile, type Selector } from '../../match/selector';
import { cut } from '../../text/cut';
import { cleanLine } from '../../text/markdown';
import type { Format } from '../formats';
import type { Entry, Source } from '../model';
import { rangeOf } from '../parts';
import { entriesOnly, readerProblem, type SourceText } from '../sourceText';
import { descend, parseYaml, type Path, type YamlTree } from '../yamlTree';
import { foreignIds, foreignPhilosophy } from './foreignEntry';
import { type GlobText, readForeignGlobs } from './foreignGlobs';

/**
 * Rules of ast-grep (https://ast-grep.github.io/reference/yaml.html): each document of a file one rule. Its patterns
 * are the tool's to run: what people wrote beside them stands at its findings.
 */
export const astGrepFormat = {
  title: 'Rules of ast-grep',
  group: 'rules',
  readBy: ['ast-grep'],
  places: '`*.yml` in the folders that `sgconfig.yml` names under `ruleDirs`',
  gives: 'a philosophy for each rule, at its findings where it has a note',
  endings: ['yml', 'yaml'],
  folderOf: () => undefined,
  isInAdded: (inside) => /\.ya?ml$/.test(inside),
  read: (source) => readRules(source, astGrep),
} as const satisfies Format;

/** The configuration of ast-grep, which says where its rules are: https://ast-grep.github.io/reference/sgconfig.html. */
export const astGrepFolders = {
  title: 'Configuration of ast-grep',
  group: 'rules',
  readBy: ['ast-grep'],
  places: '`sgconfig.yml` in any folder',
  gives: 'where rules are',
  endings: ['yml', 'yaml'],
  folderOf: (path) => /^((?:.*\/)?)sgconfig\.ya?ml$/.exec(path)?.[1],
  read: readConfiguration,
} as const satisfies Format;

/** Rules of Semgrep (https://semgrep.dev/docs/writing-rules/rule-syntax): a list under `rules`. */
export const semgrepFormat = {
  title: 'Rules of Semgrep',
  group: 'rules',
  readBy: ['Semgrep'],
  places: '`.semgrep.yml` and `.semgrep/**/*.yml` in any folder',
  gives: 'a philosophy for each rule, at its findings where it has a reference',
  endings: ['yml', 'yaml'],
  folderOf: (path) => /^((?:.*?\/)??)\.semgrep(?:\/(?!.*\.test\.ya?ml$).+)?\.ya?ml$/.exec(path)?.[1],
  read: (source) => readRules(source, semgrep),
} as const satisfies Format;

interface RuleTool {
  readonly name: string;
  rulesIn(document: YamlTree): readonly YamlTree[];
  /** What it calls the findings of a rule. */
  codesOf(id: string): readonly string[];
  readonly notes: readonly Path[];
  /** Web addresses, one or a list. */
  readonly links: readonly Path[];
  readonly files: Path;
  readonly ignores: Path;
}

const astGrep: RuleTool = {
  name: 'ast-grep',
  rulesIn: (document) => (document.keys?.has('rule') ? [document] : []),
  codesOf: (id) => [id],
  notes: [['note']],
  links: [['url']],
  files: ['files'],
  ignores: ['ignores'],
};

const semgrep: RuleTool = {
  name: 'semgrep',
  rulesIn: (document) => descend(document, ['rules'])?.items ?? [],
  // The path of the file comes before the id, joined by dots.
  codesOf: (id) => [id, `*.${id}`],
  notes: [],
  links: [
    ['metadata', 'references'],
    ['metadata', 'source'],
  ],
  files: ['paths', 'include'],
  ignores: ['paths', 'exclude'],
};

function readConfiguration(source: SourceText): Source {
  const document = TextDocument.create(source.uri, 'yaml', 0, source.text);
  const { trees, problems, broken } = parseYaml(source.text);
  const folders = trees.flatMap((tree) => textsAt(tree, ['ruleDirs']));
  return {
    ...entriesOnly(source, {
      entries: [],
      problems: problems.map((problem) => readerProblem(problem, document)),
      broken,
    }),
    read: folders.map((place) => ({ group: 'rules', value: place.value, range: rangeOf(document, place) })),
  };
}

/** Reads a file of rules. Never throws; what is no rule is left alone. */
function readRules(source: SourceText, tool: RuleTool): Source {
  const document = TextDocument.create(source.uri, 'yaml', 0, source.text);
  const { trees, problems, broken } = parseYaml(source.text);
  const baseOf = foreignIds(source, document);
  const entries = trees
    .flatMap((tree) => tool.rulesIn(tree))
    .flatMap((rule): readonly Entry[] => {
      const [id] = textsAt(rule, ['id']);
      if (id === undefined) return [];
      const message = textsAt(rule, ['message'])[0]?.value.trim() ?? '';
      const first = cleanLine(/^[^\n]*?[.!?](?=\s|$)|^[^\n]*/.exec(message)![0]);
      const title = cut(first || cleanLine(id.value), 120);
      const base = baseOf({ title, name: id.value, start: rule.start, end: rule.end });
      const more = moreOf(rule, tool);
      return [
        foreignPhilosophy(base, {
          text: [...(cleanLine(message) === first ? [] : [message]), ...more].join('\n\n'),
          // The tool shows the message itself: the same once more at each finding would be noise.
          applies: more.length === 0 ? undefined : selectorOf(rule, { tool, id: id.value, source, document }),
          readBy: tool === astGrep ? astGrepFormat.readBy : semgrepFormat.readBy,
        }),
      ];
    });
  return entriesOnly(source, {
    entries,
    problems: problems.map((problem) => readerProblem(problem, document)),
    broken,
  });
}

/** What people wrote besides the message. */
function moreOf(rule: YamlTree, { notes, links }: RuleTool): readonly string[] {
  const urls = links.flatMap((path) => textsAt(rule, path)).map(({ value }) => value.trim());
  const web = [...new Set(urls)].filter((url) => /^https?:\/\/\S+$/.test(url));
  return [
    ...notes.flatMap((path) => textsAt(rule, path)).map(({ value }) => value.trim()),
    web.map((url) => `<${url}>`).join('  \n'),
  ].filter((each) => each !== '');
}

interface RulePlace {
  readonly tool: RuleTool;
  readonly id: string;
  readonly source: SourceText;
  readonly document: TextDocument;
}

function selectorOf(rule: YamlTree, { tool, id, source, document }: RulePlace): Selector {
  const globsAt = (path: Path) =>
    readForeignGlobs(textsAt(rule, path), {
      dialect: { reach: 'names' },
      folder: source.folder,
      rangeOf: (place) => rangeOf(document, place),
    });
  const files = descend(rule, tool.files) === undefined ? undefined : globsAt(tool.files);
  const diagnostics = tool.codesOf(id).map((code): DiagnosticSelector => ({ source: tool.name, code }));
  return {
    ...everyFile,
    files: files?.files,
    except: [...(files?.except ?? []), ...globsAt(tool.ignores).files],
    diagnostics,
    locates: true,
  };
}

/** The texts at a path, one or a list; in a list of ast-grep's globs one may be a mapping. */
function textsAt(rule: YamlTree, path: Path): readonly GlobText[] {
  const found = descend(rule, path);
  return (found?.items ?? (found === undefined ? [] : [found])).flatMap((each) => {
    const tree = each.keys?.get('glob')?.tree ?? each;
    if (typeof tree.value !== 'string') return [];
    return [{ value: tree.value, start: tree.start, end: tree.end }];
  });
}
