import * as z from 'zod';
import { day, flag, text, texts } from './schemaValues';

const direction = z
  .strictObject({
    focus: text.meta({ description: 'What matters most now.', examples: ['Checkout answers in 200 ms'] }),
    until: day.meta({ description: 'The last day of it.', examples: ['2026-12-31'], holds: 'day' }),
    now: texts.meta({ description: 'What is being done.', examples: [['Cache prices']] }),
    next: texts.meta({ description: 'What comes after it.', examples: [['Split the cart service']] }),
    later: texts.meta({ description: 'What has to wait.', examples: [['Multi-currency']] }),
  })
  .partial();

/** Kinds of others' formats, which can be switched off. */
export const formatGroups = ['decisions', 'instructions', 'owners', 'templates', 'rules', 'tours'] as const;

const read = z
  .strictObject({
    decisions: z.union([flag, texts]).meta({
      description: 'Decision records: `false` for none, or more folders that hold them.',
      examples: [['docs/rfcs']],
      holds: 'path',
    }),
    instructions: flag.meta({
      description: 'Instructions for agents and contributors, such as AGENTS.md.',
      examples: [false],
    }),
    owners: flag.meta({ description: 'CODEOWNERS and its like.', examples: [false] }),
    templates: flag.meta({ description: 'Templates of pull and merge requests.', examples: [false] }),
    rules: z.union([flag, texts]).meta({
      description: 'Rules of ast-grep and Semgrep: `false` for none, or more folders that hold them.',
      examples: [['tools/rules']],
      holds: 'path',
    }),
    tours: flag.meta({ description: 'Tours of CodeTour.', examples: [false] }),
    names: flag.meta({
      description:
        'Whether identifiers and paths between backticks in instructions and decisions lead to the text that names them.',
      examples: [false],
    }),
  } satisfies Record<(typeof formatGroups)[number] | 'names', z.ZodType>)
  .partial();

/** Keys of a file that are not lists of entries. */
export const settings = {
  extends: texts.meta({
    description:
      'Guidance that holds here as well: a folder of the workspace that begins with `./` or `../`, or a package in node_modules.',
    examples: [['@acme/guidance', './shared/guidance']],
    holds: 'pack',
  }),
  disable: texts.meta({
    description: 'Ids of entries of packs or outer folders that do not hold here.',
    examples: [['errors-are-strings']],
    holds: 'id',
  }),
  ignore: texts.meta({
    description:
      'Globs of files that guidance and the scan for markers leave alone, beside what git ignores.',
    examples: [['generated/**']],
    holds: 'glob',
  }),
  direction: direction.meta({
    description: 'Where the team is heading.',
    examples: [{ focus: 'Checkout answers in 200 ms', until: '2026-12-31' }],
  }),
  read: read.meta({
    description: "Which of other tools' files are read. Those that are not named are.",
    examples: [{ instructions: false }],
  }),
  friction: text.meta({
    description: 'The Markdown or text file to which people may add a note where a step was hard.',
    examples: ['docs/friction.md'],
    holds: 'path',
  }),
} as const;

export type Settings = { [K in keyof typeof settings]?: z.output<(typeof settings)[K]> };
