import { createService, type Service } from '../../src/core/service';
import { createV8Regex } from '../../src/node/v8Regex';
import { inTurns, median, type Row, timed } from './measure';
import { guidanceFile, philosophies } from './philosophies';
import { treeHost, treeRoot } from './treeHost';

const sources = 200;
const entriesASource = 5;
const otherFiles = 300;
const changesARun = 5;

/** Reading one source that changed, beside reading all of them, in a workspace of some size. */
export async function rereading(): Promise<readonly Row[]> {
  const host = treeHost();
  const items = philosophies(sources * entriesASource, {
    filesOf: (index) => `["src/m${index % 100}/**/*.ts", "src/**/*.ts"]`,
  });
  const textOf = (source: number) =>
    guidanceFile(items.slice(source * entriesASource, (source + 1) * entriesASource));
  for (let file = 0; file < otherFiles; file++) host.write(`src/m${file % 100}/part${file}.ts`, '\n');
  for (let source = 0; source < sources; source++) host.write(pathOf(source), textOf(source));

  const start = async () => {
    const service = createService({ host, engine: createV8Regex() });
    await service.setFolders([treeRoot]);
    return service;
  };
  const service = await start();
  let turn = 0;
  const change = async () => {
    const source = (turn * 37) % sources;
    host.write(pathOf(source), textOf(source).replace(/happened \w+/, `happened ${++turn} times`));
    await service.filesChanged([{ uri: treeRoot + pathOf(source), kind: 'changed' }]);
  };
  // One change alone takes too little time to be measured well.
  const changes = async () => {
    const figures: number[] = [];
    for (let index = 0; index < changesARun; index++) figures.push(await timed(change));
    return median(figures);
  };
  const sides = [changes, () => timed(start)];
  await inTurns(2, sides);
  const [own = [], all = []] = await inTurns(7, sides);
  expectNews(service, turn);
  return [
    {
      what: `Reading 1 of ${sources} sources that changed, among ${otherFiles.toLocaleString('en')} files`,
      unit: 'ms',
      own,
      besides: { what: 'reading all', figures: all },
      goal: '0.05x',
    },
  ];
}

function pathOf(source: number): string {
  return `.leadlight/team${source % 10}/source${source}.yaml`;
}

/** What is fast because it did nothing would not count. */
function expectNews(service: Service, turns: number): void {
  const news = service
    .guidance()
    .flatMap(({ entries }) =>
      entries.filter((entry) => 'why' in entry && entry.why?.includes(`happened ${turns} times`)),
    );
  if (news.length === 0) throw new Error('a changed source was not read');
}
