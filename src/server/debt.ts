import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Service } from '../core/service';
import {
  CostRequest,
  DebtChanged,
  DebtExportRequest,
  DebtRequest,
  LeftOutRequest,
  ScanRequest,
  TrendProgress,
  TrendRequest,
} from '../protocol/messages';
import { signalOf } from './cancelSignal';
import { throttled } from './throttle';

export interface DebtParts {
  readonly service: Service;
  /** Bytes that this process holds, where it can tell. */
  memory?: (() => number) | undefined;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
}

export interface DebtServer {
  /** Tells the client, but not too often, that markers changed. */
  changed(): void;
  /** Nothing is told any more. */
  dispose(): void;
}

const changedMilliseconds = 250;
/** As many as a person may look through. */
const mostLeftOut = 2000;

/** Answers what a client asks about the debt of the workspace. */
export function serveDebt(connection: Connection, { service, memory, guarded }: DebtParts): DebtServer {
  const readTrend = async (token: CancellationToken) => {
    let share = 0;
    const tell = throttled(changedMilliseconds, () => {
      void connection.sendNotification(TrendProgress, { share });
    });
    const onProgress = (done: number) => {
      share = done;
      tell.call();
    };
    try {
      return await service.debt.readTrend({ signal: signalOf(token), onProgress });
    } finally {
      tell.dispose();
    }
  };
  connection.onRequest(ScanRequest, (_params, token) =>
    guarded('scan', () => service.debt.scan({ signal: signalOf(token) }), service.debt.progress()),
  );
  connection.onRequest(DebtRequest, (query, token) => {
    const nothing = {
      nodes: [],
      shown: 0,
      total: 0,
      suppressions: 0,
      overdueAndMine: 0,
      scan: service.debt.progress(),
    };
    return guarded('debt', () => service.debt.query(query, signalOf(token)), nothing);
  });
  connection.onRequest(DebtExportRequest, (query, token) =>
    guarded('export', () => service.debt.export(query, signalOf(token)), ''),
  );
  connection.onRequest(LeftOutRequest, () =>
    guarded(
      'left out',
      () => {
        const files = service.debt.leftOut();
        return { files: files.slice(0, mostLeftOut), count: files.length };
      },
      { files: [], count: 0 },
    ),
  );
  connection.onRequest(TrendRequest, (_params, token) =>
    guarded('trend', async () => (await readTrend(token)) ?? null, null),
  );
  connection.onRequest(CostRequest, () => {
    const nothing = { activities: [], patterns: [], files: [], skipped: [] };
    return guarded('cost', () => ({ ...service.cost(), ...(memory && { memoryBytes: memory() }) }), nothing);
  });
  const changed = throttled(changedMilliseconds, () => {
    void connection.sendNotification(DebtChanged, service.debt.progress());
  });
  return { changed: changed.call, dispose: changed.dispose };
}
