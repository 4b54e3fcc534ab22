import * as z from 'zod';
import { checklist, id, level, owner, title } from './entryKeys';
import { day, text } from './schemaValues';
import { selector, selectorKeys } from './selectorSchema';

export const changeStates = ['proposed', 'adopted', 'paused', 'done', 'dropped'] as const;

/** A move from one way of doing things to another. */
export const change = z.strictObject({
  id,
  title: title.meta({
    description: 'One line that says what gives way to what.',
    examples: ['Moment gives way to Temporal'],
  }),
  why: text.meta({
    description: 'What the old way costs.',
    examples: ['Moment is in maintenance, and its dates mutate.'],
    holds: 'markdown',
  }),
  from: selector.meta({
    description: 'The old way, as code shows it. The hover there says what the new way is.',
    examples: [{ imports: ['moment', 'moment/*'] }],
  }),
  to: z
    .strictObject({
      ...selectorKeys,
      say: text.meta({
        description: 'What to write in place of the old way.',
        examples: ['Use Temporal.PlainDate for dates without a time.'],
        holds: 'markdown',
      }),
    })
    .partial()
    .meta({
      description: 'The new way, as code shows it, and in words: what is found is counted as progress.',
      examples: [{ text: 'Temporal\\.', say: 'Use Temporal.PlainDate for dates without a time.' }],
    }),
  state: z.enum(changeStates).meta({
    description:
      'How far it is: `proposed`, `adopted`, which is the default, `paused`, `done` or `dropped`. What is paused is said to be where it shows.',
    examples: ['adopted'],
  }),
  due: day.meta({
    description: 'The day by which the old way is gone.',
    examples: ['2027-06-30'],
    holds: 'day',
  }),
  tracking: text.meta({
    description: 'Where the work is followed: an issue, or a page.',
    examples: ['https://example.com/issues/12'],
  }),
  owner,
  level,
  checklist,
});
