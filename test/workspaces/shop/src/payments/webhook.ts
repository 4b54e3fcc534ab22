import { createHmac, timingSafeEqual } from 'node:crypto';
import { HttpError } from '../http/respond';
import type { Orders } from '../db/orders';
import type { Route } from '../http/router';

interface Needs {
  readonly secret: string;
  readonly orders: Orders;
}

/** The acquirer tells us about chargebacks and late settlements here. It repeats until it gets a 200. */
export function webhookRoutes({ secret, orders }: Needs): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/webhooks/acquirer',
      async handle(request, body) {
        if (!isSigned(body, String(request.headers['x-signature']), secret)) {
          throw new HttpError(401, 'Sign the body with the shared secret, HMAC-SHA256 in hex.');
        }
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        const event = JSON.parse(body) as any;
        if (event.type === 'chargeback.opened') {
          await orders.markChargeback(event.order_id);
        } else {
          console.log('webhook ignored', event.type);
        }
        return { received: true };
      },
    },
  ];
}

export function isSigned(body: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
