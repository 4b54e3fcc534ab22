import { Pool, type QueryResult } from 'pg';

export interface Database {
  query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<T>(work: (database: Pick<Database, 'query'>) => Promise<T>): Promise<T>;
}

export function createDatabase(connectionString: string): Database {
  const pool = new Pool({ connectionString, max: 10 });
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      try {
        return await pool.query<Row>(text, values);
      } catch (error) {
        throw new Error(`query failed: ${firstLine(text)}`, { cause: error });
      }
    },
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw new Error('transaction rolled back', { cause: error });
      } finally {
        client.release();
      }
    },
  };
}

/** Enough to find the query; values stay out, because they can be a customer's. */
function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
