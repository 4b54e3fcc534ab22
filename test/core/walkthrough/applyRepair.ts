import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnchorRepair } from '../../../src/core/walkthrough/resolvedAnchor';
import type { MemoryHost } from '../memoryHost';

/** Writes a repair into its source. */
export async function applyRepair(host: MemoryHost, { uri, range, newText }: AnchorRepair): Promise<void> {
  const content = await host.readFile(uri, Number.MAX_SAFE_INTEGER);
  if (content?.kind !== 'bytes') throw new Error(`no ${uri}`);
  const document = TextDocument.create(uri, 'yaml', 0, new TextDecoder().decode(content.bytes));
  host.write(uri, TextDocument.applyEdits(document, [{ range, newText }]));
}
