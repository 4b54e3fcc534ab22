/** Both hosts have it; core's compiler options leave every platform's globals out. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` ends a sentence that begins with "The file is". */
  | { readonly kind: 'notText'; readonly reason: string };

/** UTF-8 bytes, with or without a byte order mark, as text; anything else is named. */
export function decode(bytes: Uint8Array): Decoded {
  if (utf16Of(bytes) !== undefined) {
    return { kind: 'notText', reason: 'UTF-16; save it as UTF-8' };
  }
  if (bytes.includes(0)) return { kind: 'notText', reason: 'binary' };
  try {
    return { kind: 'text', text: strictUtf8.decode(bytes) };
  } catch {
    return { kind: 'notText', reason: 'not UTF-8; save it as UTF-8' };
  }
}

/** What is not UTF-8 is read as Windows-1252, the superset of Latin-1, where every byte is one UTF-16 unit. */
export function decodeCode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The same text in UTF-8 where a byte order mark says that it is UTF-16; all else as it is. */
export function withoutUtf16(bytes: Uint8Array): Uint8Array {
  const utf16 = utf16Of(bytes);
  return utf16 === undefined ? bytes : new TextEncoder().encode(new TextDecoder(utf16).decode(bytes));
}

/** A text in UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As git has it: a NUL in the first 8 KiB, though not where a byte order mark says UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  return utf16Of(bytes) === undefined && bytes.subarray(0, 8192).includes(0);
}

/** The encoding that a byte order mark of UTF-16 names. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
