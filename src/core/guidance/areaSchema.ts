import * as z from 'zod';
import { day, oneOrMany, text, texts } from './schemaValues';

/** A part of the code, who leads it, and who stands in. */
export const area = z.strictObject({
  name: text.meta({ description: 'What the team calls it.', examples: ['Payments'] }),
  files: texts.meta({
    description:
      'Globs of the files that belong to it, from the folder that holds `.leadlight/`. Where several areas have a file, the last one counts.',
    examples: [['src/payments/**']],
    holds: 'glob',
  }),
  lead: text.meta({ description: 'Who leads it.', examples: ['@maya'], holds: 'owner' }),
  delegate: text.meta({
    description: 'Who stands in while the lead is away.',
    examples: ['@jon'],
    holds: 'owner',
  }),
  away: oneOrMany(
    z.strictObject({
      from: day.meta({ description: 'The first day away.', examples: ['2026-12-01'], holds: 'day' }),
      to: day.meta({ description: 'The last day away.', examples: ['2026-12-14'], holds: 'day' }),
    }),
  ).meta({
    description: 'When the lead is away; both days count.',
    examples: [[{ from: '2026-12-01', to: '2026-12-14' }]],
  }),
  ask: text.meta({ description: 'Where to ask: a channel, a list, or a page.', examples: ['#payments'] }),
  reviewers: texts.meta({
    description: 'Who is asked for a review of changes here.',
    examples: [['@maya', '@jon']],
    holds: 'owner',
  }),
});

/** A word of the domain. */
export const term = z.strictObject({
  term: text.meta({ description: 'The word.', examples: ['settlement'] }),
  aka: texts.meta({
    description: 'Other forms of it, and other words for it.',
    examples: [['settle', 'settlements']],
  }),
  means: text.meta({
    description: 'What it is, and what it is not.',
    examples: ['The moment money reaches the merchant. Not the moment the card is charged.'],
    holds: 'markdown',
  }),
  see: text.meta({
    description: 'Where there is more: a file of this repository, or an address.',
    examples: ['docs/domain.md#settlement'],
    holds: 'path',
  }),
});
