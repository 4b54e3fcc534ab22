import * as z from 'zod';
import { id, title } from './entryKeys';
import { flag, text, texts } from './schemaValues';

/** Lines and characters of a step's anchor count from 1, as people and CodeTour do. */
const count = z
  .number()
  .refine((number) => Number.isInteger(number) && number > 0, 'a number, counted from 1');
const line = count.meta({ description: 'The line, counted from 1.', examples: [12] });
const spot = z.strictObject({
  line,
  character: count.meta({ description: 'The character, counted from 1.', examples: [1] }).optional(),
});

const anchor = z
  .strictObject({
    file: text.meta({
      description: 'The file, from the folder that holds `.leadlight/`.',
      examples: ['src/server.ts'],
      holds: 'path',
    }),
    symbol: text.meta({
      description: 'The name of what is shown in the file.',
      examples: ['startServer'],
      holds: 'symbol',
    }),
    text: text.meta({ description: 'Text that stands once in the file.', examples: ['app.listen'] }),
    pattern: text.meta({
      description: 'A regular expression that finds the line.',
      examples: ['^export function \\w+'],
      holds: 'pattern',
    }),
    selection: z
      .strictObject({
        start: spot.meta({ description: 'Where it begins.', examples: [{ line: 10, character: 1 }] }),
        end: spot.meta({ description: 'Where it ends.', examples: [{ line: 14 }] }),
      })
      .meta({
        description: 'The lines that are shown. They move when the file is edited: a name or a text stays.',
        examples: [{ start: { line: 10 }, end: { line: 14 } }],
      }),
    line: line.meta({
      description: 'The line, counted from 1. It moves when the file is edited: a name or a text stays.',
      examples: [12],
    }),
    directory: text.meta({
      description: 'A folder, from the one that holds `.leadlight/`.',
      examples: ['src/payments'],
      holds: 'path',
    }),
    view: text.meta({ description: 'A view of the editor, by its id.', examples: ['scm'] }),
  })
  .partial()
  .refine(
    (at) => wholes.filter((key) => at[key] !== undefined).length === 1,
    // What is beside it can be judged once it is known.
    { error: 'a mapping with one of "file", "directory" and "view"', abort: true },
  )
  .refine(
    (at) => places.filter((key) => at[key] !== undefined).length <= (at.file === undefined ? 0 : 1),
    'a mapping with at most one of "symbol", "text", "pattern", "selection" and "line", beside "file"',
  );

const wholes = ['file', 'directory', 'view'] as const;
const places = ['symbol', 'text', 'pattern', 'selection', 'line'] as const;

const question = z.strictObject({
  ask: text.meta({ description: 'The question.', examples: ['Where are prices kept?'] }),
  options: texts.meta({
    description: 'The answers to choose from.',
    examples: [['In the database', 'In the cache']],
  }),
  answer: z.unknown().meta({
    description: 'The right answer: one of the options, or its number, counted from 1.',
    examples: ['In the cache'],
  }),
  because: text
    .meta({
      description: 'What is said once it was answered.',
      examples: ['The database only learns of them at night.'],
    })
    .optional(),
});

const done = z.union([
  z.enum(['opened', 'confirmed']),
  z
    .strictObject({
      opened: flag.meta({ description: 'Its place was seen.', examples: [true] }),
      command: text.meta({
        description: 'That command line ended with 0 in a terminal.',
        examples: ['npm test'],
        holds: 'command',
      }),
      task: text.meta({ description: 'A task of that name ended with 0.', examples: ['npm: build'] }),
      exists: text.meta({
        description: 'That file or folder is there.',
        examples: ['.env'],
        holds: 'path',
      }),
      contains: z
        .strictObject({
          file: text.meta({ description: 'The file.', examples: ['.env'], holds: 'path' }),
          text: text.meta({ description: 'The text that must be in it.', examples: ['API_KEY='] }),
        })
        .meta({ description: 'That file holds that text.', examples: [{ file: '.env', text: 'API_KEY=' }] }),
      setting: z
        .strictObject({
          key: text.meta({ description: 'The name of the setting.', examples: ['editor.formatOnSave'] }),
          equals: z.unknown().meta({ description: 'The value that it must have.', examples: [true] }),
        })
        .meta({
          description: 'That setting of the editor has that value.',
          examples: [{ key: 'editor.formatOnSave', equals: true }],
        }),
      extension: text.meta({
        description: 'That extension is installed, and on.',
        examples: ['dbaeumer.vscode-eslint'],
      }),
      tool: text.meta({
        description: 'That tool, one of those that Leadlight knows, has such a version.',
        examples: ['node >= 20'],
        holds: 'tool',
      }),
      question: question.meta({
        description: 'That question was answered.',
        examples: [
          { ask: 'Where are prices kept?', options: ['In the database', 'In the cache'], answer: 2 },
        ],
      }),
      confirmed: flag.meta({ description: 'The person ticks it.', examples: [true] }),
    })
    .partial(),
]);

const step = z
  .strictObject({
    id: id.meta({
      description: 'The name by which progress is kept. Without it, it is made from the title.',
      examples: ['run-the-tests'],
      holds: 'id',
    }),
    title: title.meta({ description: 'One line that says what to do.', examples: ['Run the tests'] }),
    text: text.meta({
      description: 'What there is to know.',
      examples: ['One command runs everything.'],
      holds: 'markdown',
    }),
    at: anchor.meta({
      description: 'The place that the step is about: a `file`, a `directory` or a `view`.',
      examples: [{ file: 'src/server.ts', text: 'app.listen' }],
    }),
    run: text.meta({
      description: 'One command line. It is typed into a terminal, and the person presses Enter.',
      examples: ['npm test'],
      holds: 'command',
    }),
    done: done.meta({
      description: 'How the step comes to be done. Without it, the person ticks it.',
      examples: [{ command: 'npm test' }],
    }),
    roles: texts.meta({
      description: 'For whom the step is. Without it, for everybody.',
      examples: [['frontend']],
      holds: 'role',
    }),
    minutes: z.number().meta({ description: 'How long it takes.', examples: [5] }),
    next: text.meta({
      description: 'The id of a walkthrough that goes further than this step.',
      examples: ['first-week'],
      holds: 'walkthrough',
    }),
  })
  .partial();

export type StepData = z.output<typeof step>;

/** An introduction, step by step. */
export const walkthrough = z.strictObject({
  id,
  title: title.meta({ description: 'One line that says what it leads to.', examples: ['Your first day'] }),
  text: text.meta({
    description: 'What is said before the first step.',
    examples: ['At the end of it you have run the shop, and changed a price.'],
    holds: 'markdown',
  }),
  open: z.enum(['first-open', 'never']).meta({
    description:
      'Whether it opens by itself, once, the first time that somebody opens the repository. `never` is the default.',
    examples: ['first-open'],
  }),
  sponsor: text.meta({
    description: 'Who helps those who go through it.',
    examples: ['@maya'],
    holds: 'owner',
  }),
  roles: texts.meta({
    description: 'For whom it is. Without it, for everybody.',
    examples: [['frontend']],
    holds: 'role',
  }),
  next: text.meta({
    description: 'The id of the walkthrough that comes after it.',
    examples: ['first-week'],
    holds: 'walkthrough',
  }),
  minutes: z.number().meta({ description: 'How long it takes.', examples: [20] }),
  steps: z.array(step).meta({
    description: 'The steps, in their order.',
    examples: [[{ title: 'Run the tests', run: 'npm test', done: { command: 'npm test' } }]],
  }),
});
