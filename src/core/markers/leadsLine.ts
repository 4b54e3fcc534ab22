/** What may stand before a tag without making it part of a sentence: signs, but no quotes and no sigils. */
const DECORATION = /[\s!#%()*+,\-./:;<=>[\\\]{|}~]|[^\p{ASCII}\p{L}\p{N}]/u;

/** The words, quotes and sigils that open comments in some languages: Basic, M4, Ruby, Fortran, Vim, assembly. */
const WORD_OPENER = /^(?:['"]+|@+|@?rem|dnl|=begin|[cC*])[^\p{L}\p{N}]*$/iu;
const LONGEST_OPENER = 16;

/** A delimiter that opens a comment inside a comment, or the dashes before an explanation. */
const INNER_DELIMITER = /\s(?:\/{2,}|\/\*+|#+|<!--|;+|%+)[!\s]*$|\s--\s+$/;
const LONGEST_DELIMITER = 80;

/**
 * Whether the tag at `at` is the first word of its line in the comment that begins at `commentStart`,
 * or directly follows a delimiter: only there is a tag a marker, and not a word in a sentence.
 */
export function leadsLine(text: string, commentStart: number, at: number): boolean {
  return lineLeads(text)(commentStart, at);
}

/** The same for many tags of one text, in order: signs may be tags themselves, and a long run of them is walked once. */
export function lineLeads(text: string): (commentStart: number, at: number) => boolean {
  /** Where the signs end that were walked last, and where they and what belongs to them begin. */
  let walked = { to: -1, start: -1 };
  return (commentStart, at) => {
    const from = decorationStart(text, Math.max(commentStart, walked.to), at);
    walked =
      from === walked.to
        ? { ...walked, to: at }
        : { to: at, start: afterListNumber(text, commentStart, from) };
    return leadsFrom(text, { commentStart, start: walked.start, at });
  };
}

interface Lead {
  readonly commentStart: number;
  readonly start: number;
  readonly at: number;
}

function leadsFrom(text: string, { commentStart, start, at }: Lead): boolean {
  if (start === commentStart || isLineEnd(text, start - 1)) return true;
  if (start - commentStart <= LONGEST_OPENER && WORD_OPENER.test(text.slice(commentStart, start)))
    return true;
  return INNER_DELIMITER.test(text.slice(Math.max(start, at - LONGEST_DELIMITER), at));
}

/** Where the signs before `at` begin, on the same line and in the comment. */
function decorationStart(text: string, commentStart: number, at: number): number {
  let start = at;
  while (start > commentStart && !isLineEnd(text, start - 1) && DECORATION.test(text.charAt(start - 1)))
    start -= 1;
  return start;
}

/** `1. TODO` and `2) TODO` are items of a list: goes back past the number and what decorates it. */
function afterListNumber(text: string, commentStart: number, start: number): number {
  if (!/[.)]/.test(text.charAt(start))) return start;
  let digits = start;
  while (digits > commentStart && /[0-9]/.test(text.charAt(digits - 1))) digits -= 1;
  const before = decorationStart(text, commentStart, digits);
  const numbersLine = digits < start && (before === commentStart || isLineEnd(text, before - 1));
  return numbersLine ? before : start;
}

function isLineEnd(text: string, at: number): boolean {
  return /[\n\r\u2028\u2029]/.test(text.charAt(at));
}
