import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StepData } from '../../src/core/guidance/schema';
import { readText } from '../../src/core/walkthrough/anchorText';
import { proposeAnchor } from '../../src/core/walkthrough/proposeAnchor';
import { createAnchorResolver } from '../../src/core/walkthrough/resolveAnchors';
import { fileUri } from '../../src/node/fileUri';
import { createNodeHost } from '../../src/node/nodeHost';
import { createV8Regex } from '../../src/node/v8Regex';
import { inTurns, type Row, timed } from './measure';
import type { Stage } from './stage';

const fileCount = 300;
const anchorCount = 500;
const maxBytes = 2_000_000;

/** Where 500 steps lead in 300 files of our own code, beside reading these files as text. */
export async function anchors({ extension }: Stage): Promise<readonly Row[]> {
  const log = { error: fail, warn: fail, info: () => undefined, debug: () => undefined };
  const host = createNodeHost({ log });
  const root = `${fileUri(extension)}/`;
  const paths = filesUnder(extension, 'src').slice(0, fileCount);
  if (paths.length < fileCount) throw new Error(`only ${paths.length} files to anchor in`);
  const textOf = async (path: string) => {
    const content = await host.readFile(fileUri(join(extension, path)), maxBytes);
    return content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : fail(`no ${path}`);
  };
  const texts = await Promise.all(paths.map(textOf));
  const steps = Array.from({ length: anchorCount }, (_, index): NonNullable<StepData['at']> => {
    const file = paths[index % fileCount]!;
    const read = readText(texts[index % fileCount]!, file);
    // Every other one is a symbol, where the file has one.
    const declared = index % 2 === 0 ? read.outline[0] : undefined;
    const line = declared ? read.rangeOf(declared.start, declared.end).start.line : read.lines.length >> 1;
    return { file, ...proposeAnchor(read, { start: line, end: line }).at };
  });
  const source = { uri: `${root}.leadlight/none.yaml`, folder: root };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const resolve = async () => {
    const resolver = createAnchorResolver({ host, root, engine: createV8Regex() });
    const resolved = await Promise.all(steps.map((at) => resolver.resolve({ at, range }, source)));
    const lost = resolved.filter(({ state }) => state !== 'found');
    if (lost.length > 0) fail(`${lost.length} anchors were not found`);
  };
  const sides = [() => timed(resolve), () => timed(() => Promise.all(paths.map(textOf)))];
  await inTurns(3, sides);
  const [own = [], reading = []] = await inTurns(15, sides);
  return [
    {
      what: `Resolving ${anchorCount} anchors over ${fileCount} files`,
      unit: 'ms',
      own,
      besides: { what: 'reading these files', figures: reading },
      goal: '2x',
    },
  ];
}

function filesUnder(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${below}/${name.split('\\').join('/')}`)
    .sort();
}

function fail(message: string): never {
  throw new Error(message);
}
