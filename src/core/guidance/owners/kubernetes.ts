import { TextDocument } from 'vscode-languageserver-textdocument';
import { z } from 'zod';
import { compilePathPattern, type PathPattern } from '../../text/pathPattern';
import type { Pattern } from '../../text/pattern';
import type { Source } from '../model';
import { rangeOf } from '../parts';
import { entriesOnly, readerProblem, type SourceText } from '../sourceText';
import { descend, parseYaml, type YamlProblem, type YamlTree } from '../yamlTree';
import { areasOf, globOf, type OwnersRule } from './ownersArea';

const names = z.array(z.string()).nullish().catch([]);
const people = z.object({ approvers: names }).nullish().catch({});

/** Keys that other readers know, such as `labels`, are theirs. */
const ownersFile = z.object({
  approvers: names,
  filters: z.record(z.string(), people).nullish().catch({}),
});

/**
 * Reads an OWNERS file of Kubernetes (https://go.k8s.io/owners) as the area of its folder, or as one for each of its
 * filters. OWNERS files that other tools read, such as Chromium's, are no mapping, and nothing is said of them.
 */
export function readOwners(source: SourceText): Source {
  const { uri, text, compilers } = source;
  const document = TextDocument.create(uri, 'yaml', 0, text);
  const { trees, problems, broken } = parseYaml(text);
  const tree = trees[0];
  const isOurs = tree?.keys !== undefined && ['approvers', 'filters'].some((key) => tree.keys!.has(key));
  if (!isOurs) return entriesOnly(source, { entries: [], problems: [] });
  const { approvers, filters } = ownersFile.parse(tree.value);
  const title = /([^/]+)\/$/.exec(source.folder)?.[1] ?? '';
  const bad: YamlProblem[] = [];
  const placeOf = (...path: string[]): YamlTree => descend(tree, path) ?? tree;
  const ruleOf = (
    leads: z.output<typeof names>,
    { place, name, pattern }: { place: YamlTree; name: string; pattern: PathPattern },
  ): OwnersRule[] => {
    const range = rangeOf(document, place);
    const handles = (leads ?? []).map(handleOf);
    if (handles.length === 0) return [];
    return [
      { title: name, leads: handles, range, globs: [{ glob: globOf(name, [pattern]), range }], group: name },
    ];
  };
  const rules = ruleOf(approvers, {
    place: placeOf('approvers'),
    name: decodeURIComponent(title),
    pattern: all,
  });
  for (const [filter, value] of Object.entries(filters ?? {})) {
    const place = placeOf('filters', filter);
    const pattern = filter === '.*' ? all : regexPattern(compilers.pattern(filter));
    if ('message' in pattern) {
      bad.push({ code: 'bad-pattern', message: pattern.message, start: place.start, end: place.end });
    } else rules.push(...ruleOf(value?.approvers, { place, name: filter, pattern }));
  }
  return entriesOnly(source, {
    entries: areasOf(rules, { source, document, prefix: 'owners' }),
    problems: [...problems, ...bad].map((problem) => readerProblem(problem, document)),
    broken,
  });
}

const aliasesFile = z.object({ aliases: z.record(z.string(), names).nullish().catch({}) });

/** Reads OWNERS_ALIASES: names that stand for people in every OWNERS file of the repository. */
export function readOwnersAliases(source: SourceText): Source {
  const { trees, problems, broken } = parseYaml(source.text);
  const document = TextDocument.create(source.uri, 'yaml', 0, source.text);
  const { aliases } = aliasesFile.catch({ aliases: {} }).parse(trees[0]?.value ?? {});
  return {
    ...entriesOnly(source, {
      entries: [],
      problems: problems.map((problem) => readerProblem(problem, document)),
      broken,
    }),
    aliases: new Map(
      Object.entries(aliases ?? {}).map(([name, members]) => [handleOf(name), (members ?? []).map(handleOf)]),
    ),
  };
}

const all = compilePathPattern(['**'], 'exact');

/** A regular expression over paths, which is looked for anywhere in them. */
export function regexPattern<Problem extends { readonly message: string }>(
  compiled: Pattern | Problem,
): PathPattern | Problem {
  if (!('matches' in compiled)) return compiled;
  const { literals } = compiled;
  const isTold = literals.length > 0 && !literals.some(({ ignoreCase }) => ignoreCase);
  return {
    // Nearly all paths hold none of the texts that one must hold which matches.
    matches: (path) =>
      (!isTold || literals.some(({ text }) => path.includes(text))) && compiled.matches(path).length > 0,
    coversFolder: () => false,
    prefix: [],
  };
}

function handleOf(name: string): string {
  return name.includes('@') ? name : `@${name}`;
}
