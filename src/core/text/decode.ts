/** Both hosts have it; core's compiler options leave every platform's globals out. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` ends a sentence that begins with "The file is". */
  | { readonly kind: 'notText'; readonly reason: string };

/** UTF-8 bytes, with or without a byte order mark, as text; anything else is named. */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { kind: 'notText', reason: 'UTF-16; save it as UTF-8' };
  }
  if (bytes.includes(0)) return { kind: 'notText', reason: 'binary' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'notText', reason: 'not UTF-8; save it as UTF-8' };
  }
}
