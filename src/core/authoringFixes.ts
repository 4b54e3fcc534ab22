import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { FixInput, SourceFix } from './authoring/fixInput';
import { decisionText, missingDecision, recordsLike } from './authoring/missingDecision';
import { problemFixes } from './authoring/problemFixes';
import { currentText } from './currentText';
import { limits } from './guidance/limits';
import type { Problem } from './guidance/problem';
import type { Host } from './host';
import { dayOf } from './text/day';
import { cleanLine } from './text/markdown';
import { touches } from './text/ranges';
import { normalize } from './workspaceFolders';

/** What mends a problem: a change of its source, or a file that is not there yet. */
export type ProblemAction = { readonly problem: Problem } & (SourceFix | NewFile);

export interface NewFile {
  /** Plain text. */
  readonly title: string;
  readonly uri: string;
  readonly text: string;
}

export interface FixQuery extends FixInput {
  readonly host: Host;
  /** The documents that editors hold, by normalized URI. */
  readonly open: ReadonlyMap<string, TextDocument>;
  /** Those of all sources. */
  readonly problems: readonly Problem[];
}

/** The records that are looked at to write one like them. */
const mostRecords = 5;

/** What mends the problems that a range of a source touches, beyond the fixes that they bring themselves. */
export async function fixesIn(range: Range, query: FixQuery): Promise<readonly ProblemAction[]> {
  const uri = normalize(query.document.uri);
  const here = query.problems.filter((problem) => problem.uri === uri && touches(problem.range, range));
  const found = await Promise.all(
    here.map(async (problem): Promise<readonly ProblemAction[]> => {
      const file = await newDecision(problem, query);
      const fixes = problemFixes(problem, query).map((fix) => ({ problem, ...fix }));
      return file === undefined ? fixes : [{ problem, ...file }, ...fixes];
    }),
  );
  return found.flat();
}

async function newDecision(problem: Problem, query: FixQuery): Promise<NewFile | undefined> {
  const { guidance, host, open } = query;
  const missing = missingDecision(problem, guidance);
  if (missing === undefined || open.has(normalize(missing.uri))) return undefined;
  if ((await host.readFile(missing.uri, 0)) !== undefined) return undefined;
  const uris = recordsLike(missing, guidance).slice(0, mostRecords);
  const held = { host, open: () => open };
  const texts = await Promise.all(
    uris.map((uri) => currentText(normalize(uri), held, limits.guidanceFileBytes)),
  );
  const records = texts.filter((text) => text !== undefined);
  const text = decisionText(missing, { records, guidance, today: dayOf(host.now()) });
  return { title: `Create ${cleanLine(missing.path)}`, uri: missing.uri, text };
}
