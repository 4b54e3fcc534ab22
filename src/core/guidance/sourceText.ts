import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Compilers } from '../match/compilers';
import type { Entry, Source, WrittenText } from './model';
import { rangeOf } from './parts';
import { cutProblems, type Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';
import type { YamlProblem } from './yamlTree';

/** Where a file is and where its guidance belongs. */
export interface SourcePlace {
  readonly uri: string;
  /** Folder that globs are relative to; a URI that ends in `/`. */
  readonly folder: string;
  /** Folder that links are relative to; a URI that ends in `/`. */
  readonly linkBase: string;
}

/** A file's text and where its guidance belongs. */
export interface SourceText extends SourcePlace {
  readonly text: string;
  readonly compilers: Compilers;
}

/** A source that holds entries and no settings, as all do but the YAML files of `.leadlight/`. */
export function entriesOnly(
  { uri, folder, linkBase }: SourcePlace,
  { entries, problems, broken = false, written }: EntriesRead,
): Source {
  const told = toldProblems(problems, broken);
  const settings = { directions: [], extends: [], disable: [], ignore: [], read: [] };
  return { uri, folder, linkBase, entries, problems: told, ...settings, broken, written };
}

export interface EntriesRead {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Whether the syntax is broken. */
  readonly broken?: boolean;
  readonly written?: WrittenText;
}

/**
 * What is told of a file's problems. Where the syntax is broken only the break is: what else seems wrong is mostly
 * its echo. After the first hundred, one problem says how many more there are.
 */
export function toldProblems(problems: readonly Problem[], broken: boolean): readonly Problem[] {
  const told = broken ? problems.filter(({ code }) => syntaxCodes.has(code)) : problems;
  return cutProblems(told, (count) => `There are ${count} more problems in this file.`);
}

const syntaxCodes: ReadonlySet<ProblemCode> = new Set([
  'yaml-syntax',
  'unknown-alias',
  'tour-syntax',
  'too-deep',
  'too-many-values',
]);

/** A problem at offsets as a problem at positions of its document. */
export function readerProblem(
  { code, message, fix, ...place }: YamlProblem,
  document: TextDocument,
): Problem {
  return {
    code,
    severity: problemCodes[code].severity,
    message,
    uri: document.uri,
    range: rangeOf(document, place),
    ...(fix && { fix: { title: fix.title, newText: fix.newText, range: rangeOf(document, fix) } }),
  };
}
