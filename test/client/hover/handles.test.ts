import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Handles } from '../../../src/client/hover/handles';

describe('Handles', () => {
  it('know the last values, as many as they may, and no older one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.string(), { maxLength: 60 }),
        (limit, values) => {
          const handles = new Handles<string>(limit);
          const numbers = values.map((value) => handles.add(value));
          assert.equal(new Set(numbers).size, values.length);
          const firstKept = Math.max(0, values.length - limit);
          numbers.forEach((number, index) =>
            assert.equal(handles.get(number), index < firstKept ? undefined : values[index]),
          );
        },
      ),
    );
  });

  it('know nothing that is no number', () => {
    const handles = new Handles<string>(3);
    const number = handles.add('a');
    for (const other of [String(number), undefined, { valueOf: () => number }, NaN, number + 1]) {
      assert.equal(handles.get(other), undefined);
    }
  });
});
