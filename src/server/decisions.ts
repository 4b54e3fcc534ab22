import {
  CodeActionKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type DocumentLink,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DecisionFix } from '../core/features/decisionReferences';
import type { Service } from '../core/service';
import { signalOf } from './cancelSignal';

export interface DecisionParts {
  readonly service: Service;
  /** An answer about a document, or nothing where it is gone or the answer failed. */
  answer<T>(uri: string, ask: (document: TextDocument) => T | Promise<T>): Promise<T | null>;
  /** Whether the editor takes places that say what leads to them. */
  canLink(): boolean;
}

/** Answers where references to decisions lead, and where they are. */
export function serveDecisions(connection: Connection, { service, answer, canLink }: DecisionParts): void {
  const { decisions } = service;
  connection.onDocumentLinks(({ textDocument }) =>
    answer(textDocument.uri, (document) =>
      decisions
        .links(document)
        .map(({ range, uri, tooltip }): DocumentLink => ({ range, target: uri, tooltip })),
    ),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer<Location[] | LocationLink[]>(textDocument.uri, (document) => {
      const reference = decisions.referenceAt(document, position);
      const places = decisions.definition(document, position);
      if (reference === undefined || !canLink()) return places.map(({ uri, range }) => ({ uri, range }));
      const { start, end } = reference;
      const origin = { start: document.positionAt(start), end: document.positionAt(end) };
      return places.map(({ uri, range }) => ({
        originSelectionRange: origin,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    }),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer(textDocument.uri, async (document) => {
      const query = { withDecisions: context.includeDeclaration, signal: signalOf(token) };
      const places = await decisions.references(document, position, query);
      return places.map(({ uri, range }): Location => ({ uri, range }));
    }),
  );
}

/** The successors of a superseded decision as quick fixes; the first is the one that is meant where there is no other. */
export function decisionActions(
  fixes: readonly DecisionFix[],
  { document, diagnostics }: { readonly document: TextDocument; readonly diagnostics: readonly Diagnostic[] },
): CodeAction[] {
  return fixes.map(({ title, range, newText }): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(
      (each) => each.source === 'leadlight' && JSON.stringify(each.range) === JSON.stringify(range),
    ),
    isPreferred: fixes.length === 1,
    edit: { changes: { [document.uri]: [{ range, newText }] } },
  }));
}
