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

/** A key whose globs choose files that were changed in one way. */
const globs = (description: string, example: string) =>
  texts.meta({ description, examples: [example], holds: 'glob' });
const number = (description: string, example: string) =>
  comparison.meta({ description, examples: [example] });
const pattern = (description: string, example: string) =>
  texts.meta({ description, examples: [example], holds: 'pattern' });
const fact = (description: string) => flag.meta({ description, examples: [true] });

const leaves = z
  .strictObject({
    changed: globs('A file that matches these globs was changed.', 'src/**'),
    only: globs('Every changed file matches these globs.', 'docs/**'),
    added: globs('A file that matches these globs was added.', 'src/**'),
    modified: globs('A file that matches these globs was changed in place.', 'src/**'),
    deleted: globs('A file that matches these globs was deleted.', 'src/**'),
    renamed: globs('A file that matches these globs, by either path, was renamed.', 'src/**'),
    binary: globs('A file that matches these globs was changed, and is not text.', '**/*.png'),
    preset: oneOrMany(z.enum(presets)).meta({
      description:
        'A changed file is a `migration`, `config`, part of `ci`, or `publicApi`, as most repositories lay them out; with `docsOnly` and `testsOnly` every one is.',
      examples: ['migration'],
    }),
    languages: texts.meta({
      description: 'A changed file has this language, by the id that the editor gives it.',
      examples: ['typescript'],
      holds: 'language',
    }),
    owner: texts.meta({
      description: 'A changed file has this owner; `mine` is you.',
      examples: ['@maya'],
      holds: 'owner',
    }),
    without: globs('No changed file matches these globs.', 'test/**'),
    counterpart: oneOrMany(
      z.strictObject({
        of: text.meta({
          description: 'The file that was changed; `{name}` stands for what both have.',
          examples: ['src/{name}.ts'],
          holds: 'glob',
        }),
        is: globs('Its mate.', 'test/{name}.test.ts'),
      }),
    ).meta({
      description: 'A file changed, and its mate did not.',
      examples: [{ of: 'src/{name}.ts', is: 'test/{name}.test.ts' }],
    }),
    lockfile: fact(
      'A manifest such as `package.json` changed, and no lock file in its folder or further up did, or the reverse.',
    ),
    lines: number('How many lines were added and deleted.', '> 400'),
    fileCount: number('How many files were changed.', '> 20'),
    commits: number('How many commits there are.', '> 10'),
    testRatio: number('Changed lines of tests for each other changed line.', '< 0.2'),
    debt: number('Debt markers added minus removed.', '> 0'),
    addedLine: pattern('A regular expression matches in an added line.', 'console\\.log'),
    removedLine: pattern('A regular expression matches in a removed line.', 'assert'),
    content: pattern('A regular expression matches in the new text of a changed file.', 'fetch\\('),
    key: texts.meta({
      description: 'That part of a JSON or YAML file has another value.',
      examples: ['package.json#/dependencies'],
      holds: 'path',
    }),
    skippedTests: fact('An added line switches a test off, or singles one out.'),
    branch: pattern('A regular expression matches the name of the branch.', '^hotfix/'),
    commitMessage: pattern('A regular expression matches the message of a commit.', '^fix'),
    guidanceChanged: fact('Guidance itself changed.'),
    firstTime: fact('The author never changed any of these files before.'),
  })
  .partial();

export const predicate: z.ZodType<Predicate> = leaves.extend({
  all: z
    .lazy(() => oneOrMany(predicate))
    .meta({ description: 'All of these hold.', examples: [[{ changed: 'src/**' }, { lines: '> 400' }]] })
    .optional(),
  any: z
    .lazy(() => oneOrMany(predicate))
    .meta({
      description: 'One of these holds.',
      examples: [[{ preset: 'migration' }, { changed: 'db/**' }]],
    })
    .optional(),
  not: z
    .lazy(() => predicate)
    .meta({ description: 'This does not hold.', examples: [{ preset: 'testsOnly' }] })
    .optional(),
});

/** The keys of a mapping. */
export const predicateNames: readonly string[] = [...Object.keys(leaves.shape), 'all', 'any', 'not'];
