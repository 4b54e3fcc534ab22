import { money, type Money } from '../payments/money';
import { pieces, type Cart } from './cart';

interface Tariff {
  readonly upToPieces: number;
  readonly price: string;
}

/** As the carrier sends it: decimal strings, one row for each size of parcel. */
const tariff: readonly Tariff[] = [
  { upToPieces: 2, price: '3.90' },
  { upToPieces: 8, price: '6.45' },
  { upToPieces: 30, price: '12.20' },
];

/** The cheapest parcel that takes the whole cart. */
export function shippingCost(cart: Cart): Money {
  const row = tariff.find((each) => pieces(cart) <= each.upToPieces);
  if (row === undefined) throw new RangeError('More than 30 pieces: offer the customer a pallet.');
  // HACK: 12.20 * 100 is 1219.9999999999998, so we round what should be exact
  return money(Math.round(parseFloat(row.price) * 100));
}
