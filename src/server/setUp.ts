import type { Connection } from 'vscode-languageserver';
import { setUp } from '../core/authoring/setUp';
import type { Service } from '../core/service';
import { LookAroundRequest, SetUpRequest } from '../protocol/setUpMessages';
import { signalOf } from './cancelSignal';

export interface SetUpServing {
  readonly service: Service;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
}

/** Answers what is asked while team guidance is set up. */
export function serveSetUp(connection: Connection, { service, guarded }: SetUpServing): void {
  connection.onRequest(LookAroundRequest, ({ folder }, token) =>
    guarded(
      'look around',
      async () => (await service.authoring.lookAround(folder, signalOf(token))) ?? null,
      null,
    ),
  );
  connection.onRequest(SetUpRequest, ({ found, chosen }) =>
    guarded('set up', () => setUp(found, chosen), []),
  );
}
