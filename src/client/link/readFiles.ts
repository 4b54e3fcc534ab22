import * as vscode from 'vscode';
import type { DirectoryEntry } from '../../core/host';
import type { Read, ReadAnswer } from '../../protocol/messages';
import { toBase64 } from './base64';
import { mapBounded } from './mapBounded';

const readsAtOnce = 16;

/** Reads what the server asked for through the editor, whatever file system it is on. Never rejects. */
export function answerReads(reads: readonly Read[]): Promise<ReadAnswer[]> {
  return mapBounded(reads, readsAtOnce, async (read) => {
    try {
      const uri = withoutSlash(vscode.Uri.parse(read.uri, true));
      return read.kind === 'directory' ? await readDirectory(uri) : await readFile(uri, read.maxBytes);
    } catch {
      return { kind: 'missing' };
    }
  });
}

/** Some file systems do not know a folder by a name that ends in a slash. */
function withoutSlash(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(?<=[^/])\/$/, '') });
}

async function readFile(uri: vscode.Uri, maxBytes: number): Promise<ReadAnswer> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.File) === 0) return { kind: 'missing' };
  if (size > maxBytes) return { kind: 'tooLarge', size };
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Some file systems do not know sizes beforehand.
  return bytes.length > maxBytes
    ? { kind: 'tooLarge', size: bytes.length }
    : { kind: 'file', base64: toBase64(bytes) };
}

async function readDirectory(uri: vscode.Uri): Promise<ReadAnswer> {
  const found = await vscode.workspace.fs.readDirectory(uri);
  return {
    kind: 'directory',
    entries: found.map(([name, type]): DirectoryEntry => ({ name, kind: kindOf(type) })),
  };
}

function kindOf(type: vscode.FileType): DirectoryEntry['kind'] {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  return type & vscode.FileType.Directory ? 'directory' : 'file';
}
