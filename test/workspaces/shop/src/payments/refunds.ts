import moment from 'moment';
import type { Clock } from '../clock';
import type { Order } from '../db/orders';
import type { Acquirer } from './acquirer';
import { money, split, type Money } from './money';

/** Customers can return goods for 30 days. The law says 14; the rest is our promise. */
const refundDays = 30;

// TODO(@jon): move to Temporal.PlainDate together with the order's own dates. (#212)
export function isRefundable(order: Order, clock: Clock): boolean {
  const lastDay = moment(order.placedOn.toString()).add(refundDays, 'days');
  return !moment(clock.today().toString()).isAfter(lastDay);
}

/** Gives back `amount`, or what is left of the order. A chargeback is not ours to refund. */
export async function refund(order: Order, amount: Money, acquirer: Acquirer): Promise<Money> {
  if (order.chargeback) throw new Error(`Order ${order.id} is in a chargeback: the bank gives the money back.`);
  const given = money(Math.min(amount.minor, order.total.minor), order.total.currency);
  await acquirer.refund(order.authorisation, given);
  return given;
}
