import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeFilter, filterChoices, filterOf, hides } from '../../src/client/debtFilter';
import type { DebtFilter } from '../../src/core/features/debt';

const flag = fc.constant(true as const);
const anyFilter = fc.record(
  {
    mine: flag,
    overdue: flag,
    unowned: flag,
    branch: flag,
    suppressions: flag,
    text: fc.constantFrom('cart', 'a b'),
    tags: fc.uniqueArray(fc.constantFrom('TODO', 'BUG', 'NOTE'), { minLength: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<DebtFilter>;

describe('the list of filters', () => {
  it('gives back the filter whose lines are on', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const choices = filterChoices(filter, { tags: ['TODO', 'BUG', 'NOTE'], knowsBranch: true });
        const again = filterOf(
          choices.filter(({ isOn }) => isOn),
          filter.text,
        );
        const { tags, ...rest } = filter;
        assert.deepEqual(
          { ...again, tags: [...(again.tags ?? [])].sort() },
          { ...rest, tags: [...(tags ?? [])].sort() },
        );
      }),
    );
  });

  it('does not offer the branch where git is not asked', () => {
    const offered = (knowsBranch: boolean) =>
      filterChoices({}, { tags: [], knowsBranch }).some(({ does }) => does === 'branch');
    assert.equal(offered(true), true);
    assert.equal(offered(false), false);
  });

  it('keeps a chosen tag that is gone', () => {
    const choices = filterChoices({ tags: ['GONE'] }, { tags: ['TODO'], knowsBranch: true });
    assert.deepEqual(
      choices.flatMap(({ does, isOn }) => (typeof does === 'object' ? [[does.tag, isOn]] : [])),
      [
        ['TODO', false],
        ['GONE', true],
      ],
    );
  });

  it('filters by a tag as it is written, and shows it without what reorders or hides', () => {
    const tag = 'LATER\u202e  ON';
    const shown = 'LATER\ufffd ON';
    const [choice] = filterChoices({}, { tags: [tag], knowsBranch: false }).slice(-1);
    assert.equal(choice?.label, shown);
    const filter = filterOf([choice], undefined);
    assert.deepEqual(filter, { tags: [tag] });
    assert.equal(describeFilter(filter), shown);
  });

  it('takes words only with their line, and no empty ones', () => {
    assert.deepEqual(filterOf([{ does: 'text' }], ' cart '), { text: 'cart' });
    assert.deepEqual(filterOf([{ does: 'text' }], ' '), {});
    assert.deepEqual(filterOf([{ does: 'mine' }], 'cart'), { mine: true });
  });
});

describe('a filter in words', () => {
  it('says all that is on', () => {
    assert.equal(describeFilter({}), '');
    assert.equal(
      describeFilter({ mine: true, branch: true, tags: ['TODO'], text: 'cart' }),
      'mine, added by this branch, TODO, "cart"',
    );
  });

  it('hides nothing by showing suppressions', () => {
    assert.equal(hides({}), false);
    assert.equal(hides({ suppressions: true }), false);
    assert.equal(hides({ text: 'cart' }), true);
  });
});
