import type { Connection } from 'vscode-languageserver';
import type { DirectoryEntry, FileContent, Host, Log } from '../core/host';
import { type Read, type ReadAnswer, ReadRequest } from '../protocol/messages';

const mostAtOnce = 256;

/** Reads through the client, which reaches what this process cannot: the web, remote and virtual workspaces. */
export function createClientHost(connection: Connection, log: Log): Host {
  const ask = batched(connection, log);
  return {
    async readFile(uri, maxBytes): Promise<FileContent | undefined> {
      const answer = await ask({ kind: 'file', uri, maxBytes });
      if (answer.kind === 'tooLarge') return answer;
      return answer.kind === 'file' ? { kind: 'bytes', bytes: fromBase64(answer.base64) } : undefined;
    },
    async readDirectory(uri): Promise<readonly DirectoryEntry[]> {
      const answer = await ask({ kind: 'directory', uri });
      return answer.kind === 'directory' ? answer.entries : [];
    },
    // The client's file systems do not tell where a link leads.
    realUri: (uri) => Promise.resolve(uri),
    now: () => new Date(),
    log,
  };
}

/** Gathers what is asked for in one turn into one request. */
function batched(connection: Connection, log: Log): (read: Read) => Promise<ReadAnswer> {
  let waiting: { read: Read; resolve: (answer: ReadAnswer) => void }[] = [];
  const send = async (batch: typeof waiting) => {
    try {
      const answers = await connection.sendRequest(ReadRequest, { reads: batch.map(({ read }) => read) });
      batch.forEach(({ resolve }, index) => resolve(answers[index] ?? { kind: 'missing' }));
    } catch (error) {
      log.warn(`The client could not read: ${String(error)}`);
      for (const { resolve } of batch) resolve({ kind: 'missing' });
    }
  };
  const flush = () => {
    const all = waiting;
    waiting = [];
    for (let start = 0; start < all.length; start += mostAtOnce)
      void send(all.slice(start, start + mostAtOnce));
  };
  return (read) =>
    new Promise((resolve) => {
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push({ read, resolve });
    });
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
