import * as z from 'zod';
import { isComparison } from '../review/comparison';
import { flag, oneOrMany, text, texts } from './schemaValues';

/** What a checklist item's `when` and `auto` may ask of a diff: all keys of one mapping must hold. */
export interface Predicate extends LeafPredicates {
  readonly all?: readonly Predicate[] | undefined;
  readonly any?: readonly Predicate[] | undefined;
  readonly not?: Predicate | undefined;
}

type LeafPredicates = { readonly [K in keyof z.output<typeof leaves>]?: z.output<typeof leaves>[K] };

export const presets = ['migration', 'config', 'ci', 'publicApi', 'docsOnly', 'testsOnly'] as const;
export type Preset = (typeof presets)[number];

const comparison = text.refine(isComparison, 'a comparison such as "> 400"');

const leaves = z
  .strictObject({
    changed: texts,
    only: texts,
    added: texts,
    modified: texts,
    deleted: texts,
    renamed: texts,
    binary: texts,
    preset: oneOrMany(z.enum(presets)),
    languages: texts,
    owner: texts,
    without: texts,
    counterpart: oneOrMany(z.strictObject({ of: text, is: texts })),
    lockfile: flag,
    lines: comparison,
    fileCount: comparison,
    commits: comparison,
    testRatio: comparison,
    debt: comparison,
    addedLine: texts,
    removedLine: texts,
    content: texts,
    key: texts,
    skippedTests: flag,
    branch: texts,
    commitMessage: texts,
    guidanceChanged: flag,
    firstTime: flag,
  })
  .partial();

export const predicate: z.ZodType<Predicate> = leaves.extend({
  all: z.lazy(() => oneOrMany(predicate)).optional(),
  any: z.lazy(() => oneOrMany(predicate)).optional(),
  not: z.lazy(() => predicate).optional(),
});

/** The keys of a mapping. */
export const predicateNames: readonly string[] = [...Object.keys(leaves.shape), 'all', 'any', 'not'];
