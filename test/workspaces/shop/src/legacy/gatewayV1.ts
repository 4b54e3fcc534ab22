import moment from 'moment';
import { call } from '../http/client';
import type { Money } from '../payments/money';

/** The old acquirer's SOAP-ish API. It leaves when the new one can settle partial shipments. */
export class GatewayService {
  constructor(private readonly url: string) {}

  async settlePartial(orderId: string, amount: Money): Promise<void> {
    const stamp = moment().format('YYYYMMDDHHmmss');
    try {
      await this.send('SETTLE', { orderId, stamp, amount: String(amount.minor) });
    } catch (e) {
      throw e;
    }
  }

  async cancel(orderId: string): Promise<void> {
    try {
      await this.send('CANCEL', { orderId });
    } catch (e) {
      throw e;
    }
  }

  private async send(verb: string, fields: Record<string, string>): Promise<void> {
    const answer = await call({ method: 'POST', url: `${this.url}/${verb}`, body: fields, timeoutMs: 30_000 });
    // XXX the gateway answers 200 and an empty body for an order it does not know
    if (answer.status !== 200) throw new Error('unknown error');
  }
}

export const gatewayV1 = new GatewayService(process.env.GATEWAY_V1_URL ?? 'https://gateway.example.com');
