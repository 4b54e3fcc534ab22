import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { languageIdOf } from '../../src/core/comments/languages';
import type { UnpackedCorpus } from '../host/corpora.mjs';

/** A file of a corpus. */
export interface CodeFile {
  /** `name/path in it`, which does not change with the version. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

interface Candidate {
  readonly path: string;
  readonly file: string;
}

const tag = /(?<![a-z])(?:todo|fixme|hack|xxx|bug)(?![a-z])/i;
const maxLineLength = 5_000;
const linesPerLanguage = 100_000;
/** Formats whose comments are a policy, or that have none. */
const left: ReadonlySet<string> = new Set([
  'markdown',
  'plaintext',
  'json',
  'diff',
  'csv',
  'restructuredtext',
]);

/** Files that hold a tag, by language: of each as many as TextMate can read in some seconds, from all corpora. */
export function codeFiles(
  corpora: readonly UnpackedCorpus[],
  languages: readonly string[],
): ReadonlyMap<string, readonly CodeFile[]> {
  const byLanguage = new Map<string, Candidate[]>();
  for (const { name, folder } of corpora) {
    for (const file of filesIn(folder)) {
      const languageId = languageIdOf(file);
      if (left.has(languageId) || (languages.length > 0 && !languages.includes(languageId))) continue;
      const candidate = { path: `${name}${file.slice(folder.length)}`, file };
      const known = byLanguage.get(languageId);
      if (known === undefined) byLanguage.set(languageId, [candidate]);
      else known.push(candidate);
    }
  }
  const sorted = [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([id, candidates]) => [id, withinBudget(id, candidates)]));
}

/** In an order that has nothing to do with folders, so that a budget takes from everywhere. */
function withinBudget(languageId: string, candidates: readonly Candidate[]): readonly CodeFile[] {
  const shuffled = candidates
    .map((candidate) => ({ ...candidate, order: hash(candidate.path) }))
    .sort((a, b) => a.order - b.order);
  const files: CodeFile[] = [];
  let lines = 0;
  for (const { path, file } of shuffled) {
    const text = readFileSync(file, 'utf8');
    if (!tag.test(text)) continue;
    const found = text.split(/\r\n|\r|\n/);
    if (found.some(({ length }) => length > maxLineLength)) continue;
    lines += found.length;
    if (lines > linesPerLanguage) break;
    files.push({ path, languageId, text });
  }
  return files;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
