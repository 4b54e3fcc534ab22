/** Where a text is comment and where it is string; all else is code. */
export interface Region {
  readonly kind: RegionKind;
  /** UTF-16 offsets of the whole region, delimiters included; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export type RegionKind = 'comment' | 'string';

/** The kind of the place at `offset`, in O(log n). `regions` are sorted and do not overlap. */
export function kindAt(regions: readonly Region[], offset: number): RegionKind | 'code' {
  return regionAt(regions, offset)?.kind ?? 'code';
}

/** The region that holds `offset`, in O(log n). */
export function regionAt(regions: readonly Region[], offset: number): Region | undefined {
  const region = regions[firstEndingBehind(regions, offset)];
  return region !== undefined && region.start <= offset ? region : undefined;
}

/** The index of the first region that ends behind `offset`; their number when none does. In O(log n). */
export function firstEndingBehind(regions: readonly Region[], offset: number): number {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (regions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
