import assert from 'node:assert/strict';
import { chooseCards } from '../../../src/client/hover/chooseCards';
import type { Mark } from '../../../src/client/state/marks';
import { card } from '../card';

describe('chooseCards', () => {
  it('shows the first three and leaves the others for one click', () => {
    check('a b c d e', {}, { shown: 'a b c', more: 'd e' });
  });

  it('has nothing more where three are all', () => {
    check('a b c', {}, { shown: 'a b c', more: '' });
  });

  it('leaves out what is muted, and moves up what comes after it', () => {
    check('a b c d e', { b: 'muted', e: 'muted' }, { shown: 'a c d', more: '' });
  });

  it('folds what the person has got, in its place', () => {
    check('a b c', { b: 'folded' }, { shown: 'a [b] c', more: '' });
  });

  it('shows nothing where all is muted', () => {
    check('a', { a: 'muted' }, { shown: '', more: '' });
  });
});

function check(
  ids: string,
  marks: Readonly<Record<string, Mark>>,
  expected: { shown: string; more: string },
): void {
  const cards = ids.split(' ').map((id) => card(id));
  const byKey = new Map(Object.entries(marks).map(([id, mark]) => [`philosophy:${id}`, mark]));
  const { shown, more } = chooseCards(cards, byKey);
  assert.deepEqual(
    {
      shown: shown.map(({ card: { id }, folded }) => (folded ? `[${id}]` : id)).join(' '),
      more: more.map(({ id }) => id).join(' '),
    },
    expected,
  );
}
