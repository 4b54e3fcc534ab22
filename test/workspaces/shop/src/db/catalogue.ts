import type { Sku } from '../cart/cart';
import { money, type Currency, type Money } from '../payments/money';
import type { Database } from './pool';

export type Catalogue = ReturnType<typeof catalogue>;

interface PriceRow {
  readonly sku: Sku;
  readonly minor: number;
  readonly currency: Currency;
}

export function catalogue(database: Database) {
  return {
    /** One query for the whole cart. A SKU that is no longer sold is left out. */
    async pricesOf(skus: readonly Sku[]): Promise<ReadonlyMap<Sku, Money>> {
      const { rows } = await database.query<PriceRow>(
        'SELECT sku, minor, currency FROM prices WHERE sku = ANY($1) AND sold',
        [skus],
      );
      return new Map(rows.map((row) => [row.sku, money(row.minor, row.currency)]));
    },

    /** How many of each are on the shelf. */
    async stockOf(skus: readonly Sku[]): Promise<ReadonlyMap<Sku, number>> {
      const stock = new Map<Sku, number>();
      // TODO(@jon, 2026-03-31, #198, ~1d): one query for all of them, as pricesOf does.
      //   The warehouse's screen asks for 400 at a time, and waits nine seconds.
      for (const sku of skus) {
        const { rows } = await database.query<{ pieces: number }>('SELECT pieces FROM stock WHERE sku = $1', [sku]);
        stock.set(sku, rows[0]?.pieces ?? 0);
      }
      return stock;
    },
  };
}
