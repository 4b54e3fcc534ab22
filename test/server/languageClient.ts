import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import type { Diagnostic, Hover, InitializeResult } from 'vscode-languageserver-protocol';
import { nodeServer } from '../../src/server/nodeService';
import { startServer } from '../../src/server/server';

/** A client over real messages, which remembers what the server published. */
export interface LanguageClient {
  readonly connection: MessageConnection;
  /** The newest diagnostics of each URI. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  initialize(
    folders: readonly string[],
    capabilities?: object,
    initializationOptions?: object,
  ): Promise<InitializeResult>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  hover(uri: string, line: number, character: number): Promise<Hover | null>;
  /** Resolves when the condition holds; rejects after ten seconds. */
  until(what: string, condition: () => boolean | Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

/** The server in this process, over streams in memory. */
export function inMemoryClient(): LanguageClient {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient), nodeServer());
  // `exit` would end this process.
  return clientOver({ input: toClient, output: toServer, processId: null, end: () => Promise.resolve() });
}

/** The server in a process of its own. */
export function processClient(
  command: string,
  args: readonly string[],
): LanguageClient & { readonly child: ChildProcess } {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (connection: MessageConnection) => {
    await connection.sendNotification('exit');
    await ended;
  };
  return Object.assign(
    clientOver({ input: child.stdout, output: child.stdin, processId: process.pid, end }),
    { child },
  );
}

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whom the server watches so as not to outlive it; a server that watches keeps its process running. */
  readonly processId: number | null;
  /** Ends the server after its shutdown. */
  end(connection: MessageConnection): Promise<void>;
}

function clientOver({ input, output, processId, end }: Streams): LanguageClient {
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (published: { uri: string; diagnostics: Diagnostic[] }) => {
      diagnostics.set(published.uri, published.diagnostics);
    },
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  return {
    connection,
    diagnostics,
    async initialize(folders, capabilities = {}, initializationOptions = {}) {
      const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
      const params = {
        processId,
        rootUri: folders[0] ?? null,
        workspaceFolders,
        capabilities,
        initializationOptions,
      };
      const result = await connection.sendRequest<InitializeResult>('initialize', params);
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text, languageId = 'typescript') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    hover: (uri, line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
    async until(what, condition) {
      const end = Date.now() + 10_000;
      while (!(await condition())) {
        if (Date.now() > end) throw new Error(`Not within ten seconds: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await end(connection);
      connection.dispose();
    },
  };
}
