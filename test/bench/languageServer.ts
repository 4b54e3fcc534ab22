import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type Position,
  RegistrationRequest,
  ShutdownRequest,
  ExitNotification,
} from 'vscode-languageserver-protocol/node';
import type { GuidanceReport } from '../../src/core/features/guidanceReport';
import { GuidanceChanged, MatchesRequest, ReportRequest, SourcesRequest } from '../../src/protocol/messages';
import { until } from './until';

/** A language server in a process of its own, spoken to as VS Code does: over Node's IPC. */
export interface LanguageServer {
  readonly pid: number;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces `length` characters at a place of the open document. */
  replace(at: Position, length: number, text: string): Promise<void>;
  hover(position: Position): Promise<Hover | null>;
  completion(position: Position): Promise<readonly CompletionItem[]>;
  /** Leadlight's only: resolves once so many entries were read, and nothing has changed for a second. */
  hasRead(entries: number): Promise<void>;
  /** Leadlight's only: where the open document has matches. */
  matches(): Promise<readonly Position[]>;
  /** Leadlight's only: all sources with what they govern, once it is counted. */
  report(): Promise<readonly GuidanceReport[]>;
  stop(): Promise<void>;
}

const quietMilliseconds = 1000;

/** Starts the server of a bundle and opens a folder in it. Resolves when it is initialized. */
export async function startLanguageServer(bundle: string, folder: string): Promise<LanguageServer> {
  const child = fork(bundle, ['--node-ipc'], { execArgv: [] });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  const root = pathToFileURL(folder).href;
  let lastChange = performance.now();
  let textDocument = { uri: '', version: 0 };
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onNotification(GuidanceChanged, () => void (lastChange = performance.now()));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    capabilities: {
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    workspaceFolders: [{ uri: root, name: 'bench' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    pid: child.pid!,
    open(uri, text, languageId = 'typescript') {
      textDocument = { uri, version: 1 };
      return connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { ...textDocument, languageId, text },
      });
    },
    replace(start, length, text) {
      const range = { start, end: { line: start.line, character: start.character + length } };
      textDocument = { ...textDocument, version: textDocument.version + 1 };
      return connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges: [{ range, text }],
      });
    },
    hover: (position) => connection.sendRequest(HoverRequest.type, { textDocument, position }),
    async completion(position) {
      const found = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      return Array.isArray(found) ? found : (found?.items ?? []);
    },
    hasRead: (entries) =>
      until(async () => {
        const sources = await connection.sendRequest(SourcesRequest, {});
        const read = sources.reduce((sum, source) => sum + source.entries, 0);
        return read === entries && performance.now() - lastChange > quietMilliseconds;
      }),
    async matches() {
      const result = await connection.sendRequest(MatchesRequest, { textDocument });
      return result?.matches.map(({ range }) => range.start) ?? [];
    },
    report: () => connection.sendRequest(ReportRequest, { withLinks: false }),
    async stop() {
      const ended = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}
