import * as z from 'zod';
import { levels, text, texts } from './schemaValues';

/** The keys that entries of several sections have. */

export const id = text.meta({
  description:
    'The name by which others refer to this entry: lower case letters, digits, "-", "_" and ".". Nothing else in this folder has it.',
  examples: ['errors-carry-context'],
  holds: 'id',
});

export const title = text.meta({
  description: 'One line that says it.',
  examples: ['Errors carry context'],
});

export const owner = text.meta({
  description: 'Who to ask about it: a person or a team.',
  examples: ['@maya'],
  holds: 'owner',
});

export const level = z.enum(levels).meta({
  description:
    'How loudly this shows on code. `none`: in hovers only; `hint`, the default: and as a mark in the code; `info` and `warning`: and in the Problems view.',
  examples: ['hint'],
});

export const checklist = texts.meta({
  description: 'What a review asks where a change adds code that this is about.',
  examples: [['Does each new error say what was being attempted?']],
});

export const reason = text.meta({
  description: 'Why this is so.',
  examples: ['Leaves with the old gateway.'],
});
