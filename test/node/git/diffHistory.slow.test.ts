import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyEdit,
  type Area,
  areas,
  doWork,
  edit,
  layBase,
  type Push,
  push,
  pushToBase,
  work,
} from './historyCases';
import { createService } from '../../../src/core/service';
import { fileUri } from '../../../src/node/fileUri';
import { createNodeHost } from '../../../src/node/nodeHost';
import { temporaryRepository, type TemporaryRepository } from './temporaryRepository';

const runs = { numRuns: 5, endOnFailure: true };

/** What is left alone by all that does not edit, and told anew by all that does. */
describe('what answers are about, in repositories made at random', function () {
  this.timeout(600_000);
  let count = 0;

  after(() => console.log(`      ${count} histories`));

  const histories = (name: string, check: (repository: TemporaryRepository, other: Push) => Promise<void>) =>
    it(name, () =>
      fc.assert(
        fc.asyncProperty(work, push, async (given, other) => {
          const repository = await temporaryRepository();
          try {
            layBase(repository);
            doWork(repository, given);
            await check(repository, other);
            assert.deepEqual(repository.warnings, []);
            count++;
          } finally {
            await repository.remove();
          }
        }),
        runs,
      ),
    );

  const unchanged = (name: string, change: (repository: TemporaryRepository, other: Push) => void) =>
    histories(name, async (repository, other) => {
      const before = await look(repository);
      change(repository, other);
      assert.deepEqual(await look(repository), before);
    });

  unchanged('stay after a push to the base', pushToBase);
  unchanged('stay after a push to the base and a rebase onto it', (repository, other) => {
    pushToBase(repository, other);
    unlessConflict(repository, 'rebase', '--quiet', 'main');
  });
  unchanged('stay after the base was merged into the branch', (repository, other) => {
    pushToBase(repository, other);
    unlessConflict(repository, 'merge', '--quiet', '--no-edit', '--autostash', 'main');
  });
  unchanged('stay after other words for each commit', (repository) => {
    repository.run(
      '-c',
      'sequence.editor=sed -i s/^pick/reword/',
      '-c',
      'core.editor=sed -i "1s/^/Other words: /"',
      'rebase',
      '--quiet',
      '-i',
      'main',
    );
  });
  unchanged('stay after a commit of all that was not committed', ({ run }) => {
    run('add', '--all');
    run('commit', '--quiet', '--allow-empty', '-m', 'all of it');
  });
  unchanged('stay after it was added to the last commit', ({ run }) => {
    run('add', '--all');
    run('commit', '--quiet', '--allow-empty', '--amend', '--no-edit');
  });
  unchanged('stay after all commits became one', ({ run }) => {
    run('reset', '--quiet', '--soft', 'main');
    run('commit', '--quiet', '--allow-empty', '-m', 'one');
  });
  unchanged('stay after what was in the index was taken out of it', ({ run }) => {
    run('reset', '--quiet');
  });

  it('change for the area of an edit and for no other, and come back with what was there', () =>
    fc.assert(
      fc.asyncProperty(work, edit, async (given, next) => {
        const repository = await temporaryRepository();
        const copy = `${repository.folder}-copy`;
        try {
          layBase(repository);
          doWork(repository, given);
          const before = await look(repository);
          await cp(repository.folder, copy, {
            recursive: true,
            preserveTimestamps: true,
            verbatimSymlinks: true,
          });
          applyEdit(repository.folder, next);
          const after = await look(repository);
          assert.notEqual(after.all, before.all);
          for (const area of areas)
            if (area === next.area) assert.notEqual(after[area], before[area], area);
            else assert.equal(after[area], before[area], area);
          for (const area of areas) {
            await rm(join(repository.folder, area), { recursive: true });
            await cp(join(copy, area), join(repository.folder, area), {
              recursive: true,
              verbatimSymlinks: true,
            });
          }
          assert.deepEqual(await look(repository), before);
          count++;
        } finally {
          await repository.remove();
          await rm(copy, { recursive: true, force: true });
        }
      }),
      { ...runs, numRuns: 30 },
    ));

  it('come back after a commit and its revert', () =>
    fc.assert(
      fc.asyncProperty(work, edit, async (given, next) => {
        const repository = await temporaryRepository();
        try {
          layBase(repository);
          doWork(repository, { ...given, staged: [], unstaged: [] });
          const before = await look(repository);
          applyEdit(repository.folder, next);
          repository.commit('2026-03-01');
          assert.notDeepEqual(await look(repository), before);
          repository.run('revert', '--no-edit', 'HEAD');
          assert.deepEqual(await look(repository), before);
          count++;
        } finally {
          await repository.remove();
        }
      }),
      runs,
    ));
});

/** Runs git, and gives the case up where what both changed is a conflict. */
function unlessConflict(repository: TemporaryRepository, ...args: string[]): void {
  try {
    repository.run(...args);
  } catch {
    fc.pre(false);
  }
  // What was stashed and does not fit any more leaves git successful, and its conflicts in the index.
  fc.pre(repository.run('ls-files', '--unmerged') === '');
}

/** What the item of each area, and the one about all of it, is about now. */
async function look({ git, folder }: TemporaryRepository): Promise<Readonly<Record<Area | 'all', string>>> {
  const service = createService({ host: createNodeHost({ log }) });
  try {
    service.setGit(git);
    await service.setFolders([fileUri(folder)]);
    const result = await service.review.query({ base: 'main', me: [], answers: [] });
    assert.equal(result?.base, 'main');
    const items = [...result.groups.flatMap((group) => group.items), ...result.others];
    const of = (id: string) => {
      const { applies, fingerprint } = items.find((item) => item.id === `review/${id}`)!;
      return applies === true ? fingerprint : 'not asked';
    };
    return { src: of('src'), docs: of('docs'), all: of('all') };
  } finally {
    service.dispose();
  }
}

const log = {
  error: (message: string) => assert.fail(message),
  warn: (message: string) => assert.fail(message),
  info: () => undefined,
  debug: () => undefined,
};
