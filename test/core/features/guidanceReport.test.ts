import assert from 'node:assert/strict';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

const fixture = `
//- /.github/CODEOWNERS
*.md @writers
*.ts @early
/gone/ @nobody
*.ts @web
/src/pay/ @pay
//- /.leadlight/g.yaml
philosophies:
  - { id: a, title: A, why: B., applies: { files: ["src/**", "lib/**"] } }
  - { id: b, title: B, why: B., applies: { languages: [typescript], text: foo } }
  - { id: c, title: C, why: B. }
areas:
  - { name: Payments, files: "src/pay/**", lead: "@maya" }
terms:
  - { term: fee, means: Money. }
//- /src/x.ts
//- /src/pay/y.ts
//- /README.md
`;

describe('a report on guidance', () => {
  it('counts what each entry governs, and says what is dead', async () => {
    const { service } = await openFixture(fixture);
    const [report] = await service.overview.report({ withLinks: true });
    assert.equal(report!.files, 5);
    const said = report!.sources.map(({ path, format, readBy, entries, problems }) => [
      [path, format, ...readBy, problems].join(' '),
      ...entries.map(({ kind, title, files, dead }) =>
        [
          kind,
          title,
          files ?? '-',
          ...dead.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
        ].join(' '),
      ),
    ]);
    assert.deepEqual(said, [
      [
        '.leadlight/g.yaml Leadlight 1',
        'philosophy A 2 2: No file matches "lib/**".',
        'philosophy B 2',
        'philosophy C -',
        'area Payments 1',
        'term fee -',
      ],
      [
        '.github/CODEOWNERS CODEOWNERS GitHub GitLab 0',
        'area *.md 1',
        'area *.ts 0 2: For each of its files a later line says something else.',
        'area /gone/ 0 3: No file matches "/gone/".',
        'area *.ts 1',
        // What yields to guidance is not dead: others read it.
        'area /src/pay/ 0',
      ],
    ]);
  });

  /** What is dead, as `path title:line message`; the title is empty for what is of no entry. */
  async function deadIn(files: string) {
    const { service } = await openFixture(files);
    const [report] = await service.overview.report({ withLinks: true });
    return report!.sources.flatMap(({ path, dead, entries }) => [
      ...dead.map(({ message, range }) => `${path} :${range.start.line + 1} ${message}`),
      ...entries.flatMap(({ title, dead: texts }) =>
        texts.map(({ message, range }) => `${path} ${title}:${range.start.line + 1} ${message}`),
      ),
    ]);
  }

  it('says once for a file of instructions which of its globs are dead', async () => {
    const sections = '## One\nText.\n## Two\nText.';
    const instructions = (globs: string) =>
      deadIn(
        `//- /.github/instructions/a.instructions.md\n---\napplyTo: '${globs}'\n---\n${sections}\n//- /a.ts\n//- /in/deep/a.ts\n`,
      );
    const path = '.github/instructions/a.instructions.md';
    assert.deepEqual(await instructions('gone/**/*.ts,**/*.ts'), [
      `${path} :2 No file matches "gone/**/*.ts".`,
    ]);
    assert.deepEqual(await instructions('**/*.jsx,**/*.tsx'), [
      `${path} :2 No file matches "**/*.jsx" or "**/*.tsx".`,
    ]);
    assert.deepEqual(await instructions('a,b/*,c,d,e'), [
      `${path} :2 No file matches "a", "b/*", "c" or one of 2 more.`,
    ]);
    // Written for what may come.
    assert.deepEqual(await instructions('**/*.ts,**/*.tsx,deep/**/*.tsx'), []);
  });

  it('tells the same as a problem at the glob, more quietly than of our own', async () => {
    const { service } = await openFixture(`
      //- /.cursor/rules/a.mdc
      ---
      globs: src/**, old/**
      ---
      Text.
      //- /.leadlight/g.yaml
      philosophies: [{ id: a, title: A, why: B., applies: { files: "old/**" } }]
      //- /rules/r.yml
      id: no-eval
      language: TypeScript
      message: Leave it.
      note: It runs anything.
      rule: { pattern: eval($A) }
      files: ["old/**"]
      //- /sgconfig.yml
      ruleDirs: [rules]
      //- /src/a.ts
      //- /docs/adr/0001-a.md
      ---
      applies-to: old/**
      ---
      # A
    `);
    assert.deepEqual(
      service
        .problems()
        .map(({ severity, uri, range: { start, end } }) =>
          [severity, uri.slice(10), start.line + 1, start.character, end.character].join(' '),
        )
        .sort(),
      [
        'info .cursor/rules/a.mdc 2 15 21',
        'info docs/adr/0001-a.md 2 12 18',
        'info rules/r.yml 6 8 16',
        'warning .leadlight/g.yaml 1 62 68',
      ],
    );
    const [report] = await service.overview.report({ withLinks: false });
    assert.deepEqual(
      report!.sources.flatMap(({ path, dead, entries }) => [
        ...dead.map(() => path),
        ...entries.flatMap((entry) => entry.dead.map(() => `${path} ${entry.title}`)),
      ]),
      ['.leadlight/g.yaml A', 'docs/adr/0001-a.md A', '.cursor/rules/a.mdc', 'rules/r.yml Leave it.'],
    );
  });

  it('says which forms their own tool leaves out', async () =>
    assert.deepEqual(
      (
        await deadIn(`
      //- /.github/instructions/a.instructions.md
      ---
      applyTo: ["**/*.ts"]
      ---
      Text.
      //- /.claude/rules/b.md
      ---
      paths: **/*.ts
      ---
      Text.
      //- /.cursor/rules/c.mdc
      ---
      globs: *.ts

      # C
      Text.
      //- /a.ts
    `)
      ).map((line) => line.replace(/(?<=\.) .*$/, '')),
      [
        '.claude/rules/b.md :2 YAML does not take this for text, so tools may read none of it.',
        '.github/instructions/a.instructions.md :2 VS Code reads no list here, and then attaches the instructions to no file.',
        '.cursor/rules/c.mdc :1 The front matter that begins here is never closed: add a line "---" after it.',
      ],
    ));

  describe('of decisions to which nothing links', () => {
    const said = 'Nothing links to it: no code, no guidance and no other decision.';
    const others = {
      'a comment': '//- /a.ts\n// See ADR-0001.\n',
      'a text': '//- /README.md\nWe [decided](docs/adr/0001-use-x.md) it.\n',
      'a text, by its name': '//- /README.md\nWe decided it: docs/adr/use-y.md and [[0001-use-x.md]].\n',
      'a philosophy': `//- /.leadlight/a.md\n---\ndecision: docs/adr/0001-use-x.md\n---\n# A\n## Why\nB.\n`,
      'the prose of guidance':
        '//- /.leadlight/g.yaml\nphilosophies: [{ id: a, title: A, why: As ADR-1 says. }]\n',
      'another decision':
        '//- /docs/adr/0002-z.md\n# Z\n\nSupersedes: 0001\n\n## Status\n\nSuperseded by 1\n',
    };
    const decisions = `//- /docs/adr/0001-use-x.md\n# Use X\n\nADR-0001 is this one.\n//- /docs/adr/use-y.md\n# Use Y\n\n## Status\n\nAccepted\n`;

    it('names them', async () =>
      assert.deepEqual(await deadIn(decisions), [
        `docs/adr/0001-use-x.md Use X:1 ${said}`,
        `docs/adr/use-y.md Use Y:1 ${said}`,
      ]));

    for (const [name, text] of Object.entries(others)) {
      it(`knows ${name}`, async () => {
        const dead = await deadIn(`${decisions}${text}`);
        assert.ok(!dead.some((line) => line.includes('Use X')), dead.join('\n'));
        assert.equal(
          dead.some((line) => line.includes('Use Y')),
          !text.includes('use-y'),
        );
      });
    }

    it('leaves out what does not hold, and what is shown on code', async () =>
      assert.deepEqual(
        await deadIn(`
      //- /docs/adr/0001-old.md
      # Old

      Status: rejected
      //- /docs/adr/0002-shown.md
      ---
      applies-to: src/**
      ---
      # Shown
      //- /src/a.ts
    `),
        [],
      ));

    it('waits for somebody who asks for it, and sees what changed', async () => {
      const { service, host, open } = await openFixture(`${decisions}//- /b.ts\n`);
      const count = async (withLinks: boolean) => {
        const [report] = await service.overview.report({ withLinks });
        return report!.sources.flatMap(({ entries }) => entries.flatMap(({ dead }) => dead)).length;
      };
      const { reads } = host;
      assert.deepEqual([await count(false), host.reads - reads], [0, 0]);
      assert.equal(await count(true), 2);
      host.write(`${rootUri}b.ts`, '// ADR-0001');
      await service.filesChanged([{ uri: `${rootUri}b.ts`, kind: 'changed' }]);
      assert.equal(await count(true), 1);
      host.write(`${rootUri}b.ts`, '// ADR-0001, docs/adr/use-y.md');
      await open('b.ts');
      assert.equal(await count(true), 0);
    });
  });
});
