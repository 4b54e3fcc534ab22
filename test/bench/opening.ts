import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { GuidanceReport } from '../../src/core/features/guidanceReport';
import { listWorkspace } from '../../src/core/guidance/workspaceFiles';
import { fileUri } from '../../src/node/fileUri';
import { createNodeHost } from '../../src/node/nodeHost';
import { type GitIndex, gitIndex } from './gitIndex';
import { startLanguageServer } from './languageServer';
import { inTurns, type Row, timed } from './measure';
import type { Stage } from './stage';
import { writeTeamTree } from './teamTree';

const runs = 3;

interface Tree {
  readonly name: string;
  readonly folder: string;
  /** A document of it, with the word that is hovered over in its first line, and what the right answer says. */
  readonly document: { readonly path: string; readonly languageId: string; readonly text: string };
  readonly word: string;
  readonly answer: RegExp;
}

interface Times {
  readonly hover: number;
  readonly counted: number;
}

/** From nothing to the first hover that answers, and to the view Guidance with all its figures. */
export async function opening(stage: Stage): Promise<readonly Row[]> {
  const team = join(stage.temporaryFolder(), 'team');
  writeTeamTree(team);
  const trees: Tree[] = [
    {
      name: "a team's repository",
      folder: team,
      document: { path: 'src/here.ts', languageId: 'typescript', text: '// See ADR-0012\n' },
      word: 'ADR',
      answer: /We agree on part 12/u,
    },
  ];
  const linux = await stage.setUpLinuxSource();
  if (linux === undefined)
    console.log('\nThe sources of Linux are left out: only Debian with root can fetch them.');
  else
    trees.push({
      name: 'Linux with its MAINTAINERS',
      folder: linux,
      document: { path: 'fs/ext4/here.c', languageId: 'c', text: '/* FIXME: lock it */\n' },
      word: 'FIXME',
      answer: /tytso/u,
    });
  const rows: Row[] = [];
  for (const tree of trees) rows.push(...(await rowsOf(tree, stage)));
  return rows;
}

async function rowsOf(tree: Tree, stage: Stage): Promise<readonly Row[]> {
  const paths = await filesIn(tree.folder);
  const index = gitIndex(tree.folder, { at: join(stage.temporaryFolder(), 'git'), paths });
  const { sources, files } = (await open(tree, stage.server)).report;
  const own = async (): Promise<Times> => (await open(tree, stage.server)).times;
  const git = async (): Promise<Times> => {
    const time = await timed(() => listAndRead(tree.folder, index, sources));
    return { hover: time, counted: time };
  };
  const [ours = [], theirs = []] = await inTurns(runs, [own, git]);
  const entries = sources.flatMap((source) => source.entries).length.toLocaleString('en');
  const what = `Opening ${tree.name}, ${files.toLocaleString('en')} files, ${entries} entries in ${sources.length} sources`;
  const row = (until: string, pick: (times: Times) => number): Row => ({
    what: `${what}: until ${until}`,
    unit: 'ms',
    own: ours.map(pick),
    besides: { what: 'git ls-files, and reading the sources', figures: theirs.map(pick) },
  });
  return [
    row('the first hover answers', ({ hover }) => hover),
    row('all files of each entry are counted', ({ counted }) => counted),
  ];
}

/** With a server of its own, from its start on. */
async function open(
  { folder, document, word, answer }: Tree,
  bundle: string,
): Promise<{ readonly times: Times; readonly report: GuidanceReport }> {
  const start = performance.now();
  const server = await startLanguageServer(bundle, folder);
  await server.open(pathToFileURL(join(folder, document.path)).href, document.text, document.languageId);
  const place = { line: 0, character: document.text.indexOf(word) + 1 };
  while (!answer.test(JSON.stringify(await server.hover(place)))) {
    if (performance.now() - start > 60_000) throw new Error(`no hover over ${word} says ${answer}`);
    await wait(5);
  }
  const hover = performance.now() - start;
  const [report] = await server.report();
  const counted = performance.now() - start;
  await server.stop();
  if (report === undefined) throw new Error('there is no report');
  return { times: { hover, counted }, report };
}

function listAndRead(folder: string, index: GitIndex, sources: GuidanceReport['sources']): void {
  index.run(['ls-files', '-z']);
  for (const { path } of sources) readFileSync(join(folder, path));
}

/** The files of a folder, as the server lists them. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const silent = () => undefined;
  const host = createNodeHost({ log: { error: silent, warn: silent, info: silent, debug: silent } });
  const listed = await listWorkspace(host, `${fileUri(folder)}/`);
  return listed?.files ?? [];
}
