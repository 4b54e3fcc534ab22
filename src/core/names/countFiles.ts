import { URI, Utils } from 'vscode-uri';
import { isOfCode, languageIdOf } from '../comments/languages';
import type { Host } from '../host';
import { compileSymbols } from '../match/symbols';
import { decodeCode, isBinary, withoutUtf16 } from '../text/decode';
import { takingTurns, type Turns } from '../turns';

export interface CountInput {
  readonly host: Host;
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  readonly turns: Turns;
  /** Of files of code, relative to the workspace folder. */
  readonly paths: readonly string[];
  isCancelled(): boolean;
}

/** A larger file was written by a program. */
const fileBytes = 512 * 1024;
/** What is more is sampled; where each read is a request to somebody's server, so is what is more than a few. */
const mostFiles = { local: 5_000, remote: 300 };
const readsAtOnce = 16;

/** The files of code, in which a name may be met. */
export function filesOfCode(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => isOfCode(languageIdOf(path)));
}

/**
 * In how many of the files each symbol is, comments and strings included; of many files, some are read, a few milliseconds
 * at a time, and stand for the others. `undefined` when cancelled.
 */
export async function countFiles(
  symbols: readonly string[],
  { host, root, turns, paths, isCancelled }: CountInput,
): Promise<readonly number[] | undefined> {
  if (symbols.length === 0) return [];
  const most = root.startsWith('file:') ? mostFiles.local : mostFiles.remote;
  const each = Math.max(1, paths.length / most);
  const sample = paths.filter((_, at) => Math.floor(at / each) !== Math.floor((at - 1) / each));
  const compiled = compileSymbols(symbols);
  const counts = symbols.map(() => 0);
  const ourTurn = takingTurns(turns);
  const folder = URI.parse(root);
  for (let at = 0; at < sample.length; at += readsAtOnce) {
    const some = sample.slice(at, at + readsAtOnce);
    const contents = await Promise.all(
      some.map((path) => host.readFile(Utils.joinPath(folder, path).toString(), fileBytes)),
    );
    if (isCancelled()) return undefined;
    for (const content of contents) {
      await ourTurn();
      if (content?.kind !== 'bytes' || isBinary(content.bytes)) continue;
      const found = compiled.find(decodeCode(withoutUtf16(content.bytes)), []);
      for (const pattern of new Set(found.map((match) => match.pattern))) counts[pattern]!++;
    }
  }
  return counts.map((count) => Math.ceil((count * paths.length) / Math.max(1, sample.length)));
}
