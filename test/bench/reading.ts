import { parseDocument } from 'yaml';
import { createService } from '../../src/core/service';
import { createV8Regex } from '../../src/node/v8Regex';
import { inTurns, type Row, timed } from './measure';
import { guidanceFile, philosophies } from './philosophies';
import { type TreeHost, treeHost, treeRoot } from './treeHost';

const count = 1000;

/** The options with which guidance is parsed: see `parseYaml`. */
export const yamlOptions = { uniqueKeys: false, prettyErrors: false, keepSourceTokens: true } as const;

/** Reading guidance, from a workspace's files to entries that serve, beside the YAML library on the same texts. */
export async function reading(): Promise<readonly Row[]> {
  const items = philosophies(count, { filesOf: () => '"src/**/*.ts"' });
  const rows: Row[] = [];
  for (const files of [20, 1]) rows.push(await readingRow(items, files));
  return rows;
}

async function readingRow(items: readonly string[], files: number): Promise<Row> {
  const texts = Array.from({ length: files }, (_, file) =>
    guidanceFile(items.slice((file * count) / files, ((file + 1) * count) / files)),
  );
  const host = treeHost();
  host.write('src/index.ts', '\n');
  for (const [file, text] of texts.entries()) host.write(`.leadlight/guidance${file}.yaml`, text);
  const sides = [
    () => timed(() => readAll(host)),
    () => timed(() => texts.forEach((text) => parseDocument(text, yamlOptions))),
  ];
  await inTurns(3, sides);
  const [own = [], yaml = []] = await inTurns(9, sides);
  return {
    what: `Reading 1,000 entries in ${files === 1 ? 'one file' : `${files} files`}, ${Math.round(texts.join('').length / 1024)} KiB`,
    unit: 'ms',
    own,
    besides: { what: 'yaml alone', figures: yaml },
    goal: '1.5x',
  };
}

/** Reads everything with a service of its own. */
async function readAll(host: TreeHost): Promise<void> {
  const service = createService({ host, engine: createV8Regex() });
  await service.setFolders([treeRoot]);
  const read = service.guidance().flatMap(({ entries }) => entries).length;
  const errors = service.problems().filter(({ severity }) => severity === 'error');
  if (read !== count || errors.length > 0)
    throw new Error(`${read} entries were read, with ${errors.length} errors`);
}
