import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { DiffState } from '../../../src/core/review/diffState';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('a diff that follows what is saved', () => {
  let repository: TemporaryRepository;
  before(async () => (repository = await temporaryRepository()));
  after(() => repository.remove());

  const paths = ['a', 'b', 'c', 'new', 'newer'];
  const path = fc.constantFrom(...paths);
  const edit = fc.record({
    kind: fc.constantFrom('write', 'write', 'restore', 'remove', 'rename', 'add'),
    path,
    to: path,
    word: fc.constantFrom('x', 'y'),
  });
  const original = (name: string) => Array.from({ length: 6 }, (_, at) => `${name} ${at}\n`).join('');

  it('is what the whole diff would be', async () => {
    for (const name of ['a', 'b', 'c']) await repository.write(name, original(name));
    const base = repository.commit('2024-01-02');
    const folder = repository.uri('.');
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        repository.run('reset', '--quiet', '--hard');
        repository.run('clean', '--quiet', '--force');
        const state = new DiffState({ folder, query: { base }, git: () => repository.git });
        await state.current();
        for (const { kind, path: name, to, word } of edits) {
          const inFolder = (one: string) => join(repository.folder, one);
          if (kind === 'write') await repository.write(name, `${word}\n${original(name)}`);
          else if (kind === 'restore') await repository.write(name, original(name));
          else if (kind === 'remove') await rm(inFolder(name), { force: true });
          else if (kind === 'add') repository.run('add', '--all');
          else await rename(inFolder(name), inFolder(to)).catch(() => undefined);
          state.touch([name, to]);
          const whole = await repository.git.diff(folder, { base });
          assert.deepEqual(await state.current(), whole);
        }
      }),
      { numRuns: 40 },
    );
  }).timeout(300_000);
});
