import type { Connection } from 'vscode-languageserver';
import type { Service } from '../core/service';
import {
  AnchorsRequest,
  EditStepsRequest,
  TourImportRequest,
  WalkthroughPageRequest,
  WalkthroughRequest,
  WalkthroughsRequest,
} from '../protocol/walkthroughMessages';

export interface WalkthroughParts {
  readonly service: Service;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
}

/** Answers what a client asks about walkthroughs. It is told of changes as of all guidance. */
export function serveWalkthroughs(connection: Connection, { service, guarded }: WalkthroughParts): void {
  connection.onRequest(WalkthroughsRequest, () =>
    guarded('walkthroughs', () => service.walkthroughs.offered(), []),
  );
  connection.onRequest(WalkthroughRequest, ({ key }) =>
    guarded('walkthrough', async () => (await service.walkthroughs.play(key)) ?? null, null),
  );
  connection.onRequest(AnchorsRequest, ({ uri, ...options }) =>
    guarded(
      'anchors',
      async () => (await service.walkthroughs.authoring.propose(uri, options)) ?? null,
      null,
    ),
  );
  connection.onRequest(EditStepsRequest, ({ uri, ...options }) =>
    guarded('edit of steps', () => service.walkthroughs.authoring.editSteps(uri, options), {
      refused: 'The server failed; its log says why.',
    }),
  );
  connection.onRequest(TourImportRequest, () =>
    guarded('import of tours', () => service.walkthroughs.authoring.importTours(), { files: [], left: [] }),
  );
  connection.onRequest(WalkthroughPageRequest, ({ key }) =>
    guarded(
      'walkthrough page',
      async () => (await service.walkthroughs.authoring.exportPage(key)) ?? null,
      null,
    ),
  );
}
