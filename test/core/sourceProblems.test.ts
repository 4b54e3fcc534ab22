import assert from 'node:assert/strict';
import { rootUri } from './memoryHost';
import { openFixture, problemLines } from './workspace';

async function check(fixture: string, expected: readonly string[]): Promise<void> {
  const { service } = await openFixture(fixture);
  await service.settled();
  assert.deepEqual(problemLines(service.problems()), expected);
}

describe('what paths of entries lead to', () => {
  it('is looked at: files, lines and headings', () =>
    check(
      `
      //- /.gitignore
      out/
      //- /out/made.ts
      //- /src/db/pool.ts
      one
      two
      //- /src/moved/queue.ts
      //- /docs/domain.md
      # Domain
      ## Settlement
      //- /.leadlight/g.yaml
      philosophies:
        - id: a
          title: A
          why: W.
          exemplars:
            - src/db/pool.ts#L1-L2
            - src/db/pool.ts#L2-L3
            - src/db/
            - out/made.ts
            - src/queue.ts#L1
            - gone/away.ts
            - https://example.com/a.ts
            - ../outside.ts
            - what Maya did in the old shop
          decision: docs/decisions/0001-gone.md
        - { id: b, title: B, why: W., status: deprecated, exemplars: gone.ts }
      terms:
        - { term: settlement, means: M., see: "docs/domain.md#settlement" }
        - { term: refund, means: M., see: "docs/domain.md#refund" }
        - { term: fee, means: M., see: "#payments" }
      `,
      [
        '.leadlight/g.yaml:7:9 missing-lines: src/db/pool.ts has only 2 lines.',
        '.leadlight/g.yaml:10:9 missing-file: There is no file "src/queue.ts" here. Did you mean "src/moved/queue.ts"?',
        '.leadlight/g.yaml:11:9 missing-file: There is no file "gone/away.ts" here.',
        '.leadlight/g.yaml:15:15 missing-decision: There is no decision "docs/decisions/0001-gone.md" here.',
        '.leadlight/g.yaml:19:37 missing-lines: docs/domain.md has no heading "#refund".',
      ],
    ));

  it('is looked at again when files come, go and change, and no sooner', async () => {
    const { host, service } = await openFixture(`
      //- /src/a.ts
      one
      //- /.leadlight/g.yaml
      philosophies: [{ id: a, title: A, why: W., exemplars: ["src/a.ts#L2", src/b.ts] }]
    `);
    const found = async () => {
      await service.settled();
      return problemLines(service.problems()).map((line) => line.replace(/^\S+ /, ''));
    };
    assert.deepEqual(await found(), [
      'missing-lines: src/a.ts has only 1 line.',
      'missing-file: There is no file "src/b.ts" here.',
    ]);
    host.write(`${rootUri}src/a.ts`, 'one\ntwo');
    host.write(`${rootUri}src/b.ts`, '');
    const changes = [
      { uri: `${rootUri}src/a.ts`, kind: 'changed' },
      { uri: `${rootUri}src/b.ts`, kind: 'created' },
    ] as const;
    await service.filesChanged(changes);
    assert.deepEqual(await found(), []);
    const { reads } = host;
    await service.filesChanged([{ uri: `${rootUri}src/c.ts`, kind: 'changed' }]);
    assert.deepEqual(await found(), []);
    assert.equal(host.reads, reads);
    host.remove(`${rootUri}src/b.ts`);
    await service.filesChanged([{ uri: `${rootUri}src/b.ts`, kind: 'deleted' }]);
    assert.deepEqual(await found(), ['missing-file: There is no file "src/b.ts" here.']);
  });

  it('is left alone in packs, whose files are elsewhere', () =>
    check(
      `
      //- /.leadlight/g.yaml
      extends: acme
      //- /node_modules/acme/.leadlight/p.yaml
      philosophies: [{ id: p, title: P, why: W., exemplars: gone.ts }]
      `,
      [],
    ));
});

describe('examples', () => {
  const philosophy = (applies: string, examples: string, level = 'info') => `
    //- /src/a.ts
    //- /.leadlight/g.yaml
    philosophies:
      - id: a
        title: A
        why: W.
        level: ${level}
        applies: ${applies}
        examples: ${examples}
    `;
  const missed = 'The selector "applies" does not find this example, so it does not find such code either.';
  const caught = 'The selector "applies" finds this good example, too: who follows it is told all the same.';
  const told: readonly (readonly [applies: string, examples: string, expected: readonly string[]])[] = [
    ["{ text: 'throw err;' }", "{ bad: 'throw err;', good: 'throw wrap(err);' }", []],
    ["{ text: 'throw e;' }", "{ bad: 'throw err;' }", [`7:22 wrong-example: ${missed}`]],
    ['{ files: "src/*.ts", symbols: Date.now }', "{ bad: 'Date.now()', good: '// Date.now\\n' }", []],
    [
      '{ files: "src/*.ts", symbols: Date.now }',
      "[{ bad: 'Date.now()' }, { good: 'Date.now()', bad: 'now()' }]",
      [`7:66 wrong-example: ${missed}`, `7:47 wrong-example: ${caught}`],
    ],
    // In a comment of some language it would not be found.
    ['{ symbols: Date.now }', "{ good: '// Date.now' }", []],
    ['{ imports: moment, languages: typescript }', '{ bad: "import \'moment\'" }', []],
    ['{ imports: moment, languages: typescript }', '{ bad: m.utc() }', [`7:22 wrong-example: ${missed}`]],
    // How a module is imported depends on the language.
    ['{ imports: moment }', '{ bad: m.utc() }', []],
    // A linter may find it.
    ["{ text: 'throw e;', diagnostics: eslint/no-throw }", "{ bad: 'throw err;' }", []],
    ['{ diagnostics: eslint/no-throw }', "{ bad: 'throw err;' }", []],
    ['{ files: "src/**" }', "{ bad: 'throw err;' }", []],
    // The pattern cannot be read, which is enough to be told.
    ["{ text: '(' }", '{ bad: a }', ['6:22 bad-pattern']],
    ['{ languages: [python, typescript], text: "# \\\\w+", in: comment }', "{ bad: '# so' }", []],
  ];
  for (const [applies, examples, expected] of told) {
    it(`${applies} beside ${examples}`, async () => {
      const { service } = await openFixture(philosophy(applies, examples));
      await service.settled();
      const lines = problemLines(service.problems()).map((line) => line.replace('.leadlight/g.yaml:', ''));
      assert.deepEqual(
        lines.map((line) => (line.includes('bad-pattern') ? line.split(':').slice(0, 2).join(':') : line)),
        expected,
      );
    });
  }

  it('that are good may be found where the places are no problems', async () => {
    const { service } = await openFixture(
      philosophy('{ files: "src/*.ts", symbols: Date.now }', "{ good: 'Date.now()' }", 'hint'),
    );
    await service.settled();
    assert.deepEqual(service.problems(), []);
  });

  it('are held in Markdown, too', () =>
    check(
      `
      //- /.leadlight/clock.md
      ---
      applies: { symbols: Date.now }
      examples: { bad: clock.now() }
      ---
      # The clock is passed in
      It fails at midnight.
      `,
      [`.leadlight/clock.md:3:18 wrong-example: ${missed}`],
    ));
});
