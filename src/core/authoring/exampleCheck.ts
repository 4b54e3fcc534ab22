import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOfName } from '../comments/languages';
import { indexDecisions } from '../guidance/decisionIndex';
import type { Entry, Philosophy } from '../guidance/model';
import type { Problem } from '../guidance/problem';
import { problemCodes } from '../guidance/problemCodes';
import { compileMatcher } from '../match/documentMatches';
import type { Selector } from '../match/selector';

const mostCharacters = 10_000;
const mostLanguages = 3;
const mostKnown = 2_000;

/**
 * Holds the examples of philosophies against their own selectors: what is bad must be found, and what is good must not
 * where each place is listed as a problem.
 * What was held once is remembered by its texts, so that an edit elsewhere in the file costs nothing.
 */
export function createExampleCheck(): (entry: Entry) => readonly Problem[] {
  const known = new Map<string, boolean>();
  const isFound = (entry: Philosophy, example: string, find: () => boolean): boolean => {
    const key = JSON.stringify([entry.parts.text(['applies']), example]);
    const found = known.get(key) ?? find();
    if (known.size >= mostKnown) known.clear();
    known.set(key, found);
    return found;
  };
  return (entry) => {
    if (entry.kind !== 'philosophy' || !isHeld(entry.applies)) return [];
    const { applies, uri, parts } = entry;
    const languages = languagesOf(applies);
    // A hint may stand on every place that its entry is about; where it is a problem, it must not stand on what is good.
    const isProblem = entry.level === 'info' || entry.level === 'warning';
    const isCertain = isProblem && (languages.length > 0 || applies.in === 'any');
    const findsIn = (example: string) => (language: string) =>
      findsExample(entry, { selector: applies, example, language });
    const wrong = (message: string, index: number, key: string): Problem => {
      const range = parts.range(['examples', index, key]);
      return { code, severity: problemCodes[code].severity, message, uri, range };
    };
    return entry.examples.flatMap(({ bad, good }, index): readonly Problem[] => {
      const isMissed =
        bad !== undefined &&
        bad.length <= mostCharacters &&
        // A linter may find what nothing else here does.
        applies.diagnostics.length === 0 &&
        (languages.length > 0 || applies.imports.length === 0) &&
        // Where a relative import leads depends on the file that it is in.
        !applies.imports.some((pattern) => pattern.startsWith('./')) &&
        !isFound(entry, bad, () => someOf(languages).some(findsIn(bad)));
      const isCaught =
        good !== undefined &&
        good.length <= mostCharacters &&
        isCertain &&
        isFound(entry, good, () => someOf(languages).every(findsIn(good)));
      return [
        ...(isMissed ? [wrong(missed, index, 'bad')] : []),
        ...(isCaught ? [wrong(caught, index, 'good')] : []),
      ];
    });
  };
}

const code = 'wrong-example';
const missed = 'The selector "applies" does not find this example, so it does not find such code either.';
const caught = 'The selector "applies" finds this good example, too: who follows it is told all the same.';

/** Whether code can be held against a selector: findings of other tools cannot be had of an example. */
function isHeld(selector: Selector | undefined): selector is Selector {
  if (selector === undefined) return false;
  return selector.text.length + selector.symbols.length + selector.imports.length > 0;
}

function languagesOf({ languages, files }: Selector): readonly string[] {
  if (languages !== undefined) return [...languages].slice(0, mostLanguages);
  const extensions = (files ?? []).flatMap(({ glob }) => glob.alternatives.map(({ extension }) => extension));
  const named = extensions.map((extension) => extension && languageOfName(`file${extension}`));
  const found = named.flatMap((language) => language || []);
  // A glob for files of any kind leaves open what the example is written in.
  return found.length < named.length ? [] : [...new Set(found)].slice(0, mostLanguages);
}

/** Where the language is not known, all of a text is code. */
function someOf(languages: readonly string[]): readonly string[] {
  return languages.length > 0 ? languages : ['plaintext'];
}

function findsExample(
  entry: Philosophy,
  { selector, example, language }: { selector: Selector; example: string; language: string },
): boolean {
  const matcher = compileMatcher({
    governing: [{ entry, selector, folderPath: '' }],
    terms: [],
    policies: [],
    decisions: indexDecisions([], entry.folder),
    area: undefined,
    direction: undefined,
  });
  const document = TextDocument.create('example:', language, 0, example);
  const found = matcher
    .follow(language)
    .find(document, { path: undefined, findings: [], isOverdue: () => false });
  return found.matches.length > 0;
}
