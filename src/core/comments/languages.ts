import { cFamily } from './families/cFamily';
import { classicFamily } from './families/classicFamily';
import { dataFamily } from './families/dataFamily';
import type { LanguageSyntax } from './families/forms';
import { functionalFamily } from './families/functionalFamily';
import { markupFamily } from './families/markupFamily';
import { modernFamily } from './families/modernFamily';
import { scriptFamily } from './families/scriptFamily';
import { scriptingFamily } from './families/scriptingFamily';
import { shellFamily } from './families/shellFamily';
import { styleFamily } from './families/styleFamily';
import { systemFamily } from './families/systemFamily';
import { extensions, fileNames, interpreters, namePatterns } from './languageFiles';

/**
 * The languages whose comments and strings are known, by VS Code's language id.
 * An id with a colon is a part of a language, such as the code inside a format string.
 */
export const languages: readonly LanguageSyntax[] = [
  ...scriptFamily,
  ...cFamily,
  ...modernFamily,
  ...scriptingFamily,
  ...shellFamily,
  ...functionalFamily,
  ...classicFamily,
  ...styleFamily,
  ...markupFamily,
  ...dataFamily,
  ...systemFamily,
];

const ofCode = new Set(languages.flatMap(({ id, syntax }) => (syntax.data === true ? [] : [id])));

/** Whether a language is one of code, and not of data or prose; what is not known is none. */
export function isOfCode(languageId: string): boolean {
  return ofCode.has(languageId);
}

/**
 * The language id that VS Code gives a file by its name or else by its first line, for callers without an editor;
 * `plaintext` when nothing is known of it. A whole name wins over a pattern, and the longest extension wins.
 * `text` is the file's, or its beginning, where it is known.
 */
export function languageIdOf(path: string, text = ''): string {
  return languageOfName(path) ?? byInterpreter(text) ?? 'plaintext';
}

/** What the name of a file says of its language; `undefined` where only its first line may tell. */
export function languageOfName(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const byName = fileNames.get(name) ?? namePatterns.find(([pattern]) => pattern.test(name))?.[1];
  return byName ?? byExtension(name);
}

function byExtension(name: string): string | undefined {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const languageId = extensions.get(name.slice(dot));
    if (languageId !== undefined) return languageId;
  }
  return undefined;
}

/** The program that a script names to be run by: `#!/usr/bin/env -S VAR=1 python3.12 -u`. */
function byInterpreter(text: string): string | undefined {
  const line = /^#!([^\r\n]{1,256})/.exec(text)?.[1];
  const words = (line?.trim().split(/\s+/) ?? []).map((word) => word.slice(word.lastIndexOf('/') + 1));
  const program = words[0] === 'env' ? words.slice(1).find((word) => !/^-|=/.test(word)) : words[0];
  return program && interpreters.get(program.replace(/[-\d.]+$/, '').toLowerCase());
}
