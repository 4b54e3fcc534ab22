import type { Config } from '../config';
import { call } from '../http/client';
import type { Money } from './money';

export interface Authorisation {
  readonly id: string;
  readonly approved: boolean;
}

export interface Acquirer {
  authorise(payment: { orderId: string; total: Money; cardToken: string }): Promise<Authorisation>;
  capture(authorisation: string, amount: Money): Promise<void>;
  refund(authorisation: string, amount: Money): Promise<void>;
}

/** The new acquirer's API, version 2. */
export function createAcquirer({ acquirerUrl, acquirerKey }: Config): Acquirer {
  const post = async (path: string, idempotencyKey: string, body: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${acquirerKey}`, 'idempotency-key': idempotencyKey };
    const answer = await call({ method: 'POST', url: acquirerUrl + path, headers, body });
    if (answer.status >= 500) throw new Error(`POST ${path} answered ${answer.status}`);
    return answer.body;
  };
  const client = { post };

  return {
    async authorise({ orderId, total, cardToken }) {
      const body = await withRetry(() => client.post('/authorisations', orderId, { total, cardToken }));
      return parseAuthorisation(body);
    },
    async capture(authorisation, amount) {
      await withRetry(() => client.post('/captures', `capture-${authorisation}`, { authorisation, amount }));
    },
    async refund(authorisation, amount) {
      try {
        await client.post('/refunds', `refund-${authorisation}`, { authorisation, amount });
      } catch (err) {
        throw err;
      }
    },
  };
}

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  let wait = 100;
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      if (wait > 5_000) throw new Error('the acquirer stayed silent', { cause: error });
      await new Promise((done) => setTimeout(done, wait));
      wait *= 2;
    }
  }
}

function parseAuthorisation(body: unknown): Authorisation {
  if (typeof body === 'object' && body !== null && 'id' in body && 'approved' in body) {
    return { id: String(body.id), approved: body.approved === true };
  }
  throw new Error('the acquirer answered an authorisation without id or approval');
}
