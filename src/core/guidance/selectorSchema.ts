import * as z from 'zod';
import { texts } from './schemaValues';

export const selectorPlaces = ['code', 'comment', 'string', 'any'] as const;

/** Which files, and where in them. */
export const selectorKeys = {
  files: texts.meta({
    description:
      'Globs of the files that this is about, from the folder that holds `.leadlight/`. A glob without `/` looks into that folder only.',
    examples: [['src/**/*.ts']],
    holds: 'glob',
  }),
  except: texts.meta({
    description: 'Globs of files that are left out.',
    examples: [['**/*.test.ts']],
    holds: 'glob',
  }),
  languages: texts.meta({
    description: 'The languages of the files, by the ids that the editor gives them.',
    examples: [['typescript']],
    holds: 'language',
  }),
  text: texts.meta({
    description:
      'Regular expressions that find the places, in RE2 syntax: no look-around, no back-references. They heed case unless they begin with `(?i)`.',
    examples: ['catch \\(\\w+\\) \\{\\s*throw \\w+;'],
    holds: 'pattern',
  }),
  in: z.enum(selectorPlaces).meta({
    description:
      'Where `text` looks: in `code`, which is the default, in `comment`, in `string`, or in `any`.',
    examples: ['comment'],
  }),
  imports: texts.meta({
    description:
      'Names of modules; the places are where they are imported. `*` stands for anything. `./src/db/*` finds relative imports by where they lead.',
    examples: [['moment', 'moment/*']],
    holds: 'module',
  }),
  symbols: texts.meta({
    description: 'Names in code, also with dots. `*` stands for anything.',
    examples: [['Date.now']],
    holds: 'symbol',
  }),
  diagnostics: texts.meta({
    description:
      'Findings of other tools, by source and code: your why stands beside what they say. `*` stands for anything.',
    examples: [['eslint/no-console']],
    holds: 'diagnostic',
  }),
};

export const selector = z.strictObject(selectorKeys).partial();

export type SelectorData = z.output<typeof selector>;
export type SelectorPlace = (typeof selectorPlaces)[number];
