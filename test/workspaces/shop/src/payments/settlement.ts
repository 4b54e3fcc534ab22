import type { Clock } from '../clock';
import type { Order, Orders } from '../db/orders';
import { gatewayV1 } from '../legacy/gatewayV1';
import type { Log } from '../log';
import type { Acquirer } from './acquirer';

interface Needs {
  readonly acquirer: Acquirer;
  readonly orders: Orders;
  readonly clock: Clock;
  readonly log: Log;
}

/** Banks move money two working days after capture. Bank holidays are the worker's business. */
export function settlementDate(capturedOn: Temporal.PlainDate): Temporal.PlainDate {
  let date = capturedOn;
  for (let working = 0; working < 2; ) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek <= 5) working += 1;
  }
  return date;
}

/** Captures what was shipped today, and settles the partial shipments that only gateway v1 can settle. */
export async function closeTheDay({ acquirer, orders, clock, log }: Needs): Promise<void> {
  const today = clock.today();
  const shipped = await orders.shippedOn(today);
  const partial = shipped.filter((order) => order.partial);
  const whole = shipped.filter((order) => !order.partial);

  await Promise.all(whole.map((order) => acquirer.capture(order.authorisation, order.total)));
  for (const order of partial) {
    await gatewayV1.settlePartial(order.id, order.total);
  }
  await markAll(orders, shipped, settlementDate(today));
  log.info('day closed', { day: today.toString(), captured: whole.length, partial: partial.length });
}

function markAll(orders: Orders, settled: readonly Order[], on: Temporal.PlainDate): Promise<void> {
  return orders.markSettled(
    settled.map((order) => order.id),
    on,
  );
}
