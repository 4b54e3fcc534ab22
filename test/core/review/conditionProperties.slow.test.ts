import assert from 'node:assert/strict';
import fc from 'fast-check';
import { predicateNames } from '../../../src/core/guidance/predicateSchema';
import type { Diff } from '../../../src/core/review/diff';
import type { Verdict } from '../../../src/core/review/verdict';
import { diffOf, factsOf, type KnownFacts } from './diffText';
import { conditionOf, readWhen, verdictText } from './verdicts';

const paths = [
  'src/a.ts',
  'src/b.ts',
  'src/c/d.py',
  'test/a.test.ts',
  'docs/a.md',
  'package.json',
  'yarn.lock',
];
const lines = ['fetch(url)', 'it.only()', 'old', '', 'TODO: x'];

/** One file of a diff, in the notation of `diffOf`. */
const file = (path: string) =>
  fc
    .record({
      letter: fc.constantFrom('M', 'A', 'D'),
      from: fc.option(fc.constantFrom('src/old.ts', 'lib/old.ts')),
      added: fc.array(fc.constantFrom(...lines), { maxLength: 4 }),
      removed: fc.array(fc.constantFrom(...lines), { maxLength: 4 }),
      word: fc.constantFrom('', '', '', ' binary', ' cut', ' submodule'),
    })
    .map(({ letter, from, added, removed, word }) =>
      [
        `${from === null ? `${letter} ${path}` : `R ${from} -> ${path}`}${word}`,
        ...added.map((line) => `+${line}`),
        ...removed.map((line) => `-${line}`),
      ].join('\n'),
    );

const files = fc
  .subarray(paths)
  .chain((chosen) => fc.tuple(...chosen.map(file)))
  .map((texts) => texts as readonly string[]);

const known = fc.record(
  {
    me: fc.constantFrom([], ['@maya']),
    owners: fc.constant({ 'src/a.ts': ['@maya'], 'docs/a.md': ['@ben'] }),
    debt: fc
      .subarray(paths)
      .map((some) => Object.fromEntries(some.map((path, at) => [path, [1, at] as const]))),
    texts: fc.constantFrom(
      {},
      { 'package.json': ['{"a":1}', '{"a":2}'] as const, 'src/a.ts': [undefined, undefined] as const },
    ),
    firstChange: fc.boolean(),
  },
  { requiredKeys: ['me'] },
) as fc.Arbitrary<KnownFacts>;

const globs = fc.constantFrom('src/**', '**/*.ts', 'docs/**', 'lib/**', 'package.json', '**');
const comparison = fc
  .tuple(fc.constantFrom('>', '<', '>=', '<=', '=', '!='), fc.integer({ min: 0, max: 6 }))
  .map(([sign, count]) => `${sign} ${count}`);
const pattern = fc.constantFrom('fetch', '^it', 'TODO|old', 'nothing');
const limited = {
  addedLine: pattern,
  removedLine: pattern,
  content: pattern,
  lines: comparison,
  fileCount: comparison,
  testRatio: comparison,
  debt: comparison,
  skippedTests: fc.boolean(),
  firstTime: fc.boolean(),
};
const choosing = {
  changed: globs,
  added: globs,
  modified: globs,
  deleted: globs,
  renamed: globs,
  binary: globs,
};
const leaf = fc.record(
  {
    ...choosing,
    ...limited,
    only: globs,
    without: globs,
    languages: fc.constantFrom('typescript', 'python'),
    owner: fc.constantFrom('mine', '@ben'),
    preset: fc.constantFrom('docsOnly', 'testsOnly', 'config'),
    counterpart: fc.constant({ of: 'src/{name}.ts', is: 'test/{name}.test.ts' }),
    lockfile: fc.boolean(),
    commits: comparison,
    key: fc.constant('package.json#/a'),
    branch: pattern,
    guidanceChanged: fc.boolean(),
  },
  { requiredKeys: [] },
);
type Data = Readonly<Record<string, unknown>>;
const { data } = fc.letrec<{ data: Data }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('data'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('data'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('data').map((not) => ({ not })),
    fc.tuple(leaf, tie('data')).map(([own, not]) => ({ ...own, not })),
  ),
}));

const evaluate = (when: Data, diff: Diff, facts: KnownFacts): Promise<Verdict> =>
  conditionOf(JSON.stringify(when)).evaluate(factsOf(diff, facts));
