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
import { extensions, fileNames, namePatterns } from './languageFiles';

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

/**
 * The language id that VS Code gives a file by its name, for callers without an editor; `plaintext` when
 * nothing is known of it. A whole name wins over a pattern, and the longest extension wins.
 */
export function languageIdOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const byName = fileNames.get(name) ?? namePatterns.find(([pattern]) => pattern.test(name))?.[1];
  return byName ?? byExtension(name) ?? 'plaintext';
}

function byExtension(name: string): string | undefined {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const languageId = extensions.get(name.slice(dot));
    if (languageId !== undefined) return languageId;
  }
  return undefined;
}
