import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openFixture } from '../workspace';

/** The cards at `$0` once names were counted: their Markdown, separated by `---`; empty where there is no hover. */
async function check(fixture: string, expected: string): Promise<void> {
  const { service, document, offset } = await openFixture(fixture);
  await service.settled();
  const cards = service.documents.hover(document, document.positionAt(offset))?.cards ?? [];
  assert.equal(
    cards.map(({ markdown }) => markdown).join('\n---\n'),
    expected.replace(/^ {6}/gm, '').trim().replace(/^$/, ''),
  );
}

const agents = `
      //- /AGENTS.md
      ## Time
      Never call \`Date.now()\`: use \`systemClock\`, see \`src/clock.ts\`.
`;

describe('a hover on what the text of guidance names', () => {
  it('shows the section', () =>
    check(
      `${agents}
      //- /src/a.ts
      const now = system$0Clock.now();
      `,
      `
      **Time**

      Never call \`Date.now()\`: use \`systemClock\`, see \`src/clock.ts\`.

      Because the text names \`systemClock\` · also read by Codex, Copilot, Cursor, Cline, Devin, Kiro
      `,
    ));

  it('shows a decision for what it decided, and not for what it left', async () => {
    const decision = `
      //- /docs/adr/0001-clock.md
      # One clock
      ## Status
      Accepted
      ## Context
      We used \`oldClock\`.
      ## Decision
      We use \`systemClock\`.
`;
    await check(
      `${decision}
      //- /a.ts
      system$0Clock.now(); oldClock.now();
      `,
      `
      **ADR-0001: One clock** · accepted

      **Decided:** We use \`systemClock\`.

      **Because:** We used \`oldClock\`.

      Because the text names \`systemClock\` · also read by adr-tools, log4brains
      `,
    );
    await check(`${decision}\n      //- /a.ts\n      old$0Clock.now();\n`, '');
    const rejected = decision.replace('Accepted', 'Rejected');
    await check(`${rejected}\n      //- /a.ts\n      system$0Clock.now();\n`, '');
  });

  it('comes after what was written to be shown', async () => {
    const titles = await titlesAt(`${agents}
      //- /.leadlight/a.yaml
      philosophies:
        - { id: clock, title: Clock, why: Tests., applies: { symbols: systemClock } }
      terms:
        - { term: clock, means: What tells the time. }
      //- /src/a.ts
      system$0Clock.now();
      `);
    assert.deepEqual(titles, ['Clock', 'clock', 'Time']);
  });

  it('shows the section of the nearest folder first, and three at most', async () => {
    const section = (path: string) => `
      //- /${path}/AGENTS.md
      ## About ${path}
      \`systemClock\` in ${path}.
`;
    const folders = ['a', 'a/b', 'a/b/c', 'a/b/c/d'].map(section).join('');
    assert.deepEqual(await titlesAt(`${folders}\n      //- /a/b/c/d/a.ts\n      system$0Clock();\n`), [
      'About a/b/c/d',
      'About a/b/c',
      'About a/b',
    ]);
  });

  it('is silent where the section does not hold', async () => {
    const rule = `
      //- /.github/instructions/py.instructions.md
      ---
      applyTo: '**/*.py'
      ---
      ## Time
      Use \`systemClock\`.
      //- /api/CLAUDE.md
      ## Time
      Use \`apiClock\`.
      //- /b.py
      other()
`;
    assert.deepEqual(await titlesAt(`${rule}\n      //- /a.ts\n      system$0Clock();\n`), []);
    assert.deepEqual(await titlesAt(`${rule}\n      //- /a.ts\n      api$0Clock();\n`), []);
    assert.deepEqual(await titlesAt(`${rule}\n      //- /a.py\n      system$0Clock()\n`), ['Time']);
    assert.deepEqual(await titlesAt(`${rule}\n      //- /api/a.ts\n      api$0Clock();\n`), ['Time']);
  });

  it('is silent in comments, strings, data, prose and guidance', async () => {
    for (const [path, text] of [
      ['a.ts', '// system$0Clock'],
      ['a.ts', 'const a = "system$0Clock";'],
      ['a.yaml', 'system$0Clock: 1'],
      ['a.md', 'system$0Clock'],
      ['CLAUDE.md', '## Use system$0Clock'],
    ])
      assert.deepEqual(await titlesAt(`${agents}\n      //- /${path}\n      ${text}\n`), [], path);
  });

  it('is silent where a name is in too many files, or in none but the text', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, at) => `      //- /src/f${at}.ts\n      systemClock();\n`).join('');
    const hovered = '      //- /src/a.ts\n      system$0Clock();\n';
    assert.deepEqual(await titlesAt(`${agents}${files(1)}${hovered}`), []);
    const others = Array.from({ length: 300 }, (_, at) => `      //- /lib/f${at}.ts\n      a();\n`).join('');
    assert.deepEqual(await titlesAt(`${agents}${others}${files(9)}${hovered}`), ['Time']);
    assert.deepEqual(await titlesAt(`${agents}${others}${files(10)}${hovered}`), []);
  });

  it('is switched off by the team or a person', async () => {
    const off = `${agents}
      //- /.leadlight/a.yaml
      read: { names: false }
      //- /src/a.ts
      system$0Clock();
      `;
    assert.deepEqual(await titlesAt(off), []);
    const { service, document, offset } = await openFixture(off);
    await service.setReading({ names: true });
    await service.documentChanged(document);
    await service.settled();
    assert.equal(service.documents.hover(document, document.positionAt(offset))?.cards.length, 1);
    await service.setReading({ names: false });
    assert.equal(service.documents.hover(document, document.positionAt(offset)), undefined);
  });

  it('is silent where a folder further in says that the section does not hold', async () => {
    const fixture = `${agents}
      //- /api/.leadlight/a.yaml
      disable: [agents.time]
      //- /api/a.ts
      system$0Clock();
      `;
    assert.deepEqual(await titlesAt(fixture), []);
    assert.deepEqual(await titlesAt(fixture.replace('/api/.leadlight', '/lib/.leadlight')), ['Time']);
  });

  it('can be excused', async () => {
    const code = 'system$0Clock(); // leadlight-ignore agents.time: tests';
    assert.deepEqual(await titlesAt(`${agents}\n      //- /a.ts\n      ${code}\n`), []);
  });

  it('knows names that come later', async () => {
    const { service, host, document, offset } = await openFixture(`${agents}
      //- /src/a.ts
      other$0Clock();
      `);
    await service.settled();
    assert.equal(service.documents.hover(document, document.positionAt(offset)), undefined);
    host.write('file:///w/AGENTS.md', '## Time\nUse `otherClock`.\n');
    await service.filesChanged([{ uri: 'file:///w/AGENTS.md', kind: 'changed' }]);
    await service.settled();
    assert.equal(service.documents.hover(document, document.positionAt(offset))?.cards.length, 1);
  });

  it('knows the same names in a text that is not saved yet', async () => {
    const { service, open, document, offset } = await openFixture(`${agents}
      //- /src/a.ts
      system$0Clock();
      `);
    await service.settled();
    const { uri, languageId, version } = await open('AGENTS.md');
    const text = '## Clocks\nOnly `systemClock`.\n';
    await service.documentChanged(TextDocument.create(uri, languageId, version + 1, text));
    const titles = () =>
      service.documents.hover(document, document.positionAt(offset))?.cards.map(({ title }) => title);
    titles();
    await service.settled();
    assert.deepEqual(titles(), ['Clocks']);
  });

  it('says where there are more names than are counted', async () => {
    const names = Array.from({ length: 9_000 }, (_, at) => `\`aB${at}\``).join(' ');
    const others = names.replaceAll('aB', 'cD');
    const more = names.replaceAll('aB', 'eF');
    const { service, host, document, offset } = await openFixture(`
      //- /AGENTS.md
      ## One
      ${names}
      ## Two
      ${others}
      ## Three
      ${more}
      //- /a.ts
      a$0B1();
      `);
    await service.settled();
    assert.equal(service.documents.hover(document, document.positionAt(offset))?.cards.length, 1);
    assert.deepEqual(host.logged, ['info: Of the names in guidance 7000 lead nowhere: there are too many.']);
  });

  it('shows of a long section what it says there', () => {
    const other = Array.from({ length: 40 }, (_, at) => `      - Item ${at} says something else.`).join('\n');
    return check(
      `
      //- /CLAUDE.md
      ## Rules
      Words before.

      ### Time

      Never use:

${other}
      - All of these:
        - \`systemClock\`, which
          stops.
        - Another thing.

      Words after.
      //- /a.ts
      system$0Clock();
      `,
      `
      **Rules**

      …

      #### Time

      Never use:

      …

      - All of these:

        - \`systemClock\`, which
          stops.

      …

      Because the text names \`systemClock\` · also read by Claude Code, Copilot, Devin
      `,
    );
  });
});

