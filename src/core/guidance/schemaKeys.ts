import { stringify } from 'yaml';
import type * as z from 'zod';
import { once } from '../text/once';
import { sections, settings } from './schema';
import { shapeOf } from './schemaShape';
import type { TextKind } from './schemaValues';

/** A key of the format, as the schema documents it. */
export interface SchemaKey {
  /** Empty for a file or front matter as a whole. */
  readonly name: string;
  /** One to three sentences of Markdown. */
  readonly description: string;
  /** A value that is right, as YAML on one line; empty for sections, and for a file as a whole. */
  readonly example: string;
  /** What its text, or each text of its list, is. */
  readonly holds?: TextKind;
  /** What it accepts, where that is a short list; `true` and `false` for a flag. */
  readonly values?: readonly string[];
  /** Whether it takes a list. All that do take one value as well, but for sections and `steps`. */
  readonly isList: boolean;
  /** Whether its mapping says too little without it. */
  readonly required: boolean;
  /** Of the mapping that it takes, or of each mapping of its list. */
  readonly keys: ReadonlyMap<string, SchemaKey>;
}

/** A Markdown file whose front matter holds the keys of one entry. */
export type SchemaPage = 'philosophy' | 'walkthrough';

/**
 * The key at a path from the top of a file, such as `['philosophies', 0, 'applies', 'files']`; numbers, the places in
 * lists, may be left out. `[]` is the file, whose `keys` are what may stand at its top. Of a page, the path begins at
 * the top of its front matter. `undefined` where the format knows no such key.
 */
export function keyAt(path: readonly (string | number)[], page?: SchemaPage): SchemaKey | undefined {
  let at: SchemaKey | undefined = (page === undefined ? file : pages[page])();
  for (const part of path) if (typeof part === 'string') at = at?.keys.get(part);
  return at;
}

const file = once(() =>
  whole('Guidance: what the team has written down.', () => [
    ...Object.entries(sections).map(([name, { item, means, required }]): SchemaKey => {
      const keys = once(() => mapOf(keysOf(item, (key) => key in required)));
      return {
        name,
        description: means,
        example: '',
        isList: true,
        required: false,
        get keys() {
          return keys();
        },
      };
    }),
    ...Object.entries(settings).map(([name, schema]) => documented(name, schema, false)),
  ]),
);

// The name of a page and its headings say what would be required.
const pages: Readonly<Record<SchemaPage, () => SchemaKey>> = {
  philosophy: once(() =>
    whole(sections.philosophies.means, () => keysOf(sections.philosophies.item, () => false)),
  ),
  walkthrough: once(() =>
    whole(sections.walkthroughs.means, () => keysOf(sections.walkthroughs.item, () => false)),
  ),
};

function whole(description: string, keys: () => readonly SchemaKey[]): SchemaKey {
  return { name: '', description, example: '', isList: false, required: false, keys: mapOf(keys()) };
}

function documented(name: string, schema: z.core.$ZodType, required: boolean): SchemaKey {
  const { meta, isList, values } = shapeOf(schema);
  // Predicates hold predicates: what is below is looked at when somebody asks.
  const keys = once(() => mapOf(keysOf(schema)));
  return {
    name,
    description: meta?.description ?? '',
    example: inYaml(meta?.examples?.[0]),
    ...(meta?.holds !== undefined && { holds: meta.holds }),
    ...(values.length > 0 && { values }),
    isList,
    required,
    get keys() {
      return keys();
    },
  };
}

function keysOf(schema: z.core.$ZodType, isRequired?: (key: string) => boolean): readonly SchemaKey[] {
  return [...shapeOf(schema).keys].map(([name, { schema: child, isOptional }]) =>
    documented(name, child, isRequired?.(name) ?? !isOptional),
  );
}

function mapOf(keys: readonly SchemaKey[]): ReadonlyMap<string, SchemaKey> {
  return new Map(keys.map((key) => [key.name, key]));
}

function inYaml(example: unknown): string {
  if (example === undefined) return '';
  return stringify(example, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
