import { lowerCode } from '../comments/characters';
import type { MarkerTag } from './findMarkers';
import type { MarkerKind } from './marker';

/** One way to write a tag. */
export interface Spelling {
  readonly tag: string;
  readonly kind: MarkerKind;
  /** The words of the spelling; any spaces and tabs may stand between them, and none after a colon. */
  readonly parts: readonly string[];
  /** In lower case, with single spaces. */
  readonly lower: string;
  /** The character codes that it can begin with. */
  readonly firstCodes: readonly number[];
  /** It begins with a sign, so nobody takes it for prose, and code cannot hold it by chance. */
  readonly signed: boolean;
  readonly inCode: boolean;
}

/** All ways to write the tags, the longest first. */
export function spellingsOf(tags: readonly MarkerTag[]): readonly Spelling[] {
  return tags
    .flatMap((tag) => [tag.tag, ...(tag.aliases ?? [])].map((written) => spellingOf(tag, written.trim())))
    .filter(({ parts }) => parts[0] !== '')
    .sort((a, b) => b.parts.join().length - a.parts.join().length);
}

/** Where the tag at `at` ends; `undefined` when it is not the spelling, or only part of a word. */
export function endOfSpelling(text: string, at: number, spelling: Spelling): number | undefined {
  const exact = endOfParts(text, at, spelling.parts);
  const end = exact ?? (spelling.kind === 'debt' ? endOfAnyCase(text, at, spelling) : undefined);
  return end === undefined || isWord(text, at - 1) || goesOn(text, end) ? undefined : end;
}

function spellingOf({ tag, kind }: MarkerTag, written: string): Spelling {
  const first = written.charAt(0);
  const signed = /^[^\p{L}\p{N}_]/u.test(written);
  const cases = kind === 'debt' ? [first.toLowerCase(), first.toUpperCase()] : [first];
  return {
    tag,
    kind,
    parts: written.split(/\s+/),
    lower: written.replace(/\s+/g, ' ').toLowerCase(),
    firstCodes: [...new Set(cases.map((char) => char.charCodeAt(0)))],
    signed,
    inCode: kind === 'suppression' && signed,
  };
}

/** Another case than the tag's own is prose, unless a colon stands right behind it or a sign before it. */
function endOfAnyCase(text: string, at: number, { lower, signed }: Spelling): number | undefined {
  const end = at + lower.length;
  for (let offset = at; offset < end; offset += 1) {
    if (lowerCode(text.charCodeAt(offset)) !== lower.charCodeAt(offset - at)) return undefined;
  }
  const colon = text.charAt(end) === ':' && !text.startsWith('://', end);
  return signed || colon ? end : undefined;
}

function endOfParts(text: string, at: number, parts: readonly string[]): number | undefined {
  if (!text.startsWith(parts[0]!, at)) return undefined;
  let end = at + parts[0]!.length;
  for (let index = 1; index < parts.length; index += 1) {
    const start = spaceEnd(text, end);
    if (start === end && text.charAt(end - 1) !== ':') return undefined;
    if (!text.startsWith(parts[index]!, start)) return undefined;
    end = start + parts[index]!.length;
  }
  return end;
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

/** `TODOS`, `HACK-ish`, `TODO.md` and `TODO's` are other words; `TODO-12` and `TODO.` are the tag. */
function goesOn(text: string, end: number): boolean {
  return isWord(text, end) || (/[-.'\u2019]/.test(text.charAt(end)) && isLetter(text, end + 1));
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text.charAt(at));
}

function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}
