import type { Database } from '../db/pool';
import type { Route } from './router';

interface DayRow {
  readonly day: string;
  readonly orders: number;
  readonly minor: number;
}

/** Figures for the stand-up. Behind the VPN, read only. */
export function adminRoutes(database: Database): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/admin/today',
      async handle() {
        // TODO: the report should follow the trading day, this one follows UTC
        const today = new Date().toISOString().slice(0, 10);
        const { rows } = await database.query<DayRow>(
          'SELECT day, count(*) AS orders, sum(total_minor) AS minor FROM orders WHERE day = $1 GROUP BY day',
          [today],
        );
        return rows[0] ?? { day: today, orders: 0, minor: 0 };
      },
    },
  ];
}
