import type { Range } from 'vscode-languageserver-types';
import { grouped } from '../text/grouped';
import { limits } from './limits';
import { isShape, type ProblemCode, type ProblemSeverity } from './problemCodes';

/** Something wrong in a source: where, what, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** Plain text, one or two sentences; may quote the source, so it is escaped by whoever renders it. */
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
  readonly related?: readonly ProblemPlace[];
  readonly fix?: ProblemFix;
}

export interface ProblemPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** A replacement in the problem's own source. */
export interface ProblemFix {
  readonly title: string;
  readonly range: Range;
  readonly newText: string;
}

/** Problems of one file: after the first hundred, one that stands for all others, and says how many they are. */
export function cutProblems(
  problems: readonly Problem[],
  restMessage: (count: number) => string,
): readonly Problem[] {
  const [next, ...others] = problems.slice(limits.problems);
  if (next === undefined) return problems;
  const { code, severity, uri, range } = next;
  const rest = { code, severity, uri, range, message: restMessage(others.length + 1) };
  return [...problems.slice(0, limits.problems), rest];
}

/** The same of problems of many files. */
export function cutEachFile(problems: readonly Problem[]): readonly Problem[] {
  return [...grouped(problems, ({ uri }) => [uri]).values()].flatMap((of) =>
    cutProblems(of, (count) => `There are ${count} more problems in this file.`),
  );
}

/** What another tool that knows YAML and our JSON Schema does not see in the files that it checks; see `isShape`. */
export function besideYamlTool(
  problems: readonly Problem[],
  isChecked: (uri: string) => boolean,
): readonly Problem[] {
  return problems.filter(
    ({ code, uri }) => !isShape(code) || !/\/\.leadlight\/.*\.ya?ml$/.test(uri) || !isChecked(uri),
  );
}
