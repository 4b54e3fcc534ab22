import { limits } from '../guidance/limits';

/** An id made of a title: lower case, words joined by `-`, other scripts by their code points. Never empty. */
export function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\x20-\x7e]/gu, (character) =>
      /\p{L}|\p{N}/u.test(character) ? `u${character.codePointAt(0)!.toString(16)}` : ' ',
    )
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+|[-._]+$/g, '');
  return plain.slice(0, limits.idLength) || 'unnamed';
}

export function isSlug(id: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,63}$/.test(id);
}

/** The slug itself, or with a number behind it where it is taken: `errors`, `errors-2`. */
export function freeSlug(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number += 1) free = `${id.slice(0, limits.idLength - 6)}-${number}`;
  return free;
}
