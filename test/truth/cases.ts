import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageIdOf } from '../../src/core/comments/languages';
import { markersIn, ourMarkers } from './compare';
import type { TextMate } from './textMate';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** 1-based. */
  readonly lines: readonly number[];
}

export interface CasesResult {
  readonly all: number;
  /** How many each got right. */
  readonly ours: number;
  readonly theirs: number;
}

/** Both on the table of hard cases; `undefined` where it is not beside the repository. */
export async function tryCases(root: string, textMate: TextMate): Promise<CasesResult | undefined> {
  const path = join(root, '..', 'shared', 'cases', 'markers.json');
  if (!existsSync(path)) return undefined;
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { readonly cases: readonly Case[] };
  let [ours, theirs] = [0, 0];
  for (const { id, file, text, lines } of cases) {
    const languageId = languageIdOf(file);
    const wanted = lines.join();
    const linesOf = (offsets: readonly number[]) =>
      [...new Set(offsets.map((at) => lineOf(text, at)))].join();
    if (linesOf(ourMarkers(text, languageId)) === wanted) ours += 1;
    else console.log(`case ${id}: Leadlight is wrong`);
    const seen = await textMate.see(text, languageId);
    if ('comments' in seen && linesOf(markersIn(text, seen.comments)) === wanted) theirs += 1;
    else console.log(`case ${id}: TextMate is wrong`);
  }
  return { all: cases.length, ours, theirs };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