describe('the view Here', () => {
  const written = `
      //- /CONTRIBUTING.md
      ## Time
      \`src/clock.ts\` holds \`systemClock\`.
      ## Tests
      They are in \`test/\`.
`;
  const fileEntries = async (fixture: string) => {
    const { service, document } = await openFixture(fixture);
    await service.settled();
    const here = service.documents.here(document, { line: 0, character: 0 })!;
    return here.file.map(({ title, named, places }) => ({ title, named, places }));
  };

  it('shows the text that names a file, and the one that names something in it', async () => {
    assert.deepEqual(await fileEntries(`${written}\n      //- /src/clock.ts\n      let a$0;\n`), [
      { title: 'Time', named: 'src/clock.ts', places: undefined },
    ]);
    assert.deepEqual(await fileEntries(`${written}\n      //- /src/a.ts\n      system$0Clock();\n`), [
      { title: 'Time', named: undefined, places: 1 },
    ]);
    assert.deepEqual(await fileEntries(`${written}\n      //- /test/a.ts\n      let a$0;\n`), [
      { title: 'Tests', named: 'test/', places: undefined },
    ]);
  });

  it('shows a section that governs the file once', async () => {
    const fixture = `${written.replace('CONTRIBUTING', 'CLAUDE')}\n      //- /src/clock.ts\n      system$0Clock();\n`;
    assert.deepEqual(
      (await fileEntries(fixture)).map(({ title }) => title),
      ['Time', 'Tests'],
    );
  });
});

async function titlesAt(fixture: string): Promise<readonly string[]> {
  const { service, document, offset } = await openFixture(fixture);
  await service.settled();
  const hover = service.documents.hover(document, document.positionAt(offset));
  assert.deepEqual(service.problems(), []);
  const decorated = service.documents.matches(document)?.matches ?? [];
  assert.ok(!decorated.some(({ title }) => title !== 'Clock'));
  return (hover?.cards ?? []).map(({ title }) => title);
}
