import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnchorRepair } from '../core/walkthrough/resolvedAnchor';
import { replaceFile } from './replaceFile';

const mark = '\ufeff';

/** Writes repairs into their sources, and leaves all else there as it is; gives those that were written. */
export async function writeRepairs(repairs: readonly AnchorRepair[]): Promise<readonly AnchorRepair[]> {
  for (const uri of new Set(repairs.map((repair) => repair.uri))) {
    const edits = repairs.filter((repair) => repair.uri === uri);
    const path = fileURLToPath(uri);
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    // A mark at the beginning counts for no position.
    const text = whole.startsWith(mark) ? whole.slice(1) : whole;
    const document = TextDocument.create(uri, '', 0, text);
    const written = TextDocument.applyEdits(document, edits);
    await replaceFile(path, whole.slice(0, whole.length - text.length) + written);
  }
  return repairs;
}
