/** A piece of a text that is read alone: words do not reach over `end`. */
export interface Stretch {
  readonly text: string;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

/**
 * Where the part of a word ends that begins at `offset`; `offset` itself where none begins. Parts are what camel case,
 * digits and everything that is no letter separate: `HTTPServer2` is `HTTP`, `Server`, `2`.
 * Scripts that are written without spaces have one part for each character.
 */
export function wordPartEnd(stretch: Stretch, offset: number): number {
  const { text, end } = stretch;
  const kind = offset < end ? kindAt(text, offset) : none;
  if (kind === none) return offset;
  let at = offset + widthAt(text, offset);
  if (kind === ideograph) return at;
  const second = at;
  while (at < end && kindAt(text, at) === kind) at += widthAt(text, at);
  if (kind !== upper || at >= end || kindAt(text, at) !== lower) return at;
  // The last capital before small letters belongs to them.
  if (at > second) return at - widthBefore(text, at);
  while (at < end && kindAt(text, at) === lower) at += widthAt(text, at);
  return at;
}

/** The first offset from `offset` on, or the end, where a part of a word begins. */
export function skipToWord({ text, end }: Stretch, offset: number): number {
  let at = offset;
  while (at < end && kindAt(text, at) === none) at++;
  return at;
}

/** Where the next part of the same name may begin: behind nothing, spaces, underscores, or one hyphen. */
export function wordGapEnd({ text, end }: Stretch, offset: number): number {
  if (offset >= end) return end;
  if (text[offset] === '-') return offset + 1;
  const gap = text[offset] === '_' ? '_' : ' \t';
  let at = offset;
  while (at < end && gap.includes(text[at]!)) at++;
  return at;
}

const none = 0;
const lower = 1;
const upper = 2;
const digit = 3;
const ideograph = 4;

function kindAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit < 128 ? asciiKind[unit]! : kindOf(String.fromCodePoint(text.codePointAt(offset)!));
}

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters without case, and marks on letters, go with the small ones. */
function kindOf(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upper;
  if (spaceless.test(character)) return ideograph;
  if (/[\p{L}\p{M}]/u.test(character)) return lower;
  return /\p{N}/u.test(character) ? digit : none;
}

const asciiKind = Uint8Array.from({ length: 128 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function widthAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(offset)! > 0xffff ? 2 : 1;
}

function widthBefore(text: string, offset: number): number {
  return offset > 1 && text.codePointAt(offset - 2)! > 0xffff ? 2 : 1;
}
