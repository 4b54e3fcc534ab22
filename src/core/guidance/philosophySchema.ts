import * as z from 'zod';
import { checklist, id, level, owner, reason, title } from './entryKeys';
import { day, oneOrMany, text, texts } from './schemaValues';
import { selector } from './selectorSchema';

export const statuses = ['proposed', 'trial', 'accepted', 'deprecated', 'superseded'] as const;

/** A belief with its why, and the code it is about. */
export const philosophy = z.strictObject({
  id,
  title,
  why: text.meta({
    description:
      'What happened without it, and to whom: the reason that convinces somebody who was not there.',
    examples: ['A bare rethrow loses the operation that failed, and the person on call pays for it.'],
    holds: 'markdown',
  }),
  do: text.meta({
    description: 'What to do.',
    examples: ['Wrap with what was being attempted, and keep the cause.'],
    holds: 'markdown',
  }),
  dont: text.meta({
    description: 'What to leave.',
    examples: ['Rethrow a bare error across a layer.'],
    holds: 'markdown',
  }),
  examples: oneOrMany(
    z
      .strictObject({
        bad: text.meta({
          description: 'Code as it should not be; what `applies` finds is in it.',
          examples: ['catch (err) { throw err; }'],
        }),
        good: text.meta({
          description: 'The same code as it should be; what `applies` finds is not in it.',
          examples: ['catch (err) { throw new Error("load config", { cause: err }); }'],
        }),
      })
      .partial(),
  ).meta({
    description: 'Code before and after.',
    examples: [
      [
        {
          bad: 'catch (err) { throw err; }',
          good: 'catch (err) { throw new Error("load", { cause: err }); }',
        },
      ],
    ],
  }),
  exemplars: texts.meta({
    description: 'Files of this repository that do it well, with lines where it helps.',
    examples: [['src/http/client.ts#L10-L42']],
    holds: 'path',
  }),
  applies: selector.meta({
    description:
      'What this is about. `files`, `except` and `languages` narrow; the others find places. Without it the entry is listed, and shows on no code.',
    examples: [{ files: ['src/**/*.ts'], symbols: ['Date.now'] }],
  }),
  level,
  owner,
  decision: text.meta({
    description: 'The decision record that says more: its path, or its name such as `ADR-0007`.',
    examples: ['docs/decisions/0007-errors.md'],
    holds: 'decision',
  }),
  status: z.enum(statuses).meta({
    description:
      'Where this stands: `proposed`, on `trial`, `accepted`, which is the default, `deprecated` or `superseded`. The last two are listed, and show on no code.',
    examples: ['accepted'],
  }),
  supersedes: texts.meta({
    description: 'Ids of the philosophies whose place this one takes.',
    examples: [['errors-are-strings']],
    holds: 'philosophy',
  }),
  exceptions: oneOrMany(
    z.strictObject({
      files: texts.meta({
        description: 'Globs of the files where this does not hold.',
        examples: ['src/legacy/**'],
        holds: 'glob',
      }),
      reason: reason.optional(),
      until: day
        .meta({
          description: 'The last day of the exception. Without it, it holds for good.',
          examples: ['2027-03-01'],
          holds: 'day',
        })
        .optional(),
    }),
  ).meta({
    description: 'Where it does not hold, why, and until when.',
    examples: [[{ files: 'src/legacy/**', reason: 'Leaves with the old gateway.', until: '2027-03-01' }]],
  }),
  revisit: day.meta({
    description: 'The day on which the team looks at this again.',
    examples: ['2027-06-01'],
    holds: 'day',
  }),
  checklist,
  tags: texts.meta({
    description: 'Words by which the team groups its philosophies.',
    examples: [['reliability']],
    holds: 'group',
  }),
});
