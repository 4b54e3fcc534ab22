import 'moment/locale/pt';
import { add, money } from '../payments/money';
import type { Order } from '../db/orders';

/** The spreadsheet that accounting imports on the first of the month. Their columns, their formats. */
export async function exportOrders(orders: readonly Order[]): Promise<string> {
  const { default: moment } = await import('moment');
  const rows = orders.map((order) =>
    [
      order.id,
      moment(order.placedOn.toString()).format('DD/MM/YYYY'),
      (order.total.minor / 100).toFixed(2),
      order.chargeback ? 'chargeback' : '',
    ].join(';'),
  );
  /* eslint-disable no-console -- the export runs by hand, and its operator reads the terminal */
  console.log(`${rows.length} orders exported at ${Date.now()}`);
  /* eslint-enable no-console */
  return ['order;placed;total;note', ...rows].join('\r\n');
}