const holds = async (when: Data, diff: Diff, facts: KnownFacts) => (await evaluate(when, diff, facts)).holds;

describe('conditions, whatever they are and whatever changed', () => {
  it('hold twice denied as they hold', () =>
    fc.assert(
      fc.asyncProperty(data, files, known, async (when, texts, facts) => {
        const diff = diffOf(texts.join('\n'));
        assert.equal(await holds({ not: { not: when } }, diff, facts), await holds(when, diff, facts));
      }),
    ));

  it('follow De Morgan', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(data, { minLength: 1, maxLength: 3 }),
        files,
        known,
        async (parts, texts, facts) => {
          const diff = diffOf(texts.join('\n'));
          const denied = parts.map((not) => ({ not }));
          assert.equal(
            await holds({ not: { all: parts } }, diff, facts),
            await holds({ any: denied }, diff, facts),
          );
          assert.equal(
            await holds({ not: { any: parts } }, diff, facts),
            await holds({ all: denied }, diff, facts),
          );
        },
      ),
    ));

  it('show changed files only, say one sentence, and are about changed files', () =>
    fc.assert(
      fc.asyncProperty(data, files, known, async (when, texts, facts) => {
        const diff = diffOf(texts.join('\n'));
        const { reason, evidence, scope } = await evaluate(when, diff, facts);
        const changed = new Set(diff.files.map(({ path }) => path));
        for (const { path } of evidence) assert.ok(changed.has(path), path);
        for (const path of scope ?? []) assert.ok(changed.has(path), path);
        assert.match(reason, /^[A-Z"0-9].*\.$/);
      }),
    ));

  it('that are limited by globs do not change with a file outside of them', () => {
    const limitedData = fc.record(
      { changed: fc.constantFrom('src/**', 'docs/**'), ...limited },
      { requiredKeys: ['changed'] },
    );
    return fc.assert(
      fc.asyncProperty(limitedData, files, known, file('other/x.ts'), async (when, texts, facts, other) => {
        const inside = other.replace(/^R \S+ -> /, 'M ');
        const before = await evaluate(when, diffOf(texts.join('\n')), facts);
        const after = await evaluate(when, diffOf([...texts, inside].join('\n')), facts);
        assert.deepEqual(after, before);
      }),
    );
  });

  it('are after a change of one file what they are from scratch', () => {
    const changed = fc
      .constantFrom(...paths)
      .chain((path) => fc.tuple(fc.constant(path), fc.option(file(path))));
    return fc.assert(
      fc.asyncProperty(data, files, changed, known, async (when, texts, [path, text], facts) => {
        const first = diffOf(texts.join('\n'));
        const [file] = text === null ? [] : diffOf(text).files;
        const others = first.files.filter((each) => each.path !== path);
        // A file that did not change is the same object, as it is when a diff is brought up to date.
        const files = [...others, ...(file === undefined ? [] : [file])].sort((a, b) =>
          a.path < b.path ? -1 : 1,
        );
        const second = { ...first, files };
        const condition = conditionOf(JSON.stringify(when));
        await condition.evaluate(factsOf(first, facts));
        const after = await condition.evaluate(factsOf(second, facts));
        assert.equal(verdictText(after), verdictText(await evaluate(when, second, facts)));
      }),
    );
  });

  it('are read from anything, and answer', () => {
    const names = fc.constantFrom(...predicateNames, 'pass', 'of', 'is', 'chnged');
    const scalar = fc.oneof(
      pattern,
      globs,
      comparison,
      fc.boolean(),
      fc.integer(),
      fc.string(),
      fc.constant(null),
    );
    const { anything } = fc.letrec((tie) => ({
      anything: fc.oneof(
        { depthSize: 'medium' },
        scalar,
        fc.array(tie('anything'), { maxLength: 3 }),
        fc.dictionary(names, tie('anything'), { maxKeys: 4 }),
      ),
    }));
    return fc.assert(
      fc.asyncProperty(anything, files, known, async (value, texts, facts) => {
        const { condition } = readWhen(JSON.stringify(value));
        // No `when` at all is no condition.
        if (value === null && condition === undefined) return;
        const { holds, reason } = await condition.evaluate(factsOf(diffOf(texts.join('\n')), facts));
        assert.ok(holds === undefined || typeof holds === 'boolean');
        assert.match(reason, /^.*\.$/);
      }),
      { numRuns: 300 },
    );
  });
});
