import type { Selector } from '../match/selector';
import type { Entry } from './model';

/**
 * What several files of others say in the same words about the same code is one entry: of a file, its copies and the
 * links to it, the first counts, and says who reads any of them.
 */
export function saidOnce(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const words = wordsOf(entry);
    const place = words === undefined ? undefined : places.get(words);
    if (place !== undefined) kept[place] = withReaders(kept[place]!, entry);
    else {
      if (words !== undefined) places.set(words, kept.length);
      kept.push(entry);
    }
  }
  return kept;
}

/** Absent for an entry that a team wrote for Leadlight. */
function wordsOf(entry: Entry): string | undefined {
  if (entry.kind !== 'philosophy' || entry.text === undefined) return undefined;
  // A file without headings is called by its name, which a copy does not share.
  const title = entry.uri.endsWith(`/${encodeURIComponent(entry.title)}`) ? undefined : entry.title;
  return JSON.stringify([title, entry.text, entry.applies && globsOf(entry.applies)]);
}

function globsOf({ files, except, diagnostics }: Selector): unknown {
  const globs = [files, except].map((list) => list?.map(({ glob, written }) => written ?? glob.source));
  return [globs, diagnostics];
}

function withReaders(first: Entry, { readBy = [] }: Entry): Entry {
  return { ...first, readBy: [...new Set([...(first.readBy ?? []), ...readBy])] };
}
