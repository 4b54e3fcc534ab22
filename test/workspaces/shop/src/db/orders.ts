import type { Cart } from '../cart/cart';
import type { Money } from '../payments/money';
import type { Database } from './pool';

export interface Order {
  readonly id: string;
  readonly total: Money;
  readonly placedOn: Temporal.PlainDate;
  readonly authorisation: string;
  /** Shipped in more than one parcel. */
  readonly partial: boolean;
  readonly chargeback: boolean;
}

export type Orders = ReturnType<typeof orders>;

type Row = Omit<Order, 'total' | 'placedOn'> & { minor: number; currency: Money['currency']; placed_on: string };

export function orders(database: Database) {
  return {
    async create(order: { cart: Cart; total: Money; placedOn: Temporal.PlainDate }): Promise<string> {
      const { rows } = await database.query<{ id: string }>(
        'INSERT INTO orders (lines, minor, currency, placed_on) VALUES ($1, $2, $3, $4) RETURNING id',
        [JSON.stringify(order.cart.lines), order.total.minor, order.total.currency, order.placedOn.toString()],
      );
      const row = rows[0];
      if (row === undefined) throw new Error('the new order came back without an id');
      return row.id;
    },

    async shippedOn(day: Temporal.PlainDate): Promise<readonly Order[]> {
      const { rows } = await database.query<Row>('SELECT * FROM orders WHERE shipped_on = $1', [day.toString()]);
      return rows.map(toOrder);
    },

    /** Safe to repeat: a settled order keeps its first date. */
    async markSettled(ids: readonly string[], on: Temporal.PlainDate): Promise<void> {
      await database.query('UPDATE orders SET settled_on = coalesce(settled_on, $2) WHERE id = ANY($1)', [
        ids,
        on.toString(),
      ]);
    },

    async markChargeback(id: string): Promise<void> {
      await database.query('UPDATE orders SET chargeback = true WHERE id = $1', [id]);
    },
  };
}

function toOrder({ minor, currency, placed_on: placedOn, ...rest }: Row): Order {
  return { ...rest, total: { minor, currency }, placedOn: Temporal.PlainDate.from(placedOn) };
}
