import type { Area } from '../guidance/model';
import { grouped } from '../text/grouped';
import { createGlobIndex, type GlobIndex } from './globIndex';

/** Which areas hold for a path. */
export interface AreaIndex {
  /** The area that counts; `undefined` where none holds. */
  lookup(path: string): Area | undefined;

  /** That area, and those of the other groups of its source that hold, too. */
  lookupAll(path: string): readonly Area[];
}

/** Of areas the last that holds counts, so the strongest come last. Of those with ranks, the highest comes last. */
export function createAreaIndex(areas: readonly Area[]): AreaIndex {
  // Somebody's areas may be thousands, and guidance changes more often than anybody asks.
  let made: GlobIndex<Area> | undefined;
  const index = () => (made ??= createGlobIndex(itemsOf(areas)));
  return {
    lookup: (path) => index().lookupLast(path),
    lookupAll(path) {
      const counts = index().lookupLast(path);
      if (counts?.group === undefined) return counts === undefined ? [] : [counts];
      const last = new Map<string | undefined, Area>();
      for (const area of index().lookup(path)) {
        if (area.uri === counts.uri) last.set(area.group, area);
      }
      last.delete(counts.group);
      return [counts, ...[...last.values()].toReversed()];
    },
  };
}

function itemsOf(areas: readonly Area[]) {
  const items = areas.flatMap((value) => {
    const globs = (value.applies.files ?? []).map(({ glob }) => glob);
    if (value.ranks === undefined) return globs.length === 0 ? [] : [{ globs, value, rank: 0 }];
    return globs.map((glob, at) => ({ globs: [glob], value, rank: value.ranks![at]! }));
  });
  return items.some(({ rank }) => rank !== 0) ? byRank(items) : items;
}

/** Only among the areas of one source: between sources their order stays. */
function byRank<T extends { readonly value: Area; readonly rank: number }>(
  items: readonly T[],
): readonly T[] {
  const bySource = grouped(items, ({ value }) => [value.uri]);
  return [...bySource.values()].flatMap((together) => together.toSorted((a, b) => a.rank - b.rank));
}
