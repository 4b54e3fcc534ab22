import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Service } from '../core/service';
import { CaptureRequest, EntryPreviewRequest } from '../protocol/captureMessages';

export interface CaptureParts {
  readonly service: Service;
  /** An answer about a document, or nothing where it is gone or the answer failed. */
  answer<T>(uri: string, ask: (document: TextDocument) => T | Promise<T>): Promise<T | null>;
}

/** Answers who writes down what they think of code. */
export function serveCapture(connection: Connection, { service, answer }: CaptureParts): void {
  const { authoring } = service;
  connection.onRequest(CaptureRequest, ({ textDocument, range, query }) =>
    answer(textDocument.uri, (document) => authoring.capture.capture(document, range, query)),
  );
  connection.onRequest(EntryPreviewRequest, ({ textDocument, position }) =>
    answer(textDocument.uri, (document) => authoring.preview(document, position) ?? null),
  );
}
