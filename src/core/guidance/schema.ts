import * as z from 'zod';
import { isDay } from '../text/day';
import { predicate } from './predicateSchema';
import { flag, oneOrMany, text, texts } from './schemaValues';

/** What `.leadlight` files may hold: the one place where sections, keys and their types are defined. */

export const levels = ['none', 'hint', 'info', 'warning'] as const;
export const statuses = ['proposed', 'trial', 'accepted', 'deprecated', 'superseded'] as const;
export const decisionStatuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;
export const changeStates = ['proposed', 'adopted', 'paused', 'done', 'dropped'] as const;
export const selectorPlaces = ['code', 'comment', 'string', 'any'] as const;

const level = z.enum(levels);
/** `2027-03-01`, a day in the reader's own calendar. */
const day = z.string().refine(isDay, 'a date such as 2027-03-01');

const selectorKeys = {
  files: texts,
  except: texts,
  languages: texts,
  text: texts,
  in: z.enum(selectorPlaces),
  imports: texts,
  symbols: texts,
  diagnostics: texts,
};

const selector = z.strictObject(selectorKeys).partial();

const philosophy = z.strictObject({
  id: text,
  title: text,
  why: text,
  do: text,
  dont: text,
  examples: oneOrMany(z.strictObject({ bad: text, good: text }).partial()),
  exemplars: texts,
  applies: selector,
  level,
  owner: text,
  decision: text,
  status: z.enum(statuses),
  supersedes: texts,
  exceptions: oneOrMany(z.strictObject({ files: texts, reason: text.optional(), until: day.optional() })),
  revisit: day,
  checklist: texts,
  tags: texts,
});

const change = z.strictObject({
  id: text,
  title: text,
  why: text,
  from: selector,
  to: z.strictObject({ ...selectorKeys, say: text }).partial(),
  state: z.enum(changeStates),
  due: day,
  tracking: text,
  owner: text,
  level,
  checklist: texts,
});

const marker = z.strictObject({
  tag: text,
  aliases: texts,
  kind: z.enum(['debt', 'suppression']),
  means: text,
  require: oneOrMany(z.enum(['owner', 'issue', 'due', 'cost', 'reason'])),
  expires: z.string().regex(/^\d+(d|w|mo|y)$/, 'a length of time such as 90d, 12w, 6mo or 1y'),
  level,
  markdown: z.enum(['headings', 'prose', 'none']),
});

const item = z.union([
  text,
  z.strictObject({
    ask: text,
    id: text.optional(),
    why: text.optional(),
    philosophy: text.optional(),
    when: predicate.optional(),
    auto: z
      .union([z.enum(['attention']), z.strictObject({ pass: predicate, attention: predicate }).partial()])
      .optional(),
  }),
]);

const checklist = z.strictObject({
  id: text,
  title: text,
  for: z.enum(['reviewer', 'author', 'anyone', 'team']),
  items: oneOrMany(item),
});

/** Lines and characters of a step's anchor count from 1, as people and CodeTour do. */
const count = z
  .number()
  .refine((number) => Number.isInteger(number) && number > 0, 'a number, counted from 1');
const spot = z.strictObject({ line: count, character: count.optional() });

const anchor = z
  .strictObject({
    file: text,
    symbol: text,
    text,
    pattern: text,
    selection: z.strictObject({ start: spot, end: spot }),
    line: count,
    directory: text,
    view: text,
  })
  .partial()
  .refine(
    (at) => wholes.filter((key) => at[key] !== undefined).length === 1,
    'a mapping with one of "file", "directory" and "view"',
  )
  .refine(
    (at) => places.filter((key) => at[key] !== undefined).length <= (at.file === undefined ? 0 : 1),
    'a mapping with at most one of "symbol", "text", "pattern", "selection" and "line", beside "file"',
  );

const wholes = ['file', 'directory', 'view'] as const;
const places = ['symbol', 'text', 'pattern', 'selection', 'line'] as const;

const done = z.union([
  z.enum(['opened', 'confirmed']),
  z
    .strictObject({
      opened: flag,
      command: text,
      task: text,
      exists: text,
      contains: z.strictObject({ file: text, text }),
      setting: z.strictObject({ key: text, equals: z.unknown() }),
      extension: text,
      tool: text,
      question: z.strictObject({ ask: text, options: texts, answer: z.unknown(), because: text.optional() }),
      confirmed: flag,
    })
    .partial(),
]);

const step = z
  .strictObject({
    id: text,
    title: text,
    text,
    at: anchor,
    run: text,
    done,
    roles: texts,
    next: text,
    minutes: z.number(),
  })
  .partial();

const walkthrough = z.strictObject({
  id: text,
  title: text,
  text,
  open: z.enum(['first-open', 'never']),
  sponsor: text,
  roles: texts,
  next: text,
  minutes: z.number(),
  steps: z.array(step),
});

const area = z.strictObject({
  name: text,
  files: texts,
  lead: text,
  delegate: text,
  away: oneOrMany(z.strictObject({ from: day, to: day })),
  ask: text,
  reviewers: texts,
});

const term = z.strictObject({ term: text, aka: texts, means: text, see: text });

const direction = z
  .strictObject({ focus: text, until: day, now: texts, next: texts, later: texts })
  .partial();

/** Kinds of others' formats, which can be switched off. */
export const formatGroups = ['decisions', 'instructions', 'owners', 'templates', 'rules', 'tours'] as const;

/** Which of others' formats are read; a kind is switched off with `false`, and some take more folders by name. */
const read = z
  .strictObject({
    decisions: z.union([flag, texts]),
    instructions: flag,
    owners: flag,
    templates: flag,
    rules: z.union([flag, texts]),
    tours: flag,
  } satisfies Record<(typeof formatGroups)[number], z.ZodType>)
  .partial();

const id = 'This entry needs an "id", the name by which others refer to it.';
const title = 'This entry needs a "title".';

/**
 * One kind of entry: its schema, in which no key is required so that what is there can be read, and the keys without
 * which it says too little, with what to say where they lack.
 */
export const sections = {
  philosophies: {
    item: philosophy.partial(),
    required: { id, title, why: 'A philosophy must say why: add "why".' },
  },
  changes: {
    item: change.partial(),
    required: { id, title, from: 'A change must say what the old way is: add "from".' },
  },
  markers: {
    item: marker.partial(),
    required: { tag: 'A marker needs its "tag".', means: 'Say what the marker means here: add "means".' },
  },
  checklists: { item: checklist.partial(), required: { id, title, items: 'A checklist needs its "items".' } },
  walkthroughs: {
    item: walkthrough.partial(),
    required: { id, title, steps: 'A walkthrough needs its "steps".' },
  },
  areas: {
    item: area.partial(),
    required: { name: 'An area needs a "name".', files: 'An area must say which "files" it is about.' },
  },
  terms: {
    item: term.partial(),
    required: { term: 'A term needs its word: add "term".', means: 'Say what the term means: add "means".' },
  },
} as const;

/** Keys of a file that are not lists of entries. */
export const settings = {
  extends: texts,
  disable: texts,
  ignore: texts,
  direction,
  read,
  friction: text,
} as const;

export type Section = keyof typeof sections;
export type SectionItem<S extends Section> = {
  [K in keyof z.output<(typeof sections)[S]['item']>]?: z.output<(typeof sections)[S]['item']>[K] | undefined;
};
export type Settings = { [K in keyof typeof settings]?: z.output<(typeof settings)[K]> };
export type SelectorData = z.output<typeof selector>;
export type Level = (typeof levels)[number];
export type SelectorPlace = (typeof selectorPlaces)[number];
export type StepData = z.output<typeof step>;
