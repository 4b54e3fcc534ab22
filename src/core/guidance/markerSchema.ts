import * as z from 'zod';
import { levels, oneOrMany, text, texts } from './schemaValues';

/** What a debt marker, or a comment that silences a tool, means in the team. */
export const marker = z.strictObject({
  tag: text.meta({
    description: 'The word as it stands in comments.',
    examples: ['TODO'],
    holds: 'tag',
  }),
  aliases: texts.meta({
    description: 'Other words that mean the same.',
    examples: [['@todo']],
    holds: 'tag',
  }),
  kind: z.enum(['debt', 'suppression']).meta({
    description: '`debt` is work put off; a `suppression` silences a tool. Known tags need not say it.',
    examples: ['suppression'],
  }),
  means: text.meta({
    description: 'What it means here, for who finds it in the code.',
    examples: ['Work we agreed to do later.'],
    holds: 'markdown',
  }),
  require: oneOrMany(z.enum(['owner', 'issue', 'due', 'cost', 'reason'])).meta({
    description: 'The parts that such a marker must have: who, which issue, until when, how much work, why.',
    examples: [['owner', 'issue']],
  }),
  expires: z
    .string()
    .regex(/^\d+(d|w|mo|y)$/, 'a length of time such as 90d, 12w, 6mo or 1y')
    .meta({
      description:
        'How long such a marker may stand: days, weeks, months or years, counted from the day that git knows. A day that is written in the marker counts instead.',
      examples: ['90d'],
      holds: 'length',
    }),
  level: z.enum(levels).meta({
    description:
      'How loudly a marker that lacks a part, or has expired, is shown. `none` and `hint`, the default: in its hover; `info` and `warning`: and in the Problems view.',
    examples: ['info'],
  }),
  markdown: z.enum(['headings', 'prose', 'none']).meta({
    description:
      'Whether the tag counts in Markdown: in `headings`, in all `prose`, or, the default, in `none` of it.',
    examples: ['headings'],
  }),
});
