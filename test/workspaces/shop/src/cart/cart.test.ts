import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { money } from '../payments/money';
import { addToCart, createCart, pieces, setQuantity } from './cart';
import { priceCart } from './pricing';

test('adding the same SKU twice makes one line', () => {
  const cart = addToCart(addToCart(createCart(), 'MUG-BLUE-S'), 'MUG-BLUE-S', 2);
  assert.deepEqual(cart.lines, [{ sku: 'MUG-BLUE-S', quantity: 3 }]);
});

test('a quantity of zero takes the line out', () => {
  const cart = setQuantity(addToCart(createCart(), 'MUG-BLUE-S'), 'MUG-BLUE-S', 0);
  assert.equal(pieces(cart), 0);
});

test('a cart with an unknown SKU has no price', () => {
  const cart = addToCart(createCart(), 'GONE');
  assert.throws(() => priceCart(cart, new Map()), /No price for GONE/);
});

test('calls get once for each line', () => {
  const prices = new Map([['MUG-BLUE-S', money(1290)]]);
  const get = mock.method(prices, 'get');
  priceCart(addToCart(createCart(), 'MUG-BLUE-S'), prices);
  assert.equal(get.mock.callCount(), 1);
});
