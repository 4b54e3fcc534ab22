import type { IncomingMessage } from 'node:http';
import type { Cart } from '../cart/cart';

export interface Session {
  readonly id: string;
  cart?: Cart;
}

/** Sessions live in this process: a deploy empties them, and with them every open cart. */
const sessions = new Map<string, Session>();

export function sessionOf(request: IncomingMessage): Session {
  const id = /(?:^|; )sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'anonymous';
  const session = sessions.get(id) ?? { id };
  sessions.set(id, session);
  return session;
}
