import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { joinOwners } from '../core/features/owners';
import type { Git } from '../core/git';
import type { ReadSwitches } from '../core/guidance/readSwitches';
import type { FileEvent, Service, ServiceOptions } from '../core/service';
import {
  CardsRequest,
  ExportPlanRequest,
  FindingsChanged,
  GuidanceChanged,
  HereRequest,
  type InitializationOptions,
  type MarkerPlace,
  MarkersRequest,
  IssueTextRequest,
  MatchesRequest,
  OwnersRequest,
  ReportRequest,
  SearchRequest,
  SourcesRequest,
  ReadingChanged,
  TrustGranted,
  WindowFocused,
  type YamlTool,
  YamlToolChanged,
} from '../protocol/messages';
import { switchesIn } from './switches';
import { authoringList } from './authoringList';
import { signalOf } from './cancelSignal';
import { anchorActions, codeActions } from './codeActions';
import { decisionActions } from './decisions';
import { serveCapture } from './capture';
import { serveDebt } from './debt';
import { serveReview } from './review';
import { serveSetUp } from './setUp';
import { serveWalkthroughs } from './walkthroughs';
import { completionList } from './completionList';
import { DiagnosticsPublisher } from './diagnostics';
import { hoverMarkup } from './hoverMarkup';
import { serveLenses } from './lenses';
import { markerActions } from './markerActions';
import { type EditAbilities, editAbilities, problemActions } from './problemActions';
import { serveNavigation } from './navigation';

export interface ServerOptions {
  createService(connection: Connection, hooks: ServiceHooks): Service;
  /** Where this process can run git. */
  createGit?(connection: Connection): Git;
  /** Bytes that this process holds, where it can tell. */
  memory?(): number;
}

/** What the server wants to be told by its service, and what it tells it. */
export interface ServiceHooks extends Required<
  Pick<
    ServiceOptions,
    'onDidChange' | 'onDidBlame' | 'onDidChangeDebt' | 'onDidChangeReview' | 'onDidChangeLenses' | 'starter'
  >
> {
  /** See `InitializationOptions`; known once the client has told it. */
  cacheFolder(): string | undefined;
}

/** What opens completion in comments, and what else does in sources of guidance. */
const commentTriggers: readonly string[] = ['(', '@', '#', ','];
const sourceTriggers: readonly string[] = [' ', '"', "'", '/'];

