import type * as z from 'zod';
import { area, term } from './areaSchema';
import { change } from './changeSchema';
import { checklist } from './checklistSchema';
import { marker } from './markerSchema';
import { philosophy } from './philosophySchema';
import { walkthrough } from './walkthroughSchema';

export type { changeStates } from './changeSchema';
export type { statuses } from './philosophySchema';
export { type Level, levels } from './schemaValues';
export type { SelectorData, SelectorPlace } from './selectorSchema';
export { type formatGroups, type Settings, settings } from './settingsSchema';
export type { StepData } from './walkthroughSchema';

/**
 * What `.leadlight` files may hold: the one place where sections, keys, their types and their words are defined, with
 * a file for each section. `settingsSchema.ts` has the keys of a file that are not lists of entries.
 */

export const decisionStatuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;

const id = 'This entry needs an "id", the name by which others refer to it.';
const title = 'This entry needs a "title".';

/**
 * One kind of entry: its schema, in which no key is required so that what is there can be read, what it is, and the
 * keys without which it says too little, with what to say where they lack.
 */
export const sections = {
  philosophies: {
    item: philosophy.partial(),
    means: 'What the team believes about code, and why.',
    required: { id, title, why: 'A philosophy must say why: add "why".' },
  },
  changes: {
    item: change.partial(),
    means: 'Moves from one way of doing things to another.',
    required: { id, title, from: 'A change must say what the old way is: add "from".' },
  },
  markers: {
    item: marker.partial(),
    means: 'What a debt marker, or a comment that silences a tool, means here.',
    required: { tag: 'A marker needs its "tag".', means: 'Say what the marker means here: add "means".' },
  },
  checklists: {
    item: checklist.partial(),
    means: 'What is asked in a review, or by a team.',
    required: { id, title, items: 'A checklist needs its "items".' },
  },
  walkthroughs: {
    item: walkthrough.partial(),
    means: 'Introductions, step by step.',
    required: { id, title, steps: 'A walkthrough needs its "steps".' },
  },
  areas: {
    item: area.partial(),
    means: 'Who leads a part of the code, and who stands in.',
    required: { name: 'An area needs a "name".', files: 'An area must say which "files" it is about.' },
  },
  terms: {
    item: term.partial(),
    means: 'Words of the domain.',
    required: { term: 'A term needs its word: add "term".', means: 'Say what the term means: add "means".' },
  },
} as const;

export type Section = keyof typeof sections;
export type SectionItem<S extends Section> = {
  [K in keyof z.output<(typeof sections)[S]['item']>]?: z.output<(typeof sections)[S]['item']>[K] | undefined;
};
