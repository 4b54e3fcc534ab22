/** As much of WebAssembly's binary format as one function needs: https://webassembly.github.io/spec/core/binary/ */

/** Bytes of instructions; a string is a comment for the reader and gives none. */
export type Code = readonly (number | string | Code)[];

export const i32 = 0x7f;
export const v128 = 0x7b;

export interface FunctionSource {
  /** Types of the parameters, the first locals. */
  readonly parameters: readonly number[];
  readonly result: number;
  /** How many more locals there are of each type, in this order. */
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly body: Code;
}

/** A module that imports its memory as `env.memory` and exports one function, `run`. */
export function wasmModule({ parameters, result, locals, body }: FunctionSource): Uint8Array<ArrayBuffer> {
  const declared = vector(locals.map(([count, type]) => [...unsigned(count), type]));
  const code = [...declared, ...flatten(body), end];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [[0x60, ...vector(parameters.map((type) => [type])), ...vector([[result]])]]),
    ...section(2, [[...name('env'), ...name('memory'), 0x02, 0x00, 0x01]]),
    ...section(3, [[0x00]]),
    ...section(7, [[...name('run'), 0x00, 0x00]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}

const end = 0x0b;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const tee = (local: number): Code => [0x22, local];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const add: Code = [0x6a];
export const subtract: Code = [0x6b];
export const lessUnsigned: Code = [0x49];
export const trailingZeros: Code = [0x68];
export const leave: Code = [0x0f];
export const loop = (body: Code): Code => [0x03, 0x40, body, end];
export const ifThen = (body: Code): Code => [0x04, 0x40, body, end];
export const branchIf = (depth: number): Code => [0x0d, depth];

export const load16 = (offset: number): Code => [0xfd, 0x00, 0x00, ...unsigned(offset)];
export const bytes16 = (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes];
export const shuffle = (lanes: readonly number[]): Code => [0xfd, 0x0d, ...lanes];
export const swizzle: Code = [0xfd, 0x0e];
export const equalBytes: Code = [0xfd, 0x23];
export const and16: Code = [0xfd, 0x4e];
export const anyTrue: Code = [0xfd, 0x53];
export const bitmask: Code = [0xfd, 0x64];
export const shiftRight16Bits: Code = [0xfd, ...unsigned(0x8d)];

function flatten(code: Code): number[] {
  return code.flatMap((part) =>
    typeof part === 'number' ? part : typeof part === 'string' ? [] : flatten(part),
  );
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector([...text].map((char) => [char.charCodeAt(0)]));
}

/** LEB128, as everywhere in the format. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
