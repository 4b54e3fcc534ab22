import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host';
import { decode } from './text/decode';

const largestFile = 2 * 1024 * 1024;

export interface CurrentTextOptions {
  readonly host: Host;
  /** The documents that editors hold, by normalized URI. */
  open(): ReadonlyMap<string, TextDocument>;
}

/** The text of a file as an editor holds it, or as it is on disk; `undefined` where there is none. */
export async function currentText(
  uri: string,
  { host, open }: CurrentTextOptions,
): Promise<string | undefined> {
  const document = open().get(uri);
  if (document !== undefined) return document.getText();
  const content = await host.readFile(uri, largestFile);
  const decoded = content?.kind === 'bytes' ? decode(content.bytes) : undefined;
  return decoded?.kind === 'text' ? decoded.text : undefined;
}
