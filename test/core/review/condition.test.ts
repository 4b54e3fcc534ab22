import assert from 'node:assert/strict';
import { diffOf, factsOf } from './diffText';
import { check, conditionOf, readItem, readWhen, verdictText } from './verdicts';

const diff = `
branch: main
M src/a.ts +3
M docs/a.md +1
`;

const unread = 'open: A part of what is asked here could not be read. |  | *';

describe('conditions', () => {
  describe('joined', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{ }', 'yes: It is asked of every change. |  | *'],
      [
        '{ all: [{ changed: "src/**" }, { branch: main }] }',
        'yes: 1 changed file matches src/**, and the branch "main" matches "main". | src/a.ts | src/a.ts',
      ],
      [
        '{ all: [{ changed: "src/**" }, { changed: "test/**" }, { added: "**" }] }',
        'no: No changed file matches test/**, and no added file matches **. |  | *',
      ],
      ['{ all: { changed: "src/**" } }', 'yes: 1 changed file matches src/**. | src/a.ts | src/a.ts'],
      [
        '{ any: [{ changed: "src/**" }, { changed: "docs/**" }] }',
        'yes: 1 changed file matches src/**, and 1 changed file matches docs/**. | src/a.ts docs/a.md | docs/a.md src/a.ts',
      ],
      [
        '{ any: [{ changed: "test/**" }, { changed: "docs/**" }] }',
        'yes: 1 changed file matches docs/**. | docs/a.md | docs/a.md',
      ],
      [
        '{ any: [{ changed: "test/**" }, { added: "**" }] }',
        'no: No changed file matches test/**, and no added file matches **. |  | *',
      ],
      [
        '{ any: [{ changed: "src/**" }, { branch: main }] }',
        'yes: 1 changed file matches src/**, and the branch "main" matches "main". | src/a.ts | *',
      ],
      ['{ any: [] }', 'no: Its "any" is empty. |  | *'],
      ['{ not: { changed: "test/**" } }', 'yes: No changed file matches test/**. |  | *'],
      ['{ not: { changed: "src/**" } }', 'no: 1 changed file matches src/**. | src/a.ts | *'],
      ['{ not: { not: { changed: "src/**" } } }', 'yes: 1 changed file matches src/**. | src/a.ts | *'],
      [
        '{ changed: "src/**", not: { changed: "test/**" } }',
        'yes: 1 changed file matches src/**, and no changed file matches test/**. | src/a.ts | src/a.ts',
      ],
    ];
    for (const [when, expected] of cases) it(when, () => check(when, diff, expected));

    it('look inside at what is chosen outside, unless they choose themselves', async () => {
      await check(
        '{ changed: "src/**", any: [{ lines: "> 3" }] }',
        diff,
        'no: 3 lines of 1 file changed, which is not over 3. | src/a.ts | src/a.ts',
      );
      await check(
        '{ changed: "src/**", any: [{ changed: "docs/**", lines: "< 3" }] }',
        diff,
        'yes: 1 changed file matches src/**, and 1 changed file matches docs/**, and 1 line of 1 file changed, which is under 3. | src/a.ts docs/a.md | docs/a.md src/a.ts',
      );
      await check(
        '{ changed: "src/**", not: { languages: markdown } }',
        diff,
        'yes: 1 changed file matches src/**, and there is no changed file in "markdown". | src/a.ts | src/a.ts',
      );
    });
  });

  describe('that cannot be told', () => {
    const open = { debt: '> 0' };
    const yes = { changed: 'src/**' };
    const no = { changed: 'test/**' };
    const cases: readonly (readonly [unknown, boolean | undefined])[] = [
      [open, undefined],
      [{ not: open }, undefined],
      [{ all: [open, yes] }, undefined],
      [{ all: [open, no] }, false],
      [{ any: [open, yes] }, true],
      [{ any: [open, no] }, undefined],
      [{ ...yes, ...open }, undefined],
      [{ ...no, ...open }, false],
    ];
    for (const [when, holds] of cases)
      it(JSON.stringify(when), async () => {
        const verdict = await conditionOf(JSON.stringify(when)).evaluate(factsOf(diffOf(diff)));
        assert.equal(verdict.holds, holds);
      });
    it('say which part it is', () =>
      check(
        '{ changed: "src/**", debt: "> 0" }',
        diff,
        'open: The debt markers of 1 file could not be counted. |  | src/a.ts',
      ));
  });

  describe('of nested guidance', () => {
    const nested = 'M api/src/a.ts +2\nR api/src/b.ts -> web/b.ts\nM web/src/a.ts +5';
    it('see their own folder', () =>
      check(
        '{ changed: "src/**" }',
        nested,
        'yes: 2 changed files match src/**. | api/src/a.ts web/b.ts | api/src/a.ts web/b.ts',
        { path: 'api/' },
      ));
    it('are about the files of their folder', () =>
      check(
        '{ lines: "> 1" }',
        nested,
        'yes: 2 lines of 2 files changed, which is over 1. | api/src/a.ts | api/src/a.ts web/b.ts',
        { path: 'api/' },
      ));
    it('hold of no folder that nobody touched', () =>
      check(
        '{ not: { changed: "src/**" } }',
        nested,
        'no: No file of the folder that asks this changed. |  | ',
        { path: 'docs/' },
      ));
    it('know what was moved out of it by its old path', () =>
      check(
        '{ counterpart: { of: "src/{name}.ts", is: "{name}.md" } }',
        'R api/src/b.ts -> web/b.ts',
        'yes: 1 file changed without its counterpart. | web/b.ts | web/b.ts',
        { path: 'api/' },
      ));
    it('find counterparts, lock files and keys in it', async () => {
      await check(
        '{ counterpart: { of: "src/{name}.ts", is: "{name}.md" } }',
        nested,
        'yes: 1 file changed without its counterpart. | web/src/a.ts | web/src/a.ts',
        { path: 'web/' },
      );
      await check(
        '{ key: "a.json#/x" }',
        'M api/a.json\nM a.json',
        'yes: "a.json#/x" changed. | api/a.json:0:5-6 | api/a.json',
        { path: 'api/', texts: { 'api/a.json': ['{"x":1}', '{"x":2}'] } },
      );
    });
  });

  describe('that cannot be read', () => {
    const cases: readonly (readonly [when: string, problems: readonly string[]])[] = [
      [
        '{ chnged: "src/**" }',
        ['3 unknown-key: Leadlight does not know the key "chnged" here. Did you mean "changed"? [changed]'],
      ],
      [
        '{ changed: "src/**", langauges: x }',
        [
          '22 unknown-key: Leadlight does not know the key "langauges" here. Did you mean "languages"? [languages]',
        ],
      ],
      ['src/**', ['1 wrong-type: "when" must be a mapping.']],
      ['{ changed: ["src/**", {}] }', ['23 wrong-type: Each value of "changed" must be text.']],
      [
        '{ changed: "src/{a" }',
        [
          '13 bad-glob: A brace in this glob has no partner. Write `{a,b}` for alternatives, and `[{]` for the character itself.',
        ],
      ],
      [
        '{ changed: ["ok/**", "src\\\\a, b/**"] }',
        [
          '22 bad-glob: A glob has no backslashes. Separate folders with `/`, and put a special character in brackets to mean itself, as in `[*]`.',
        ],
      ],
      [
        '{ addedLine: ["ok", "("] }',
        [
          '21 bad-pattern: A group is not closed at offset 0 (`(`). End it with ), or write \\( for a bracket.',
        ],
      ],
      ['{ lines: many }', ['10 bad-value: "lines" must be a comparison such as "> 400".']],
      ['{ lines: [1] }', ['10 wrong-type: "lines" must be text.']],
      ['{ lockfile: npm }', ['13 wrong-type: "lockfile" must be true or false.']],
      [
        '{ preset: migrations }',
        [
          '11 unknown-value: "preset" must be "migration", "config", "ci", "publicApi", "docsOnly" or "testsOnly". [migration]',
        ],
      ],
      [
        '{ key: package.json }',
        ['8 bad-value: A "key" is a file and a part of it, such as "package.json#/dependencies".'],
      ],
      [
        '{ key: "package.json#a" }',
        ['8 bad-value: A "key" is a file and a part of it, such as "package.json#/dependencies".'],
      ],
      [
        '{ counterpart: { of: "*.ts", is: "{name}.js" } }',
        ['22 bad-value: A path here has no wildcards: write "{name}" for what differs.'],
      ],
      [
        '{ counterpart: { of: "{a}.ts", is: "{b}.js" } }',
        ['36 bad-value: "{b}" does not stand in "of", so nothing says what it is.'],
      ],
      [
        '{ counterpart: { of: "{a}{b}.ts", is: "{a}.js" } }',
        ['22 bad-value: Between two names of this path there must be text.'],
      ],
      [
        '{ counterpart: { off: "{a}.ts", is: "{a}.js" } }',
        [
          '16 missing-value: "of" is missing here.',
          '18 unknown-key: Leadlight does not know the key "off" here. Did you mean "of"? [of]',
        ],
      ],
      [
        '{ not: { changd: x } }',
        ['10 unknown-key: Leadlight does not know the key "changd" here. Did you mean "changed"? [changed]'],
      ],
      ['{ all: [{ changed: x }, text] }', ['25 wrong-type: Each value of "all" must be a mapping.']],
    ];
    for (const [when, problems] of cases)
      it(when, async () => {
        const read = readWhen(when);
        assert.deepEqual(read.problems, problems);
        assert.equal(verdictText(await read.condition.evaluate(factsOf(diffOf(diff)))), unread);
      });
    it('cost their own alternative only', async () => {
      const read = readWhen('{ any: [{ chnged: x }, { changed: "src/**" }] }');
      assert.equal(read.problems.length, 1);
      assert.equal(
        verdictText(await read.condition.evaluate(factsOf(diffOf(diff)))),
        'yes: 1 changed file matches src/**. | src/a.ts | src/a.ts',
      );
    });
    it('are told, each of them', () =>
      assert.deepEqual(
        readWhen('{ chnged: x, lines: many, addedLine: "(", not: { only: "{" } }').problems.map(
          (problem) => problem.split(':')[0],
        ),
        ['21 bad-value', '3 unknown-key', '38 bad-pattern', '57 bad-glob'],
      ));
  });

  describe('of auto', () => {
    it('are compiled each', async () => {
      const { item, problems } = readItem(
        'auto: { pass: { lines: "< 10" }, attention: { changed: "src/**" } }',
      );
      assert.deepEqual(problems, []);
      assert.ok(typeof item.auto === 'object');
      const facts = factsOf(diffOf(diff));
      assert.equal(
        (await item.auto.pass!.evaluate(facts)).reason,
        '4 lines of 2 files changed, which is under 10.',
      );
      assert.equal((await item.auto.attention!.evaluate(facts)).reason, '1 changed file matches src/**.');
    });
    it('may be one word', () => assert.equal(readItem('auto: attention').item.auto, 'attention'));
    it('are problems where they cannot be read', () => {
      const { item, problems } = readItem('auto: { fail: { lines: 3 } }');
      assert.deepEqual(problems, ['3 unknown-key: Leadlight does not know the key "fail" here.']);
      assert.deepEqual(item.auto, {});
      assert.deepEqual(readItem('auto: always').problems, ['1 unknown-value: "auto" must be "attention".']);
    });
  });

  it('say whether they may have to read files, also in what is joined or denied', () => {
    const reading = ['content: x', 'debt: "> 0"', 'any: [{ changed: a }, { not: { key: "a.json#/b" } }]'];
    for (const when of reading) assert.equal(conditionOf(`{ ${when} }`).reads, true, when);
    for (const when of ['changed: "**"', 'addedLine: x', 'not: { branch: x }'])
      assert.equal(conditionOf(`{ ${when} }`).reads, false, when);
  });

  it('stay out of an item that has none', () => assert.equal(readItem('why: C').item.when, undefined));

  it('say text of a repository on one line', async () => {
    const verdict = await conditionOf('{ branch: x }').evaluate({
      ...factsOf(diffOf(diff)),
      diff: { ...diffOf(diff), branch: 'x\n\u202e`y`' },
    });
    assert.equal(verdict.reason, 'The branch "x \ufffd`y`" matches "x".');
  });
});
