/** Where the identifier that begins at `offset` ends; `offset` itself where none begins. Neither `@` nor `#` is part of one. */
export function identifierEnd(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 128) return asciiKind[unit] === starts ? continuationEnd(text, offset + 1) : offset;
  const character = characterAt(text, offset);
  return /\p{ID_Start}/u.test(character) ? continuationEnd(text, offset + character.length) : offset;
}

/** Where the run of characters that may stand inside an identifier ends: letters, digits, marks, `_`, `$` and joiners. */
export function continuationEnd(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (unit < 128) {
      if (asciiKind[unit] === neither) return end;
      end++;
    } else {
      const character = characterAt(text, end);
      if (!/[\p{ID_Continue}\u200c\u200d]/u.test(character)) return end;
      end += character.length;
    }
  }
}

/** The identifier that an offset is in or at the end of; empty where there is none. */
export function identifierAt(text: string, offset: number): string {
  const [before = ''] =
    /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [];
  return before + text.slice(offset, continuationEnd(text, offset));
}

/** The first offset from `offset` on, or `limit`, where a letter, a digit, `_`, `$` or something beyond ASCII stands. */
export function skipMarks(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && asciiKind[text.charCodeAt(at)] === neither) at++;
  return at;
}

const neither = 0;
const starts = 1;
const continues = 2;

/** For each ASCII character: whether it may start an identifier, only continue one, or neither. */
const asciiKind = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z_$]/.test(character)) return starts;
  return /[0-9]/.test(character) ? continues : neither;
});

/** One code point; empty at the end of the text. */
function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}
