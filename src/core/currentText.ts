import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host';
import { decode } from './text/decode';

const largestFile = 2 * 1024 * 1024;

export interface CurrentTextOptions {
  readonly host: Host;
  /** The documents that editors hold, by normalized URI. */
  open(): ReadonlyMap<string, TextDocument>;
}

/** What lies at a URI, as text. */
export type FileText = { readonly text: string } | 'nothing' | 'unreadable';

/** A file as it is on disk; what has more than `mostBytes` is unreadable. */
export async function storedText(uri: string, host: Host, mostBytes: number): Promise<FileText> {
  const content = await host.readFile(uri, mostBytes);
  if (content === undefined) return 'nothing';
  const decoded = content.kind === 'bytes' ? decode(content.bytes) : undefined;
  return decoded?.kind === 'text' ? { text: decoded.text } : 'unreadable';
}

/** A file as an editor holds it, or else as it is on disk. */
export async function currentFile(
  uri: string,
  { host, open }: CurrentTextOptions,
  mostBytes = largestFile,
): Promise<FileText> {
  const document = open().get(uri);
  return document === undefined ? storedText(uri, host, mostBytes) : { text: document.getText() };
}

/** The text of a file as an editor holds it, or as it is on disk; `undefined` where there is none. */
export async function currentText(
  uri: string,
  options: CurrentTextOptions,
  mostBytes = largestFile,
): Promise<string | undefined> {
  const file = await currentFile(uri, options, mostBytes);
  return typeof file === 'string' ? undefined : file.text;
}
