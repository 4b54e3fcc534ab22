import { join } from 'node:path';
import { ownersIn } from '../../src/core/features/owners';
import { assembleGuidance } from '../../src/core/guidance/guidance';
import { parseCodeowners } from '../../src/core/guidance/owners/codeowners';
import { readCodeowners } from '../../src/core/guidance/owners/codeownersSource';
import { createCompilers } from '../../src/core/match/compilers';
import { createDice } from './dice';
import { gitIndex } from './gitIndex';
import { inTurns, type Row, timed } from './measure';
import { filesIn } from './opening';
import type { Stage } from './stage';
import { treeRoot } from './treeHost';

const runs = 7;
const rules = 400;
const uri = `${treeRoot}.github/CODEOWNERS`;

/** A pattern of CODEOWNERS, and the same one as git's attributes have it, where no folder stands for its files. */
interface Pattern {
  readonly owners: string;
  readonly attributes: string;
}

/** Who owns each file of Linux by 400 rules, on one core, beside git's attributes with the same patterns. */
export async function owners(stage: Stage): Promise<readonly Row[]> {
  const linux = await stage.setUpLinuxSource();
  if (linux === undefined) {
    console.log('\nThe owners in Linux are left out: only Debian with root can fetch its sources.');
    return [];
  }
  const paths = await filesIn(linux);
  const patterns = patternsFor(paths);
  const text = patterns.map((pattern, index) => `${pattern.owners} @o${index}\n`).join('');
  const index = gitIndex(linux, { at: join(stage.temporaryFolder(), 'git'), paths });
  index.writeAttributes(patterns.map((pattern, at) => `${pattern.attributes} owner=@o${at}\n`).join(''));
  const input = paths.map((path) => `${path}\0`).join('');
  const checkAttributes = () => index.run(['check-attr', '-z', '--stdin', 'owner'], input);
  const lookUp = () => {
    const { ownersOf } = parseCodeowners(text, uri);
    return paths.map((path) => ownersOf(path)?.owners[0]);
  };
  expectSame(paths, lookUp(), checkAttributes());

  const sides = [
    () => timed(lookUp),
    () => timed(() => tell(text, paths)),
    () => timed(checkAttributes),
  ] as const;
  await inTurns(2, sides);
  const [own = [], told = [], git = []] = await inTurns(runs, sides);
  const what = `Owners of ${paths.length.toLocaleString('en')} files by ${rules} rules`;
  const besides = { what: 'git check-attr', figures: git };
  return [
    { what: `${what} (under 1,000 ms)`, unit: 'ms', own, besides },
    {
      what: `${what}: read as guidance, and told as by "Who Owns This?" (under 1,000 ms)`,
      unit: 'ms',
      own: told,
      besides,
    },
  ];
}

/** What a person asks: who owns everything. */
async function tell(text: string, files: readonly string[]): Promise<void> {
  const place = { uri, folder: treeRoot, linkBase: treeRoot, compilers: createCompilers() };
  const guidance = assembleGuidance(treeRoot, [
    { source: readCodeowners({ ...place, text }), rank: Infinity },
  ]);
  const report = await ownersIn({
    guidance,
    files: { files, links: [], ignoreFiles: [], truncated: false, isIgnored: () => false },
    path: '',
    today: '2026-01-01',
    turns: { now: () => performance.now(), pause: () => Promise.resolve() },
  });
  if (report.areas.length < rules / 2) throw new Error(`${report.areas.length} rules own something`);
}

/** Folders, endings in folders, names and wildcards as they are in such files, of the tree itself. */
function patternsFor(paths: readonly string[]): readonly Pattern[] {
  const dice = createDice(400);
  const same = (pattern: string): Pattern => ({ owners: pattern, attributes: pattern });
  const kinds: readonly ((path: string) => Pattern)[] = [
    (path) => folderPattern(`/${path.slice(0, path.lastIndexOf('/'))}`),
    (path) => folderPattern(`/${path.split('/').slice(0, 2).join('/')}`),
    (path) => same(`/${path.slice(0, path.lastIndexOf('/'))}/*${extensionOf(path)}`),
    (path) => same(`/${path.split('/')[0]}/**/${path.slice(path.lastIndexOf('/') + 1)}`),
    (path) => same(`*${extensionOf(path)}`),
    (path) => folderPattern(`/${path.split('/')[0]}/*/${path.split('/')[2]}`),
  ];
  const deep = paths.filter((path) => path.split('/').length > 3 && /^[\w./-]+$/u.test(path));
  const found = Array.from({ length: rules - 1 }, (_, index) =>
    kinds[index % kinds.length]!(dice.pick(deep)),
  );
  return [same('*'), ...found.toSorted((a, b) => a.owners.length - b.owners.length)];
}

function folderPattern(folder: string): Pattern {
  return { owners: `${folder}/`, attributes: `${folder}/**` };
}

/** With its dot; a name without one ends with itself. */
function extensionOf(path: string): string {
  return /[^/.]*(?:\.[^/.]+)?$/u.exec(path)![0].replace(/^[^.]*(?=\.)/u, '');
}

/** What is fast because it is wrong would not count. */
function expectSame(paths: readonly string[], found: readonly (string | undefined)[], output: string): void {
  const fields = output.split('\0');
  const other = paths.filter((path, at) => fields[3 * at] !== path || fields[3 * at + 2] !== found[at]);
  if (other.length > 0) throw new Error(`git says something else of ${other.length} files: ${other[0]}`);
}
