import assert from 'node:assert/strict';
import { changed } from './diffFixture';
import { check, hold } from './guidanceFixture';

describe('an area that names reviewers', () => {
  const areas = `
areas:
  - { name: Payments, files: 'pay/**', lead: '@maya', reviewers: ['@ben', '@ana'] }
  - { name: Web, files: 'web/**', reviewers: '@jon' }
  - { name: Rest, files: 'rest/**' }`;

  it('asks the author to ask them, where something of it changed', async () => {
    await check(
      areas,
      [changed('pay/a.ts'), changed('rest/a.ts')],
      ['+payments/reviewers: 1 file of it changed.', '-web/reviewers: Nothing changed in it.'],
    );
    const { items } = await hold(areas, [changed('pay/a.ts')]);
    assert.deepEqual(
      items.map(({ item, group, scope }) => [item.for, item.ask, group.title, scope]),
      [
        ['author', 'Ask @ben and @ana, who review Payments, to look at this.', 'Payments', ['pay/a.ts']],
        ['author', 'Ask @jon, who reviews Web, to look at this.', 'Web', []],
      ],
    );
  });

  it('is touched by what leaves it, and asks nobody to ask themselves', async () => {
    const moved = changed('rest/a.ts', [], { oldPath: 'web/a.ts', status: 'renamed' });
    await check(
      areas,
      [moved],
      ['-payments/reviewers: Nothing changed in it.', '+web/reviewers: 1 file of it changed.'],
    );
    const { items } = await hold(areas, [moved], { me: ['@jon', '@ben'] });
    assert.deepEqual(
      items.map(({ item }) => item.ask),
      ['Ask @ana, who reviews Payments, to look at this.'],
    );
  });

  it('says whose an item is, as far as it is known who reads', async () => {
    const mine = async (...me: readonly string[]) =>
      (await hold(areas, [changed('pay/a.ts')], { me })).items.map(({ isMine }) => isMine);
    assert.deepEqual(await mine('@maya'), [true, false]);
    assert.deepEqual(await mine('@priya'), [false, false]);
    assert.deepEqual(await mine(), [true, true]);
  });
});