/** Serves Leadlight over a connection. It only translates: documents in, plain values out. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const service = options.createService(connection, {
    onDidChange() {
      publisher.publishSoon();
      lenses.changed();
      void connection.sendNotification(GuidanceChanged, {});
    },
    onDidBlame: () => publisher.publishSoon(),
    onDidChangeDebt: () => debt.changed(),
    onDidChangeReview: () => review.changed(),
    onDidChangeLenses: () => lenses.changed(),
    starter: () => starter,
    cacheFolder: () => cacheFolder,
  });
  const publisher = new DiagnosticsPublisher({ connection, documents, service });
  const { createGit, memory } = options;
  const debt = serveDebt(connection, { service, guarded, memory });
  const review = serveReview(connection, { service, guarded });
  serveWalkthroughs(connection, { service, guarded });
  serveSetUp(connection, { service, guarded });
  const lenses = serveLenses(connection, {
    service,
    answer,
    guarded,
    placesCommand: () => placesCommand,
    canRefresh: () => canRefreshLenses,
  });
  serveNavigation(connection, { service, answer, guarded, canLink: () => canLink });
  serveCapture(connection, { service, answer });
  let folders: readonly string[] = [];
  let isTrusted = false;
  let cacheFolder: string | undefined;
  let starter: string | undefined;
  let canWatch = false;
  let canChangeFolders = false;
  let edits: EditAbilities = { canInsertSnippets: false, canCreate: false, canConfirm: false };
  let canCompleteSnippets = false;
  let canConfigure = false;
  let canLink = false;
  let canRefreshLenses = false;
  let placesCommand: string | undefined;
  let reading: ReadSwitches = {};
  let yamlToolHovers = false;
  const useYamlTool = (tool: YamlTool | undefined) => {
    publisher.yamlIsChecked = tool?.checks === true;
    yamlToolHovers = tool?.hovers === true;
  };

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params);
    const told = params.initializationOptions as InitializationOptions | undefined;
    publisher.problemPage = told?.problemPage;
    isTrusted = told?.isTrusted === true;
    cacheFolder = told?.cacheFolder;
    starter = told?.starter;
    placesCommand = told?.placesCommand;
    reading = switchesIn(told?.reading);
    useYamlTool(told?.yamlTool);
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    edits = editAbilities(params.capabilities.workspace?.workspaceEdit);
    canCompleteSnippets =
      params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    canConfigure = params.capabilities.workspace?.configuration === true;
    canLink = params.capabilities.textDocument?.definition?.linkSupport === true;
    canRefreshLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
    const canPrepareRename = params.capabilities.textDocument?.rename?.prepareSupport === true;
    canChangeFolders = params.capabilities.workspace?.workspaceFolders === true;
    return {
      serverInfo: { name: 'leadlight' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: canPrepareRename ? { prepareProvider: true } : true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeLensProvider: { resolveProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
        completionProvider: { triggerCharacters: [...commentTriggers, ...sourceTriggers] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (canWatch) {
      const watchers = [{ globPattern: '**/*' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (canChangeFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        guard('folders', () => service.setFolders(folders));
      });
    }
    guard('reading', () => service.setReading(reading));
    guard('folders', () => service.setFolders(folders));
    if (isTrusted) trust();
  });

  connection.onDidChangeWatchedFiles(({ changes }) =>
    guard('files', () =>
      service.filesChanged(changes.map(({ uri, type }) => ({ uri, kind: fileEventKind(type) }))),
    ),
  );
  // Editors that do not watch files still say when they saved one.
  documents.onDidSave(({ document }) => {
    if (!canWatch) guard('save', () => service.filesChanged([{ uri: document.uri, kind: 'changed' }]));
  });
  documents.onDidChangeContent(({ document }) => {
    guard('change', () => service.documentChanged(document));
    publisher.publishSoon();
  });
  documents.onDidClose(({ document }) => {
    guard('close', () => service.documentClosed(document.uri));
    publisher.clear(document.uri);
  });

  connection.onHover(({ textDocument, position }, token) =>
    answer(textDocument.uri, async (document) => {
      const result = service.documents.hover(document, position);
      if (result !== undefined) return hoverMarkup(result);
      const withKeys = !yamlToolHovers || document.languageId !== 'yaml';
      const about = await service.authoring.hover(document, position, {
        signal: signalOf(token),
        withKeys,
      });
      return about === undefined
        ? null
        : { range: about.range, contents: { kind: MarkupKind.Markdown, value: about.markdown } };
    }),
  );
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const me = await myHandles(textDocument.uri);
    await service.edited();
    const anchors = await guarded(
      textDocument.uri,
      () => service.walkthroughs.authoring.anchorFixes(textDocument.uri, range),
      [],
    );
    return answer(textDocument.uri, async (document) => [
      ...codeActions(service.problems(), { document, range }),
      ...problemActions(await service.authoring.fixes(document, range, service.problems()), {
        document,
        ...edits,
        canCreate: isTrusted && edits.canCreate,
      }),
      ...anchorActions(anchors, { document, range, problems: service.problems() }),
      ...markerActions(service.documents.fixes(document, range.start, me), {
        document,
        diagnostics: context.diagnostics,
        canInsertSnippets: edits.canInsertSnippets,
      }),
      ...decisionActions(service.decisions.fixes(document, range.start), {
        document,
        diagnostics: context.diagnostics,
      }),
    ]);
  });
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const isSource = service.authoring.sourceOf(textDocument.uri) !== undefined;
    if (!isSource && sourceTriggers.includes(context?.triggerCharacter ?? '')) return null;
    const me = await myHandles(textDocument.uri);
    return answerAtOnce(textDocument.uri, async (document) => {
      const written = isSource ? await service.authoring.complete(document, position, me) : [];
      return written.length > 0
        ? authoringList(written, { document, canUseSnippets: canCompleteSnippets })
        : completionList(service.documents.complete(document, position, me), document);
    });
  });
  connection.onRequest(IssueTextRequest, ({ textDocument, position }) =>
    answer(textDocument.uri, (document) => service.documents.issueText(document, position) ?? null),
  );
  connection.onRequest(CardsRequest, ({ textDocument, position }) =>
    answer(textDocument.uri, (document) => service.documents.hover(document, position) ?? null),
  );
  connection.onRequest(MatchesRequest, ({ textDocument }) =>
    answer(textDocument.uri, (document) => service.documents.matches(document) ?? null),
  );
  connection.onRequest(HereRequest, ({ textDocument, position }) =>
    answer(textDocument.uri, (document) => service.documents.here(document, position) ?? null),
  );
  connection.onRequest(MarkersRequest, ({ textDocument }) =>
    answer<readonly MarkerPlace[]>(textDocument.uri, (document) => service.markersIn(document)).then(
      (found) => found ?? [],
    ),
  );
  connection.onRequest(SearchRequest, ({ query }) =>
    guarded('search', () => service.overview.search(query), []),
  );
  connection.onRequest(OwnersRequest, ({ uri }, token) =>
    guarded('owners', () => service.overview.owners(uri, signalOf(token)), joinOwners([])),
  );
  connection.onRequest(ReportRequest, ({ withLinks }, token) =>
    guarded('report', () => service.overview.report({ withLinks, signal: signalOf(token) }), []),
  );
  connection.onRequest(ExportPlanRequest, ({ folder, target }) =>
    guarded('export', async () => (await service.overview.exportPlan(folder, target)) ?? null, null),
  );
  connection.onRequest(SourcesRequest, () => guarded('sources', () => service.overview.sources(), []));
  connection.onNotification(FindingsChanged, ({ uri, findings }) => {
    service.setFindings(uri, findings);
    publisher.publishSoon();
  });
  connection.onNotification(TrustGranted, trust);
  connection.onNotification(ReadingChanged, (reading) =>
    guard('reading', () => service.setReading(switchesIn(reading))),
  );
  connection.onNotification(YamlToolChanged, (tool) => {
    useYamlTool(tool);
    publisher.publishSoon();
  });
  connection.onNotification(WindowFocused, () => service.lookAtHead());
  connection.onShutdown(() => {
    debt.dispose();
    review.dispose();
    lenses.dispose();
    service.dispose();
  });

  documents.listen(connection);
  connection.listen();

  /** A person trusts the workspace: git may be run from now on. */
  function trust(): void {
    isTrusted = true;
    if (createGit !== undefined) service.setGit(createGit(connection));
  }

  /** The handles by which guidance names the person at the editor, as far as it tells. */
  async function myHandles(uri: string): Promise<readonly string[]> {
    const query = { scopeUri: uri, section: 'leadlight.me' };
    const told: unknown =
      canConfigure && (await connection.workspace.getConfiguration(query).catch(() => undefined));
    return service.debt.reader(
      Array.isArray(told) ? told.filter((handle) => typeof handle === 'string') : [],
    );
  }

  /** An answer about a document by guidance as it is after the last edit, or nothing where the document is gone. */
  async function answer<T>(uri: string, ask: (document: TextDocument) => T | Promise<T>): Promise<T | null> {
    await service.edited();
    return answerAtOnce(uri, ask);
  }

  /** The same by guidance as it was read last: who types does not wait until it is read again. */
  async function answerAtOnce<T>(
    uri: string,
    ask: (document: TextDocument) => T | Promise<T>,
  ): Promise<T | null> {
    const document = documents.get(uri);
    return document === undefined ? null : guarded(uri, () => ask(document), null);
  }

  /** The one place where a failure of a request ends: it is logged, and the others live on. */
  async function guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      connection.console.error(`${what}: ${describe(error)}`);
      return otherwise;
    }
  }

  function guard(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => connection.console.error(`${what}: ${describe(error)}`));
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}

function fileEventKind(type: FileChangeType): FileEvent['kind'] {
  if (type === FileChangeType.Created) return 'created';
  return type === FileChangeType.Deleted ? 'deleted' : 'changed';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
