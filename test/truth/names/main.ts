import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageIdOf } from '../../../src/core/comments/languages';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { WorkspaceGuidance } from '../../../src/core/guidance/workspaceGuidance';
import { compileSymbols } from '../../../src/core/match/symbols';
import { countFiles, filesOfCode } from '../../../src/core/names/countFiles';
import {
  createNamedIndex,
  fewFiles,
  type NamingEntry,
  namingTexts,
} from '../../../src/core/names/namedIndex';
import { passageNaming } from '../../../src/core/names/passage';
import { createPathFinder } from '../../../src/core/names/pathFinder';
import { proseNames } from '../../../src/core/names/proseNames';
import { relativePath } from '../../../src/core/text/links';
import { createNodeHost } from '../../../src/node/nodeHost';

/** A place in code where a hover could show what a text says. */
interface Place {
  readonly repository: string;
  readonly symbol: string;
  readonly entry: NamingEntry;
  readonly source: string;
  /** In how many files of code the name is, and whether that is little enough to show it. */
  readonly files: number;
  readonly isShown: boolean;
  readonly path: string;
  readonly line: string;
}

const host = createNodeHost({ log: { error: console.error, warn() {}, info() {}, debug() {} } });
const steps = [1, 2, 5, 10, 20, 50, 100, Infinity];
const readAtOnce = '--read=';

/**
 * Counts in checked-out repositories how many names between backticks lead from code to a text, by the number of files
 * that they are in, and prints a table. `--read=N` prints N places of each row, to be judged by reading them.
 */
export async function main(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const wanted = Number(args.find((arg) => arg.startsWith(readAtOnce))?.slice(readAtOnce.length) ?? 0);
  const perFolder: (readonly Place[])[] = [];
  for (const folder of folders) perFolder.push(await placesIn(resolve(folder)));
  const places = perFolder.flat();
  for (const kind of ['philosophy', 'decision'] as const) {
    console.log(
      `\n${kind === 'decision' ? 'Decisions' : 'Instructions'}\n\n| Files | Names | Places | Shown |`,
    );
    console.log('| --- | --: | --: | --: |');
    const rows = rowsOf(places.filter(({ entry }) => entry.kind === kind));
    for (const { label, found } of rows) {
      const names = new Set(found.map(({ repository, symbol }) => `${repository} ${symbol}`));
      const shown = found.filter(({ isShown }) => isShown);
      console.log(`| ${label} | ${names.size} | ${found.length} | ${shown.length} |`);
    }
    for (const { label, found } of rows) for (const place of evenly(found, wanted)) show(label, place);
  }
  return places.length > 0 ? 0 : 1;
}

async function placesIn(folder: string): Promise<readonly Place[]> {
  const repository = basename(folder);
  const root = `${pathToFileURL(folder).href}/`;
  const workspace = new WorkspaceGuidance({ host, root, onDidChange() {} });
  await workspace.load();
  const { guidance } = workspace;
  const files = workspace.files!.files;
  const code = filesOfCode(files);
  const naming = namingTexts(guidance).map((each) => ({ ...each, names: proseNames(each.text) }));
  const symbols = [...new Set(naming.flatMap(({ names }) => names.symbols))];
  const turns = { now: () => 0 };
  const isCancelled = () => false;
  const begun = performance.now();
  const counted = (await countFiles(symbols, { host, root, turns, paths: code, isCancelled }))!;
  const took = Math.round(performance.now() - begun);
  const counts = new Map(symbols.map((symbol, at) => [symbol, counted[at]!]));
  const finder = createPathFinder(files);
  // Everything passes here: what is left out by its number of files is counted, too.
  const index = createNamedIndex({ guidance, naming, filesWith: () => 1, files: Infinity, finder });
  const places: Place[] = [];
  for (const path of code) {
    const languageId = languageIdOf(path);
    const named = index.at({ path, languageId, today: '' }).symbols;
    if (named.length === 0 || !existsSync(join(folder, path))) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    const found = compileSymbols(named.map(({ symbol }) => symbol)).find(text, scanRegions(text, languageId));
    for (const { pattern, start } of found) {
      const { symbol, entry } = named[pattern]!;
      const from = text.lastIndexOf('\n', start) + 1;
      const line = text.slice(from, Math.max(text.indexOf('\n', start), start)).trim();
      const total = counts.get(symbol)!;
      const source = relativePath(entry.uri, root) ?? entry.uri;
      const isShown = total <= fewFiles(code.length);
      places.push({ repository, symbol, entry, source, files: total, isShown, path, line });
    }
  }
  console.log(
    `${repository}${commitOf(folder)}: ${naming.length} texts, ${symbols.length} names, ${code.length} files of code counted in ${took} ms`,
  );
  return places;
}

function commitOf(folder: string): string {
  if (!existsSync(join(folder, '.git'))) return '';
  return ` at ${execFileSync('git', ['-C', folder, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()}`;
}

function rowsOf(places: readonly Place[]) {
  return steps.map((most, at) => {
    const least = (steps[at - 1] ?? 0) + 1;
    const label =
      most === Infinity ? `${least} and more` : least === most ? `${most}` : `${least} to ${most}`;
    return { label, found: places.filter(({ files }) => files >= least && files <= most) };
  });
}

/** One place for each name first; the same ones each time. */
function evenly(places: readonly Place[], count: number): readonly Place[] {
  const names = [...new Map(places.map((place) => [`${place.repository} ${place.symbol}`, place])).values()];
  return names.filter(
    (_, at) => Math.floor((at * count) / names.length) !== Math.floor(((at - 1) * count) / names.length),
  );
}

function show(label: string, { repository, source, entry, symbol, path, line }: Place): void {
  const text = entry.kind === 'decision' ? (entry.decision ?? '') : (entry.text ?? '');
  console.log(`\n[${label}] ${repository} ${source}, ${entry.title}: ${symbol}`);
  console.log(passageNaming(text, symbol).slice(0, 600).replace(/^/gm, '  > '));
  console.log(`  ${path}: ${line.slice(0, 160)}`);
}
