import { byFrequency } from '../core/markers/spellingBytes';

export const gramLength = 4;
/** Bytes in a table, one for each half of a byte. */
export const tableLength = 16;
const mostBuckets = 8;

/**
 * Two tables of 16 bytes for each of the four characters of a gram, one by the lower half of a byte and one by the
 * upper. A bit stands for a bucket of grams: where a bit is set in all eight, one of its grams may stand.
 */
export function tablesOf(grams: readonly string[]): Uint8Array {
  const tables = new Uint8Array(2 * gramLength * tableLength);
  for (const [index, { halves }] of bucketsOf(grams).entries()) {
    for (const [table, bits] of halves.entries()) {
      for (let half = 0; half < tableLength; half++)
        if ((bits & (1 << half)) !== 0) tables[table * tableLength + half]! |= 1 << index;
    }
  }
  return tables;
}

interface Bucket {
  /** By table, which halves of a byte may stand there, as bits. */
  readonly halves: readonly number[];
  /** How often the bucket takes some place for one of its grams, as a share of all places. */
  readonly share: number;
}

/**
 * The grams of a bucket lend each other their characters: `todo` and `spec` together seem to stand in `tpdc`. So
 * those go together that do the least harm, until there are few enough.
 */
function bucketsOf(grams: readonly string[]): readonly Bucket[] {
  let buckets = grams.map((gram) => toBucket(halvesOf(gram)));
  while (buckets.length > mostBuckets) {
    let best: { readonly pair: readonly Bucket[]; readonly both: Bucket; readonly harm: number } | undefined;
    for (const [index, one] of buckets.entries()) {
      for (const other of buckets.slice(index + 1)) {
        const both = toBucket(one.halves.map((bits, table) => bits | other.halves[table]!));
        const harm = both.share - one.share - other.share;
        if (best === undefined || harm < best.harm) best = { pair: [one, other], both, harm };
      }
    }
    const { pair, both } = best!;
    buckets = [...buckets.filter((bucket) => !pair.includes(bucket)), both];
  }
  return buckets;
}

function halvesOf(gram: string): readonly number[] {
  const halves = new Array<number>(2 * gramLength).fill(0);
  for (let place = 0; place < gramLength; place++) {
    for (const byte of bytesAt(gram, place)) {
      halves[2 * place]! |= 1 << (byte & 15);
      halves[2 * place + 1]! |= 1 << (byte >> 4);
    }
  }
  return halves;
}

/** Every byte behind the end of a gram that is shorter. */
function bytesAt(gram: string, place: number): readonly number[] {
  const char = gram.charAt(place);
  if (char === '') return Array.from({ length: 256 }, (_, byte) => byte);
  return [char.charCodeAt(0), char.toUpperCase().charCodeAt(0)];
}

function toBucket(halves: readonly number[]): Bucket {
  let share = 1;
  for (let place = 0; place < gramLength; place++) {
    let here = 0;
    for (let byte = 0; byte < 128; byte++) {
      const low = (halves[2 * place]! >> (byte & 15)) & 1;
      if ((low & (halves[2 * place + 1]! >> (byte >> 4))) === 1) here += shares[byte]!;
    }
    share *= here;
  }
  return { halves, share };
}

/** About how much of code each character of ASCII is: small letters by their rank, and little of all others. */
const shares = Float64Array.from({ length: 128 }, (_, byte) => {
  const rank = byFrequency.indexOf(String.fromCharCode(byte));
  return rank === -1 ? 0.007 : 0.1 * 0.88 ** rank;
});
