import {
  type Connection,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  ResponseError,
  type SelectionRange,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineNode } from '../core/authoring/outline';
import type { Definition } from '../core/authoringNavigation';
import type { Service } from '../core/service';
import { cleanLine } from '../core/text/markdown';
import { signalOf } from './cancelSignal';

export interface NavigationParts {
  readonly service: Service;
  /** An answer about a document, or nothing where it is gone or the answer failed. */
  answer<T>(uri: string, ask: (document: TextDocument) => T | Promise<T>): Promise<T | null>;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
  /** Whether the editor takes places that say what leads to them. */
  canLink(): boolean;
}

/** Answers where names lead and where they are: those of guidance, and references to decisions. */
export function serveNavigation(connection: Connection, parts: NavigationParts): void {
  const { service, answer, guarded, canLink } = parts;
  const { decisions } = service;
  const { navigation } = service.authoring;
  connection.onDocumentLinks(({ textDocument }) =>
    answer(textDocument.uri, (document) =>
      [...decisions.links(document), ...navigation.links(document)].map(
        ({ range, uri, tooltip }): DocumentLink => ({ range, target: uri, tooltip }),
      ),
    ),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer<Location[] | LocationLink[]>(textDocument.uri, async (document) => {
      const found =
        decisions.definition(document, position) ?? (await navigation.definition(document, position));
      return found === undefined ? [] : canLink() ? linksTo(found) : [...found.places];
    }),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer<Location[]>(textDocument.uri, async (document) => {
      const { includeDeclaration } = context;
      const signal = signalOf(token);
      const spoken = await decisions.references(document, position, {
        withDecisions: includeDeclaration,
        signal,
      });
      if (spoken.length > 0) return [...spoken];
      return [
        ...(await navigation.references(document, position, { withDefinition: includeDeclaration, signal })),
      ];
    }),
  );
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const name = await answer(textDocument.uri, (document) => navigation.prepareRename(document, position));
    if (name === null || name === undefined) return null;
    return 'refused' in name ? refuse(name.refused) : { range: name.range, placeholder: name.name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const edits = await answer(textDocument.uri, (document) =>
      navigation.rename(document, position, newName),
    );
    if (edits === null || edits === undefined) return null;
    if ('refused' in edits) return refuse(edits.refused);
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, range, newText } of edits) (changes[uri] ??= []).push({ range, newText });
    return { changes };
  });
  connection.onDocumentSymbol(({ textDocument }) =>
    answer(textDocument.uri, (document) => navigation.outline(document).map(symbolOf)),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    guarded(
      'symbols',
      () =>
        navigation.entries(query).map(({ kind, id, title, uri, range: { start } }) => ({
          name: cleanLine(title),
          kind: symbolKinds[kind],
          containerName: `${kind} ${id}`,
          location: { uri, range: { start, end: start } },
        })),
      [],
    ),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer(textDocument.uri, (document) =>
      navigation.folds(document).map(({ start, end, kind }): FoldingRange => ({
        startLine: start,
        endLine: end,
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      })),
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer(
      textDocument.uri,
      (document) =>
        navigation.selections(document, positions)?.flatMap((ranges) => nested(ranges) ?? []) ?? [],
    ),
  );
}

function linksTo({ origin, places }: Definition): LocationLink[] {
  return places.map(({ uri, range }) => ({
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** An editor shows the sentence where somebody renames. */
function refuse(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

const symbolKinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  philosophy: SymbolKind.Interface,
  decision: SymbolKind.Struct,
  change: SymbolKind.Event,
  marker: SymbolKind.Constant,
  checklist: SymbolKind.Enum,
  item: SymbolKind.EnumMember,
  walkthrough: SymbolKind.Class,
  step: SymbolKind.Method,
  area: SymbolKind.Package,
  term: SymbolKind.String,
};

function symbolOf({ name, detail, kind, range, nameRange, children }: OutlineNode): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range,
    selectionRange: nameRange,
    children: children.map(symbolOf),
  };
}

function nested(ranges: readonly SelectionRange['range'][]): SelectionRange | undefined {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
}
