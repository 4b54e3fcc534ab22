import * as z from 'zod';
import { isDay } from '../text/day';

/** The values that keys of every section share. Each key says by `meta` what it means, what it may be, and what its text is. */

/** What a text is, beyond its type. */
export const textKinds = [
  'id',
  'philosophy',
  'decision',
  'walkthrough',
  'checklist',
  'owner',
  'glob',
  'path',
  'pattern',
  'language',
  'module',
  'symbol',
  'diagnostic',
  'tag',
  'day',
  'markdown',
  'command',
  'tool',
  'group',
  'role',
  'pack',
  'length',
] as const;

export type TextKind = (typeof textKinds)[number];

declare module 'zod' {
  interface GlobalMeta {
    /** Values of the key that are right, as data. */
    examples?: readonly unknown[];
    holds?: TextKind;
  }
}

// Compiling validators needs `new Function`, which a web worker's policy refuses.
z.config({ jitless: true });

export const text = z.union([z.string(), z.number()]).transform(String);
export const texts = oneOrMany(text);
export const flag = z.boolean();
/** `2027-03-01`, a day in the reader's own calendar. */
export const day = z.string().refine(isDay, 'a date such as 2027-03-01');

export const levels = ['none', 'hint', 'info', 'warning'] as const;
export type Level = (typeof levels)[number];

/** Every field of the format takes one value or a list of them. */
export function oneOrMany<T extends z.ZodType>(one: T) {
  return z
    .union([one, z.array(one)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}
