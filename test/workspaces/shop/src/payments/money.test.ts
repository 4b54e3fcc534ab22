import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, money, show, split } from './money';

test('a third of a euro is never lost', () => {
  assert.deepEqual(
    split(money(100), 3).map((part) => part.minor),
    [34, 33, 33],
  );
});

test('half a cent is refused', () => {
  assert.throws(() => money(0.5), /whole minor units/);
});

test('currencies do not mix', () => {
  assert.throws(() => add(money(1, 'EUR'), money(1, 'GBP')), /Convert first/);
});

test('a customer reads euros, not cents', () => {
  assert.equal(show(money(1999)), '€19.99');
});
