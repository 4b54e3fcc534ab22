import type { Region } from '../comments/regions';
import type { MarkedText } from './codeTokens';
import { findCImports } from './imports/c';
import { findCsharpImports } from './imports/csharp';
import { findGoImports } from './imports/go';
import type { ImportSite } from './imports/importSite';
import { findJavaImports } from './imports/java';
import { findJavaScriptImports } from './imports/javascript';
import { findPhpImports } from './imports/php';
import { findPythonImports } from './imports/python';
import { findRubyImports } from './imports/ruby';
import { findRustImports } from './imports/rust';
import { findScriptBlockImports } from './imports/scriptBlocks';

export type { ImportSite } from './imports/importSite';

/** Every module that a text imports, by offset; none for a language that is not in the table. Linear in the text. */
export function findImports(
  text: string,
  regions: readonly Region[],
  languageId: string,
): readonly ImportSite[] {
  const sites = finders.get(languageId)?.({ text, regions }) ?? [];
  return sites.toSorted((a, b) => a.start - b.start);
}

/** By VS Code language id. */
const finders: ReadonlyMap<string, (source: MarkedText) => readonly ImportSite[]> = new Map([
  ['javascript', findJavaScriptImports],
  ['javascriptreact', findJavaScriptImports],
  ['typescript', findJavaScriptImports],
  ['typescriptreact', findJavaScriptImports],
  ['vue', findScriptBlockImports],
  ['svelte', findScriptBlockImports],
  ['html', findScriptBlockImports],
  ['python', findPythonImports],
  ['go', findGoImports],
  ['java', findJavaImports],
  ['kotlin', findJavaImports],
  ['groovy', findJavaImports],
  ['csharp', findCsharpImports],
  ['rust', findRustImports],
  ['ruby', findRubyImports],
  ['php', findPhpImports],
  ['c', findCImports],
  ['cpp', findCImports],
  ['cuda-cpp', findCImports],
  ['objective-c', findCImports],
  ['objective-cpp', findCImports],
]);
