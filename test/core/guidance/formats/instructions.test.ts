import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readInstructions } from '../../../../src/core/guidance/formats/instructions';
import { cursorKeys } from '../../../../src/core/guidance/formats/instructionKeys';
import type { Philosophy } from '../../../../src/core/guidance/model';
import { createCompilers } from '../../../../src/core/match/compilers';
import { scopeAt } from '../../../../src/core/match/scope';
import { openFixture, problemLines } from '../../workspace';

async function read(fixture: string) {
  const { service } = await openFixture(fixture);
  const guidance = service.guidance()[0]!;
  const sections = guidance.entries.filter((entry): entry is Philosophy => entry.kind === 'philosophy');
  const holdsFor = (path: string) =>
    scopeAt(guidance, { path, languageId: 'typescript', today: '2026-11-22' }).governing.map(
      ({ entry }) => entry.title,
    );
  return { service, sections, holdsFor, problems: problemLines(service.problems()) };
}

const titles = (sections: readonly Philosophy[]) => sections.map(({ title }) => title);

describe('instructions for agents', () => {
  it('are split at their sections, and what is empty is left out', async () => {
    const { sections, problems } = await read(`
      //- /AGENTS.md
      # The shop

      Read this first.

      ## Build \`it\`

      Run make.

      \`\`\`md
      ## Not a heading
      \`\`\`

      ### Below

      More.

      ## Empty

      <!-- nothing yet -->

      ## [Tests](test/README.md)
      One command.
    `);
    assert.deepEqual(titles(sections), ['The shop', 'Build it', 'Tests']);
    assert.deepEqual(
      sections.map(({ range }) => [range.start.line, range.end.line]),
      [
        [0, 2],
        [4, 14],
        [20, 21],
      ],
    );
    assert.equal(sections[0]!.text, 'Read this first.');
    assert.match(sections[1]!.text!, /^Run make[^]*## Not a heading[^]*### Below\n\nMore\.$/);
    assert.deepEqual(
      sections.map(({ id, why, level }) => [id, why, level]),
      [
        ['agents.the-shop', undefined, 'none'],
        ['agents.build-it', undefined, 'none'],
        ['agents.tests', undefined, 'none'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('go on behind code in a list that is never closed', async () => {
    const { sections } = await read(`
      //- /AGENTS.md
      ## One
      - do:
        \`\`\`sh
        # not a title
      ## Two
      Text.
    `);
    assert.deepEqual(titles(sections), ['One', 'Two']);
  });

  it('have an id each, also where titles are alike', async () => {
    const { sections, problems } = await read(`
      //- /AGENTS.md
      ## A
      One.
      ## A!
      Two.
      ## A 2
      Three.
    `);
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['agents.a', 'agents.a-2', 'agents.a-2-2'],
    );
    assert.deepEqual(problems, []);
  });

  it('hold for their folder, the nearest first, and none hides another', async () => {
    const { holdsFor, problems } = await read(`
      //- /AGENTS.md
      ## Tests
      All of them.
      //- /web/agents.md
      ## Tests
      Those of the web.
      //- /web/CLAUDE.md
      Be kind.
      //- /web/.claude/CLAUDE.md
      Be brief.
      //- /docs/CONTRIBUTING.md
      ## Reports
      Tell us.
    `);
    assert.deepEqual(holdsFor('web/a.ts'), ['Tests', 'CLAUDE.md', 'CLAUDE.md', 'Tests']);
    assert.deepEqual(holdsFor('api/a.ts'), ['Tests']);
    assert.deepEqual(problems, []);
  });

  it('are shown once where one file says what another says', async () => {
    const { sections } = await read(`
      //- /AGENTS.md
      ## Tests
      All of them.
      //- /CLAUDE.md
      ## Tests
      All of them.

      ## More
      Only here.
      //- /web/CLAUDE.md
      @AGENTS.md
      //- /api/CLAUDE.md
      ../AGENTS.md
    `);
    assert.deepEqual(
      sections.map(({ title, uri, readBy }) => [
        title,
        uri,
        readBy?.includes('Claude Code'),
        readBy?.includes('Codex'),
      ]),
      [
        ['Tests', 'file:///w/AGENTS.md', true, true],
        ['More', 'file:///w/CLAUDE.md', true, false],
      ],
    );
  });

  it('are read through links inside the workspace, once, and follow what is typed', async () => {
    const { service, host, open } = await openFixture(`
      //- /AGENTS.md
      ## Tests
      All of them.
      //- /CLAUDE.md -> AGENTS.md
      //- /docs/agents.txt
      ## Web
      Be quick.
      //- /web/AGENTS.md -> ../docs/agents.txt
      //- /api/AGENTS.md -> ../../outside.md
      //- /loop/AGENTS.md -> AGENTS.md
    `);
    const shown = () => service.guidance()[0]!.entries.map(({ uri, title }) => [uri, title]);
    assert.deepEqual(shown(), [
      ['file:///w/AGENTS.md', 'Tests'],
      ['file:///w/web/AGENTS.md', 'Web'],
    ]);
    assert.ok(service.guidance()[0]!.entries[0]!.readBy!.includes('Claude Code'));
    assert.deepEqual(problemLines(service.problems()), [
      'api/AGENTS.md:1:1 link-not-followed: This link leads out of the workspace folder, so these instructions are not read.',
    ]);
    const agents = await open('AGENTS.md');
    await service.documentChanged(TextDocument.create(agents.uri, 'markdown', 2, '## Checks\nAll.\n'));
    await service.settled();
    assert.deepEqual(shown()[0], ['file:///w/AGENTS.md', 'Checks']);
    assert.equal(shown().length, 2);
    host.write('file:///w/docs/agents.txt', '## Pages\nBe quicker.\n');
    await service.filesChanged([{ uri: 'file:///w/docs/agents.txt', kind: 'changed' }]);
    assert.deepEqual(shown()[1], ['file:///w/web/AGENTS.md', 'Pages']);
  });

  it('hold for what each format says', async () => {
    const { holdsFor, problems } = await read(`
      //- /.github/copilot-instructions.md
      # Everywhere
      Text.
      //- /.github/instructions/a.instructions.md
      ---
      applyTo: 'src/**/*.ts,*.MD'
      excludeAgent: code-review
      ---
      # For some
      Text.
      //- /.github/instructions/b.instructions.md
      # When asked
      Text.
      //- /.cursor/rules/always.mdc
      ---
      description: Cursor always
      globs: *.css
      alwaysApply: true
      ---
      Text.
      //- /.cursor/rules/deep/globs.mdc
      ---
      description: Cursor globs
      globs: *.ts,*.tsx
      alwaysApply: false
      ---
      Text.
      //- /.cursor/rules/asked.mdc
      ---
      description: Cursor asked
      globs:
      alwaysApply: false
      ---
      Text.
      //- /.claude/rules/api.md
      ---
      paths:
        - "src/**"
      ---
      # Claude paths
      Text.
      //- /.clinerules/never.md
      ---
      paths: []
      ---
      # Cline never
      Text.
      //- /.clinerules/workflows/release.md
      # No rule
      Text.
      //- /.windsurf/rules/a.md
      ---
      trigger: glob
      globs: **/*.ts
      ---
      # Windsurf glob
      Text.
      //- /.devin/rules/a.md
      ---
      trigger: manual
      ---
      # Devin manual
      Text.
      //- /.kiro/steering/a.md
      ---
      inclusion: fileMatch
      fileMatchPattern: ["*.ts"]
      ---
      # Kiro match
      Text.
      //- /.kiro/steering/b.md
      # Kiro always
      Text.
      //- /src/a/b.ts
    `);
    assert.deepEqual(holdsFor('src/a/b.ts').toSorted(), [
      'Claude paths',
      'Cursor always',
      'Cursor globs',
      'Everywhere',
      'For some',
      'Kiro always',
      'Kiro match',
      'Windsurf glob',
    ]);
    assert.deepEqual(holdsFor('docs/read.md').toSorted(), [
      'Cursor always',
      'Everywhere',
      'For some',
      'Kiro always',
    ]);
    assert.deepEqual(problems, []);
  });

  it('say on their card what they are about and who else reads them', async () => {
    const { service, document } = await openFixture(`
      //- /.github/instructions/a.instructions.md
      ---
      applyTo: '**/*.ts'
      excludeAgent: code-review
      ---
      # Types
      Use *them*.
      <!-- hidden -->
      //- /a.ts
      let a;$0
    `);
    const [card] = service.documents.here(document, { line: 0, character: 0 })!.file;
    assert.equal(
      card!.markdown,
      '**Types**\n\nUse *them*.\n\nFor `**/*.ts` · also read by Copilot (not its code review)',
    );
    assert.equal(card!.source!.label, '.github/instructions/a.instructions.md:5');
    assert.equal(service.documents.hover(document, { line: 0, character: 0 }), undefined);
  });

  const dead: readonly {
    readonly path: string;
    readonly front: string;
    readonly says: RegExp;
    readonly mended?: string;
  }[] = [
    {
      path: '.github/instructions/a.instructions.md',
      front: "---\napplyTo:\n  - '**/*.ts'\n  - src/**\n---\n",
      says: /ignored-form: VS Code reads no list here.*Write `applyTo: '\*\*\/\*\.ts,src\/\*\*'`/,
      mended: "---\napplyTo: '**/*.ts,src/**'\n---\n",
    },
    {
      path: '.github/instructions/a.instructions.md',
      front: '---\napplyTo: **/*.ts\n---\n',
      says: /ignored-form: YAML does not take this for text.*Write `applyTo: '\*\*\/\*\.ts'`/,
      mended: "---\napplyTo: '**/*.ts'\n---\n",
    },
    {
      path: '.claude/rules/a.md',
      front: '---\npaths:\n  - **/*.ts # all\n  - "b.ts"\n---\n',
      says: /ignored-form: YAML does not take this for text/,
      mended: "---\npaths: ['**/*.ts', 'b.ts']\n---\n",
    },
    {
      path: '.clinerules/a.md',
      front: '---\npaths: "**/*.ts"\n---\n',
      says: /ignored-form: Cline reads only a list here/,
      mended: "---\npaths: ['**/*.ts']\n---\n",
    },
    {
      path: '.kiro/steering/a.md',
      front: '---\ninclusion: fileMatch\nfileMatchPattern: {*.ts,*.js}\n---\n',
      says: /ignored-form: YAML does not take this for text/,
      mended: "---\ninclusion: fileMatch\nfileMatchPattern: '{*.ts,*.js}'\n---\n",
    },
    { path: '.cursor/rules/a.mdc', front: '---\nglobs: *.ts\n\n', says: /front-matter: .*never closed/ },
    {
      path: '.cursor/rules/a.mdc',
      front: 'globs: *.ts\n---\n',
      says: /front-matter: .*lacks its first line/,
    },
  ];
  for (const { path, front, says, mended } of dead) {
    it(`in a form that no tool reads are read, and told of: ${JSON.stringify(front)}`, async () => {
      const { service, holdsFor, problems } = await read(
        `//- /${path}\n${front}# T\nText.\n//- /a.ts\n//- /src/b.ts\n`,
      );
      assert.deepEqual(holdsFor('a.ts'), ['T']);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, says);
      const fix = service.problems()[0]!.fix ?? assert.fail();
      if (mended === undefined) return;
      const again = await read(`//- /${path}\n${mended}# T\nText.\n//- /a.ts\n//- /src/b.ts\n`);
      assert.deepEqual(again.problems, []);
      assert.equal(applied(front, fix), mended);
    });
  }

  it('never throw, and say the same twice, whatever is cut out of them', () => {
    const whole =
      '---\ndescription: "a: b"\nglobs: [*.ts, \'{a,b}/**\']\nalwaysApply: false\n---\n# T\nText `a`\n## S\n```\n## x\n```\n';
    const run = (text: string) => {
      const place = { uri: 'file:///w/.cursor/rules/a.mdc', folder: 'file:///w/', linkBase: 'file:///w/' };
      return readInstructions(
        { ...place, text, compilers: createCompilers() },
        { readBy: ['Cursor'], governs: 'folder', keys: cursorKeys },
      );
    };
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string(), (from, to, put) => {
        const text = whole.slice(0, from) + put + whole.slice(to);
        const [first, second] = [run(text), run(text)];
        const plain = (value: unknown) => JSON.stringify(value);
        assert.equal(plain(first), plain(second));
        const ids = first.entries.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.match(id, /^[a-z0-9][a-z0-9._-]{0,63}$/);
      }),
    );
  });
});

function applied(
  text: string,
  { range, newText }: { range: { start: Spot; end: Spot }; newText: string },
): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Spot) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

interface Spot {
  readonly line: number;
  readonly character: number;
}
