/**
 * A process that holds the checklist of a folder against its diff, as the server does when a review is asked for the
 * first time; then a file is saved, and it is asked again. Argument: the folder. Prints a `ReviewTimes` as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Git } from '../../src/core/git';
import type { ReviewResult } from '../../src/core/review/reviewItem';
import { scanLimits } from '../../src/core/markers/scanFile';
import { createService } from '../../src/core/service';
import { fileUri } from '../../src/node/fileUri';
import { createGit } from '../../src/node/git';
import { createNodeHost } from '../../src/node/nodeHost';
import { createCopyingSearch } from '../../src/node/simdSearch';
import { pause } from '../../src/node/thisProcess';
import { createV8Regex } from '../../src/node/v8Regex';
import { timed } from './measure';

/** Milliseconds where nothing else is said. */
export interface ReviewTimes {
  readonly first: number;
  /** Of that, until the diff was known. */
  readonly git: number;
  /** After one file was saved. */
  readonly again: number;
  /** The longest time that the event loop was kept. */
  readonly block: number;
  readonly files: number;
  readonly items: number;
}

async function main(folder: string): Promise<ReviewTimes> {
  const silent = () => undefined;
  const log = { error: silent, warn: silent, info: silent, debug: silent };
  const service = createService({
    host: createNodeHost({ log }),
    engine: createV8Regex(),
    createSearch: createCopyingSearch(scanLimits.fileBytes),
    pause,
  });
  await service.setFolders([fileUri(folder)]);
  let gitTook = 0;
  const git = createGit({ log });
  const timedGit: Git = {
    ...git,
    async diff(...asked) {
      const begun = performance.now();
      const result = await git.diff(...asked);
      gitTook = performance.now() - begun;
      return result;
    },
  };
  // That git is looked at when it comes is no part of a review.
  await new Promise<void>((resolve) => {
    service.setGit({
      ...timedGit,
      head: (folder) => git.head(folder).finally(() => setImmediate(resolve)),
    });
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let result: ReviewResult | undefined;
  const ask = async () => (result = await service.review.query({ me: [], answers: [] }));
  delay.enable();
  const first = await timed(ask);
  const path = 'src/part7/file7.ts';
  const before = readFileSync(join(folder, path));
  let again: number;
  try {
    writeFileSync(join(folder, path), `${before.toString()}// saved\n`);
    const added = result!.added;
    again = await timed(async () => {
      await service.filesChanged([{ uri: fileUri(join(folder, path)), kind: 'changed' }]);
      await ask();
    });
    if (result!.added !== added + 1) throw new Error('the file was not seen');
  } finally {
    writeFileSync(join(folder, path), before);
  }
  delay.disable();
  service.dispose();
  const { files, groups, others } = result!;
  const items = groups.reduce((sum, group) => sum + group.items.length, others.length);
  return { first, git: gitTook, again, block: delay.max / 1e6, files, items };
}

void main(process.argv[2]!).then((times) => process.stdout.write(JSON.stringify(times)));
