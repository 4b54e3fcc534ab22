import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createDice } from './dice';
import { gitIndex } from './gitIndex';
import { type LanguageServer, startLanguageServer } from './languageServer';
import { inTurns, percentile, type Row, timed } from './measure';
import { guidanceFile, philosophies } from './philosophies';
import type { Stage } from './stage';
import { lowered, nouns, verbs } from './vocabulary';

const fileCount = 80_000;
const projects = 400;
const requests = 200;
const runs = 7;
const around = 100;

/** Globs typed in a source of a workspace of 80,000 files: the slowest answer of a hundred, beside one `git ls-files`. */
export async function completion(stage: Stage): Promise<readonly Row[]> {
  const folder = join(stage.temporaryFolder(), 'large');
  const paths = writeLargeTree(folder);
  const index = gitIndex(folder, { at: join(stage.temporaryFolder(), 'git'), paths });
  const head = guidanceFile(philosophies(around, { filesOf: () => '["packages/**"]' }));
  const before = '  - id: last\n    title: Last\n    why: So.\n    applies:\n';
  const key = '      files: "';
  const uri = pathToFileURL(join(folder, '.leadlight/guidance.yaml')).href;
  mkdirSync(join(folder, '.leadlight'));
  writeFileSync(join(folder, '.leadlight/guidance.yaml'), head);
  const server = await startLanguageServer(stage.server, folder);
  await server.hasRead(around);
  await server.open(uri, `${head}${before}${key}"\n`, 'yaml');
  const place = { line: `${head}${before}`.split('\n').length - 1, character: key.length };
  while ((await server.completion(place)).length < 10) await wait(50);

  const dice = createDice(80);
  const type = () =>
    typeGlobs(server, {
      place,
      globs: Array.from({ length: requests }, () => globOf(dice.pick(paths), dice.roll)),
    });
  const sides = [type, () => timed(() => index.run(['ls-files', '-z']))];
  await inTurns(2, sides);
  const [own = [], git = []] = await inTurns(runs, sides);
  await server.stop();
  return [
    {
      what: `Completion at a glob in ${fileCount.toLocaleString('en')} files: p99 of ${requests} as they are typed`,
      unit: 'ms',
      own,
      besides: { what: 'git ls-files', figures: git },
      goal: '1x',
    },
  ];
}

interface Typing {
  readonly place: { readonly line: number; readonly character: number };
  readonly globs: readonly string[];
}

/** Each is written in place of the one before, and then asked about. */
async function typeGlobs(server: LanguageServer, { place, globs }: Typing): Promise<number> {
  const times: number[] = [];
  let length = 0;
  for (const glob of globs) {
    await server.replace(place, length, glob);
    length = glob.length;
    const at = { ...place, character: place.character + length };
    times.push(await timed(() => server.completion(at)));
  }
  await server.replace(place, length, '');
  return percentile(times, 0.99);
}

/** As far as somebody has typed it: to a folder and some letters, or to a wildcard. */
function globOf(path: string, roll: (sides: number) => number): string {
  const folders = path.split('/').slice(0, -1);
  const depth = roll(folders.length + 1);
  const typed = folders
    .slice(0, depth)
    .map((name) => `${name}/`)
    .join('');
  const next = folders[depth] ?? '';
  return roll(4) === 0 ? `${typed}**/*` : `${typed}${next.slice(0, roll(3))}`;
}

function writeLargeTree(folder: string): readonly string[] {
  const dice = createDice(8);
  const endings = ['.ts', '.ts', '.test.ts', '.tsx', '.css', '.md', '.json', '.py'];
  const paths = Array.from({ length: fileCount }, (_, at) => {
    const number = at % projects;
    const project = `${lowered(nouns[number % nouns.length]!)}${number}`;
    return `packages/${project}/src/${dice.pick(verbs)}/${dice.pick(verbs)}${at}${dice.pick(endings)}`;
  });
  const folders = new Set(paths.map((path) => dirname(path)));
  for (const each of folders) mkdirSync(join(folder, each), { recursive: true });
  for (const path of paths) writeFileSync(join(folder, path), '');
  return paths;
}
