/**
 * A process that counts what 200 entries govern in the files of a folder, as the server does when a person opens their
 * file; the guidance is in memory only. Arguments: the worker's bundle, the folder. Prints a `LensTimes` as JSON.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../src/core/host';
import { createService } from '../../src/core/service';
import { fileUri } from '../../src/node/fileUri';
import { createNodeHost } from '../../src/node/nodeHost';
import { createPlaceCounter } from '../../src/node/placeCounter';
import { pause } from '../../src/node/thisProcess';
import { createV8Regex } from '../../src/node/v8Regex';
import { kernelGuidance } from './kernelGuidance';
import { timed } from './measure';

/** Milliseconds where nothing else is said. */
export interface LensTimes {
  /** From the first question to the last count. */
  readonly count: number;
  /** The same after an entry got another selector. */
  readonly again: number;
  /** Processor time of the count, of all threads. */
  readonly cpu: number;
  /** The longest time that the event loop was kept. */
  readonly block: number;
  readonly files: number;
  /** What stands above each entry. */
  readonly titles: readonly string[];
}

async function main(worker: string, folder: string): Promise<LensTimes> {
  const silent = () => undefined;
  const disk = createNodeHost({ log: { error: silent, warn: silent, info: silent, debug: silent } });
  const root = `${fileUri(folder)}/`;
  const uri = `${root}.leadlight/guidance.yaml`;
  const { text } = kernelGuidance();
  const host: Host = {
    ...disk,
    readFile: async (wanted, maxBytes) => {
      if (wanted === uri) return { kind: 'bytes', bytes: Buffer.from(text) };
      const content = await disk.readFile(wanted, maxBytes);
      // Linux ignores all whose name begins with a dot.
      return wanted === `${root}.gitignore` && content?.kind === 'bytes'
        ? { kind: 'bytes', bytes: Buffer.concat([content.bytes, Buffer.from('\n!.leadlight\n')]) }
        : content;
    },
    readDirectory: async (wanted) => {
      if (wanted === `${root}.leadlight`) return [{ name: 'guidance.yaml', kind: 'file' }];
      const listed = await disk.readDirectory(wanted);
      return `${wanted.replace(/\/$/, '')}/` === root
        ? [...listed, { name: '.leadlight', kind: 'directory' }]
        : listed;
    },
  };
  const engine = createV8Regex();
  let changed = silent as () => void;
  const service = createService({
    host,
    engine,
    pause,
    createCounter: () =>
      createPlaceCounter({ host, engine, worker, turns: { now: () => performance.now(), pause } }),
    onDidChangeLenses: () => changed(),
  });
  await service.setFolders([root]);
  const { lenses } = service.authoring;
  const ask = async (document: TextDocument) => {
    for (;;) {
      const news = new Promise<void>((resolve) => (changed = resolve));
      const all = lenses.lenses(document).filter(({ about }) => about.topic === 'governs');
      const titles = await Promise.all(
        all.map(async ({ about }) => (await lenses.title(about))?.title ?? ''),
      );
      if (!titles.some((title) => title.endsWith('so far'))) return titles;
      await news;
    }
  };
  const open = async (version: number, content: string) => {
    const document = TextDocument.create(uri, 'yaml', version, content);
    await service.documentChanged(document);
    return document;
  };
  const document = await open(1, text);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpuBefore = process.cpuUsage();
  let titles: readonly string[] = [];
  const count = await timed(async () => (titles = await ask(document)));
  const { user, system } = process.cpuUsage(cpuBefore);
  const other = await open(2, text.replace('symbols: [', 'symbols: [rwlock_init, '));
  const again = await timed(() => ask(other));
  delay.disable();
  const files = service.files()[0]?.files.length ?? 0;
  service.dispose();
  return { count, again, cpu: (user + system) / 1000, block: delay.max / 1e6, files, titles };
}

const [worker = '', folder = ''] = process.argv.slice(2);
void main(worker, folder).then((times) => process.stdout.write(JSON.stringify(times)));
