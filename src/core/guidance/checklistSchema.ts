import * as z from 'zod';
import { id, title } from './entryKeys';
import { predicate } from './predicateSchema';
import { oneOrMany, text } from './schemaValues';

const item = z.union([
  text,
  z.strictObject({
    ask: text.meta({
      description: 'The question, so that the answer "yes" is good.',
      examples: ['Is the test about behaviour, not about the implementation?'],
    }),
    id: id
      .meta({
        description: 'The name by which an answer is kept. Without it, it is made from the question.',
        examples: ['tests-behaviour'],
        holds: 'id',
      })
      .optional(),
    why: text
      .meta({
        description: 'Why it is asked.',
        examples: ['Tests that follow the implementation break on every refactoring.'],
        holds: 'markdown',
      })
      .optional(),
    philosophy: text
      .meta({
        description: 'The id of the philosophy that says more.',
        examples: ['test-behaviour'],
        holds: 'philosophy',
      })
      .optional(),
    when: predicate
      .meta({
        description: 'What the diff must be like for the question to be asked. Without it, it always is.',
        examples: [{ changed: 'src/**', without: 'test/**' }],
      })
      .optional(),
    auto: z
      .union([
        z.enum(['attention']),
        z
          .strictObject({
            pass: predicate.meta({
              description: 'What the diff must be like for the item to be marked as probably fine.',
              examples: [{ changed: 'test/**' }],
            }),
            attention: predicate.meta({
              description: 'What the diff must be like for the item to be marked as worth a look.',
              examples: [{ lines: '> 400' }],
            }),
          })
          .partial(),
      ])
      .meta({
        description:
          'What is said before a person answers: `attention` wherever it is asked, or what the diff says. It never answers for a person.',
        examples: ['attention'],
      })
      .optional(),
  }),
]);

/** What is asked in a review, or by a team. */
export const checklist = z.strictObject({
  id,
  title: title.meta({ description: 'One line that says what it is for.', examples: ['Code review'] }),
  for: z.enum(['reviewer', 'author', 'anyone', 'team']).meta({
    description:
      'Who is asked: the `author`, the `reviewer`, `anyone`, which is the default, or a `team` that answers together.',
    examples: ['reviewer'],
  }),
  items: oneOrMany(item).meta({
    description: 'The questions: each one line, or a mapping with `ask`.',
    examples: [['Is the reason for the change written down where the next person will look?']],
  }),
});
