/** As much of our two packages as we use, so that the shop can be read before it is installed. */
declare module 'pg' {
  export interface QueryResult<Row> {
    readonly rows: Row[];
    readonly rowCount: number;
  }
  export interface PoolClient {
    query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
    release(): void;
  }
  export class Pool {
    constructor(options: { connectionString: string; max?: number });
    query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
    connect(): Promise<PoolClient>;
    end(): Promise<void>;
  }
}

declare module 'moment' {
  interface Moment {
    add(amount: number, unit: 'days' | 'hours'): Moment;
    isAfter(other: Moment): boolean;
    format(pattern: string): string;
  }
  export default function moment(input?: string): Moment;
}

declare module 'moment/locale/pt';
