import type { Connection } from 'vscode-languageserver';
import type { Service } from '../core/service';
import {
  AnswerRequest,
  BasesRequest,
  BaseTextRequest,
  ChecklistsRequest,
  ReadBlockRequest,
  ReviewChanged,
  ReviewExportRequest,
  ReviewRequest,
} from '../protocol/reviewMessages';
import { signalOf } from './cancelSignal';
import { throttled } from './throttle';

export interface ReviewParts {
  readonly service: Service;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
}

export interface ReviewServer {
  /** Tells the client, but not too often, that what is reviewed may be another. */
  changed(): void;
  /** Nothing is told any more. */
  dispose(): void;
}

const changedMilliseconds = 250;

/** Answers what a client asks about reviews. Answers come with each request, and none is kept here. */
export function serveReview(connection: Connection, { service, guarded }: ReviewParts): ReviewServer {
  const { review } = service;
  connection.onRequest(ReviewRequest, (query, token) =>
    guarded('review', async () => (await review.query(query, signalOf(token))) ?? null, null),
  );
  connection.onRequest(AnswerRequest, ({ query, draft }, token) =>
    guarded('answer', async () => (await review.answer(query, draft, signalOf(token))) ?? null, null),
  );
  connection.onRequest(ReviewExportRequest, (query, token) =>
    guarded('review export', () => review.export(query, signalOf(token)), ''),
  );
  connection.onRequest(ReadBlockRequest, ({ query, text }, token) =>
    guarded('review block', () => review.readBlock(query, text, signalOf(token)), {
      answers: [],
      problems: [],
    }),
  );
  connection.onRequest(BasesRequest, ({ folder }) => guarded('bases', () => review.bases(folder), []));
  connection.onRequest(BaseTextRequest, (query) =>
    guarded('old text', async () => (await review.baseText(query)) ?? null, null),
  );
  connection.onRequest(ChecklistsRequest, () => guarded('checklists', () => review.checklists(), []));
  const changed = throttled(changedMilliseconds, () => {
    void connection.sendNotification(ReviewChanged, {});
  });
  return { changed: changed.call, dispose: changed.dispose };
}
