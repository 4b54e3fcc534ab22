import assert from 'node:assert/strict';
import { createService } from '../../src/core/service';
import { createMemoryGit } from './memoryGit';
import { memoryHost, rootUri } from './memoryHost';

describe('the trend of a service', () => {
  it('counts what the workspace counts, and nothing without git', async () => {
    const host = memoryHost(`
      //- /.gitignore
      out/
      //- /.leadlight/guidance.yaml
      # TODO: not this
      //- /a.ts
      // TODO: one
      `);
    const service = createService({ host });
    await service.setFolders([rootUri]);
    assert.equal(await service.debt.trend(), undefined);
    const git = createMemoryGit();
    git.commit('2024-01-01', {
      'a.ts': '// TODO: one',
      'gone.ts': '// TODO: two',
      'out/built.ts': '// TODO: built',
      '.leadlight/guidance.yaml': '# TODO: not this',
    });
    git.commit('2024-02-01', { 'a.ts': '// TODO: one' });
    service.debt.setGit(git);
    const trend = await service.debt.trend();
    assert.deepEqual(
      trend?.points.map(({ markers }) => markers),
      [2, 1],
    );
    service.dispose();
  });
});
