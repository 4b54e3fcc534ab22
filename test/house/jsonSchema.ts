/** `npm run docs`: writes media/leadlight.schema.json anew, by which other tools check and complete `.leadlight/*.yaml`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { kindOf } from '../../src/core/authoring/names';
import { type Section, sections, settings } from '../../src/core/guidance/schema';
import { root } from './repository';

export const schemaFile = 'media/leadlight.schema.json';

/** A YAML file of `.leadlight/` in JSON Schema of draft 7, which is what the YAML tools of editors read. */
export async function jsonSchema(): Promise<string> {
  const entries = new Map<unknown, { readonly title: string; readonly required: readonly string[] }>(
    Object.entries(sections).map(([name, { item, required }]) => {
      return [item, { title: kindOf[name as Section], required: Object.keys(required) }];
    }),
  );
  const lists = Object.entries(sections).map(
    ([name, { item, means }]) => [name, z.array(item).nullable().meta({ description: means })] as const,
  );
  const others = Object.entries<z.ZodType>(settings).map(
    ([name, schema]) => [name, schema.nullable().meta({ ...schema.meta() })] as const,
  );
  const file = z.strictObject(Object.fromEntries<z.ZodType>([...lists, ...others])).partial();
  const schema = z.toJSONSchema(file.meta({ title: 'guidance' }), {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema: made }) {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      // Zod leaves out the examples of what it transforms, which is all that takes one value or a list.
      if (examples !== undefined) made.examples = [...examples];
      delete made['holds'];
      // How a text must be written is said by us, in plain words, and else would be said twice.
      delete made.pattern;
      const entry = entries.get(zodSchema);
      // Tools say what they expect by its title, and take the nearest one.
      if (entry !== undefined) Object.assign(made, { ...entry, required: [...entry.required] });
    },
  });
  const options = await resolveConfig(join(root, schemaFile));
  return format(JSON.stringify(schema), { ...options, filepath: schemaFile });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void jsonSchema().then((text) => writeFileSync(join(root, schemaFile), text));
}
