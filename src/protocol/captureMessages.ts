import { type Range, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { EntryPreview } from '../core/authoring/previewEntry';
import type { CaptureQuery, CaptureResult } from '../core/authoringCapture';
import type { PlaceParams } from './messages';

/** The messages about guidance that is written from code, and seen while it is written. */

/** What a selection becomes when somebody writes it down, as an edit; nothing is written. `null` where the document is gone. */
export const CaptureRequest = new RequestType<CaptureParams, CaptureResult | null, void>('leadlight/capture');

export interface CaptureParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
  readonly query: CaptureQuery;
}

/** The card of the entry at a place of a text as it is being typed; `null` where that is no guidance. */
export const EntryPreviewRequest = new RequestType<PlaceParams, EntryPreview | null, void>(
  'leadlight/entryPreview',
);
