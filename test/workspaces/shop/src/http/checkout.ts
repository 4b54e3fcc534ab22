import type { IncomingMessage } from 'node:http';
import { createCart, type Cart } from '../cart/cart';
import { priceCart } from '../cart/pricing';
import { shippingCost } from '../cart/shipping';
import type { Clock } from '../clock';
import type { Catalogue } from '../db/catalogue';
import type { Orders } from '../db/orders';
import type { Acquirer } from '../payments/acquirer';
import { add } from '../payments/money';
import { HttpError } from './respond';
import type { Route } from './router';
import { sessionOf } from './session';

interface Needs {
  readonly acquirer: Acquirer;
  readonly catalogue: Catalogue;
  readonly orders: Orders;
  readonly clock: Clock;
}

export function checkoutRoutes({ acquirer, catalogue, orders, clock }: Needs): readonly Route[] {
  return [
    { method: 'GET', path: '/cart', handle: async (request) => cartOf(request) },
    {
      method: 'POST',
      path: '/checkout',
      async handle(request, body) {
        const { cardToken } = parseCheckout(body);
        const cart = cartOf(request);
        const prices = await catalogue.pricesOf(cart.lines.map((line) => line.sku));
        // As discussed with finance, shipping is taxed with the goods.
        const total = add(priceCart(cart, prices), shippingCost(cart));
        const orderId = await orders.create({ cart, total, placedOn: clock.today() });
        const authorisation = await acquirer.authorise({ orderId, total, cardToken });
        return { orderId, total, authorisation: authorisation.id };
      },
    },
  ];
}

function cartOf(request: IncomingMessage): Cart {
  const session = sessionOf(request);
  if (session.cart === undefined) session.cart = createCart();
  return session.cart;
}

/** Nothing past this line sees what the browser really sent. */
function parseCheckout(body: string): { cardToken: string } {
  const value: unknown = JSON.parse(body);
  if (typeof value === 'object' && value !== null && 'cardToken' in value) {
    if (typeof value.cardToken === 'string') return { cardToken: value.cardToken };
  }
  throw new HttpError(400, 'Send the card as { "cardToken": "tok_…" }: ask for one at /cards.');
}
