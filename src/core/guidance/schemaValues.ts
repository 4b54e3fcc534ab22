import * as z from 'zod';

/** The values that keys of every section share. */

// Compiling validators needs `new Function`, which a web worker's policy refuses.
z.config({ jitless: true });

export const text = z.union([z.string(), z.number()]).transform(String);
export const texts = oneOrMany(text);
export const flag = z.boolean();

/** Every field of the format takes one value or a list of them. */
export function oneOrMany<T extends z.ZodType>(one: T) {
  return z
    .union([one, z.array(one)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}
