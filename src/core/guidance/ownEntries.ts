import type { Guidance } from './guidance';
import type { Entry } from './model';

/**
 * Whether an entry was written for this workspace, in a `.leadlight/` of it: its author is told what is wrong with how
 * it fits. What a broken text says is not what its author wrote.
 */
export function ownEntryOf({ sources }: Guidance): (entry: Entry) => boolean {
  const broken = new Set(sources.filter((source) => source.broken).map(({ uri }) => uri));
  return ({ uri, folder, linkBase }) =>
    linkBase === folder && uri.includes('/.leadlight/') && !broken.has(uri);
}

/** All such entries, those that others hide included. */
export function ownEntries(guidance: Guidance): readonly Entry[] {
  return guidance.sources.flatMap(({ entries }) => entries).filter(ownEntryOf(guidance));
}
