import assert from 'node:assert/strict';
import type { Blame } from '../../src/core/git';
import { createService } from '../../src/core/service';
import { blamingGit, settled } from './features/blamingGit';
import { createMemoryGit } from './memoryGit';
import { memoryHost, rootUri } from './memoryHost';
import { openFixture } from './workspace';

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
    assert.equal(await service.debt.readTrend(), undefined);
    const git = createMemoryGit();
    git.commit('2024-01-01', {
      'a.ts': '// TODO: one',
      'gone.ts': '// TODO: two',
      'out/built.ts': '// TODO: built',
      '.leadlight/guidance.yaml': '# TODO: not this',
    });
    git.commit('2024-02-01', { 'a.ts': '// TODO: one' });
    service.setGit(git);
    const trend = await service.debt.readTrend();
    assert.deepEqual(
      trend?.points.map(({ markers }) => markers),
      [2, 1],
    );
    service.dispose();
  });

  it('is of all folders, each file once, and says how far it is', async () => {
    const inner = `${rootUri}inner/`;
    const service = createService({ host: memoryHost('//- /inner/a.ts\n') });
    await service.setFolders([rootUri, inner]);
    const [outside, inside] = [createMemoryGit(), createMemoryGit()];
    outside.commit('2024-01-01', { 'a.ts': '// TODO: one', 'inner/a.ts': '// TODO: two' });
    outside.commit('2024-03-01', { 'a.ts': '// TODO: one\n// TODO: more', 'inner/a.ts': '// TODO: two' });
    inside.commit('2024-02-01', { 'a.ts': '// TODO: two' });
    const of = (folder: string) => (folder === inner ? inside : outside);
    service.setGit({
      ...outside,
      sampleHistory: (folder, options) => of(folder).sampleHistory(folder, options),
      readBlobs: (folder, ...rest) => of(folder).readBlobs(folder, ...rest),
    });
    const shares: number[] = [];
    const trend = await service.debt.readTrend({ onProgress: (share) => shares.push(share) });
    assert.deepEqual(
      trend?.points.map(({ day, markers, inflow }) => `${day} ${markers} +${inflow}`),
      ['2024-01-01 1 +0', '2024-02-01 2 +1', '2024-03-01 3 +1'],
    );
    assert.deepEqual(shares, [0.25, 0.5, 1]);
    const cancel = new AbortController();
    cancel.abort();
    assert.equal(await service.debt.readTrend({ signal: cancel.signal }), undefined);
    service.dispose();
  });
});

describe('the ages of a service', () => {
  const marker = '//- /a.ts\n// TO$0DO: one\n';
  const line = { author: 'Maya', email: '', day: '2026-06-01' };
  const uncommitted: Blame = { lines: [line, line] };
  const committed: Blame = { lines: [1, 2].map(() => ({ ...line, commit: 'c0ffee' })) };

  for (const path of ['.git/HEAD', '.git/refs/heads/main', '.git-blame-ignore-revs'])
    it(`are asked for anew when ${path} changed, in the editor and in the view Debt`, async () => {
      const git = blamingGit(uncommitted);
      const answers = [uncommitted];
      const { service, document, offset } = await openFixture(`${marker}//- /b.ts\n// TODO: two\n`, {
        git: { ...git, blame: async () => answers.at(-1) },
      });
      await service.debt.scan();
      const hover = async () => {
        service.documents.hover(document, document.positionAt(offset));
        await settled();
        return service.documents.hover(document, document.positionAt(offset))?.cards[0]?.markdown ?? '';
      };
      const days = async () => {
        await service.debt.query({ groupBy: 'age', filter: {}, me: [], inside: [] });
        await settled();
        return (await service.debt.all([])).map(({ path: file, since }) => `${file} ${since}`).sort();
      };
      assert.match(await hover(), /Not committed yet/);
      assert.deepEqual(await days(), ['a.ts 2026-06-15', 'b.ts 2026-06-15']);
      answers.push(committed);
      await service.filesChanged([{ uri: `${rootUri}${path}`, kind: 'changed' }]);
      assert.match(await hover(), /Age: 2 weeks/);
      assert.deepEqual(await days(), ['a.ts 2026-06-01', 'b.ts 2026-06-01']);
    });
});
