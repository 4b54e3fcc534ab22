import type { SpellingBytes } from '../core/markers/spellingBytes';
import { createSpellingSearch, type SearchMaker, type SpellingSearch } from '../core/markers/spellingSearch';
import { gramLength, tableLength as lanes, tablesOf } from './gramBuckets';
import {
  add,
  and16,
  anyTrue,
  bitmask,
  branchIf,
  bytes16,
  type Code,
  constant,
  equalBytes,
  get,
  i32,
  ifThen,
  leave,
  lessUnsigned,
  load16,
  loop,
  set,
  shiftRight16Bits,
  shuffle,
  subtract,
  swizzle,
  tee,
  trailingZeros,
  v128,
  wasmModule,
} from './wasmModule';

/** Node has it; the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly run?: Run } };
};

/** A place for the bytes of one file after the other, and searches that look at it 16 bytes at a time. */
export interface SearchMemory {
  /** `length` bytes; more may be written behind them. */
  readonly buffer: Buffer;
  /** The search is for the beginning of `buffer` only. */
  createSearch(spellings: SpellingBytes): SpellingSearch;
}

/** Room for files of up to `length` bytes. Where the processor lacks the instructions, the searches are those of core. */
export function createSearchMemory(length: number): SearchMemory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((filesStart + length + slack) / pageBytes) });
  const buffer = Buffer.from(memory.buffer, filesStart, length);
  const run = instantiate(memory);
  let tables: Uint8Array | undefined;
  return {
    buffer,
    createSearch(spellings) {
      const { grams, isSpelledAt } = spellings;
      if (run === undefined || grams === undefined) return createSpellingSearch(spellings);
      const own = tablesOf(grams);
      return (bytes, from) => {
        if (tables !== own) new Uint8Array(memory.buffer).set((tables = own));
        const end = filesStart + bytes.length;
        for (let at = filesStart + from; (at = run(at, end)) < end; at++) {
          if (isSpelledAt(bytes, at - filesStart)) return at - filesStart;
        }
        return -1;
      };
    },
  };
}

/** Searches for bytes that stand anywhere, in a copy of them; those of more than `length` are searched by core. */
export function createCopyingSearch(length: number): SearchMaker {
  let memory: SearchMemory | undefined;
  let copied: Uint8Array | undefined;
  return (spellings) => {
    const { buffer, createSearch } = (memory ??= createSearchMemory(length));
    const search = createSearch(spellings);
    const otherSearch = createSpellingSearch(spellings);
    return (bytes, from) => {
      if (bytes.length > length) return otherSearch(bytes, from);
      if (copied !== bytes) buffer.set((copied = bytes));
      return search(bytes, from);
    };
  };
}

const pageBytes = 65_536;
/** Behind the tables, with a block before the file, which the search looks back into. */
const filesStart = 256;
const slack = 2 * lanes;

/** Where the next gram may begin, from `at` on; at or beyond `end` where there is none. */
type Run = (at: number, end: number) => number;

function instantiate(memory: object): Run | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(program), { env: { memory } }).exports.run;
  } catch {
    return undefined;
  }
}

/**
 * The search called Teddy, which Geoffrey Langdale wrote for Hyperscan:
 * https://github.com/BurntSushi/aho-corasick/blob/master/src/packed/teddy/README.md
 */
const program = (() => {
  const [at, ending, position] = [0, 1, 2];
  const table = (index: number) => 3 + index;
  const low = 11;
  const high = 12;
  /** What the characters of a gram but the last gave for the block before. */
  const before = (place: number) => 13 + place;
  const now = (place: number) => 16 + place;
  const found = 19;
  const places = [0, 1, 2, 3];

  const buckets = (place: number): Code => [
    [get(table(2 * place)), get(low), swizzle],
    [get(table(2 * place + 1)), get(high), swizzle],
    and16,
  ];
  /** The same, moved behind by the characters that follow, the block before coming in from the left. */
  const moved = (place: number): Code => {
    const by = gramLength - 1 - place;
    return [
      [get(before(place)), buckets(place), tee(now(place))],
      shuffle(Array.from({ length: lanes }, (_, lane) => lanes - by + lane)),
      [get(now(place)), set(before(place))],
    ];
  };
  return wasmModule({
    parameters: [i32, i32],
    result: i32,
    locals: [
      [1, i32],
      [17, v128],
    ],
    body: [
      ...places.flatMap((place): Code => [
        [constant(0), load16(2 * place * lanes), set(table(2 * place))],
        [constant(0), load16((2 * place + 1) * lanes), set(table(2 * place + 1))],
      ]),
      [get(at), set(position)],
      loop([
        [get(position), load16(0), tee(low), constant(4), shiftRight16Bits],
        [bytes16(Array(lanes).fill(15)), and16, set(high)],
        [get(low), bytes16(Array(lanes).fill(15)), and16, set(low)],
        [moved(0), moved(1), and16, moved(2), and16, buckets(3), and16, tee(found), anyTrue],
        ifThen([
          [get(position), constant(gramLength - 1), subtract],
          [get(found), bytes16(Array(lanes).fill(0)), equalBytes, bitmask],
          'the first lane that is not equal to zero',
          [constant(-1), [0x73], trailingZeros, add, leave],
        ]),
        [get(position), constant(lanes), add, tee(position)],
        [get(ending), constant(gramLength - 1), add, lessUnsigned, branchIf(0)],
      ]),
      get(ending),
    ],
  });
})();
