import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Format, formatFiles, formats, isOwn } from '../../../src/core/guidance/formats';
import type { Source } from '../../../src/core/guidance/model';
import { createCompilers } from '../../../src/core/match/compilers';
import { rootUri } from '../memoryHost';
import { openFixture, problemLines } from '../workspace';

/** One file of each format that others' tools read, as it is named in a repository. */
const foreign = [
  ...['docs/decisions/0001-x.md', '.adr-dir', '.log4brains.yml', '.github/CODEOWNERS', '.gitlab/CODEOWNERS'],
  ...['OWNERS', 'OWNERS_ALIASES', 'MAINTAINERS', 'AGENTS.md', 'CLAUDE.md', '.claude/rules/x.md'],
  ...['.github/copilot-instructions.md', '.github/instructions/x.instructions.md', '.cursor/rules/x.mdc'],
  ...['.cursorrules', '.clinerules', '.clinerules/x.md', '.windsurf/rules/x.md', '.windsurfrules'],
  ...['.kiro/steering/x.md', 'CONTRIBUTING.md', '.github/pull_request_template.md', 'sgconfig.yml'],
  ...['.semgrep.yml', '.tours/x.tour'],
];

function read(path: string, text: string): Source {
  const [{ format, folder }] = formatFiles([path]) as [ReturnType<typeof formatFiles>[number]];
  return format.read({
    uri: rootUri + path,
    folder: rootUri + folder,
    linkBase: rootUri + folder,
    text,
    compilers: createCompilers(),
  });
}

const pieces = [
  ...[
    '---',
    '---js',
    '--- ',
    '...',
    '# A',
    '## B',
    '- [ ] do',
    '  - [x] done',
    '```',
    '<!--',
    '-->',
    '| a | b |',
  ],
  ...['applyTo: *.ts', 'applyTo: [a, b]', 'globs: **/*.ts,', 'paths:\n  - "src/**"', 'alwaysApply: maybe'],
  ...['status: {proposed}', 'Status: Accepted', 'trigger: glob', 'inclusion: fileMatch', 'description: a: b'],
  ...[
    '* @a # why',
    '[Section][2] @b',
    '^[',
    '!x',
    'F:\ta/',
    'X:\tb',
    'N:\t(',
    'approvers:',
    '- a',
    'filters: {',
  ],
  ...[
    'rules:\n  - id: x',
    'ruleDirs: [a]',
    '{"title":',
    '\ufeff',
    '\0',
    '\ud800',
    '\r',
    '日本語',
    '&a *a',
    '\t',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 14 })
  .map((lines) => lines.join('\n'));

describe('what others have written, however broken', () => {
  for (const path of foreign) {
    it(`gives entries and problems whose places lie in the text: ${path}`, () =>
      fc.assert(
        fc.property(text, (written) => {
          const { entries, problems } = read(path, written);
          const lines = written.split(/\r\n|\n|\r/u);
          for (const { range } of [...entries, ...problems])
            for (const { line, character } of [range.start, range.end])
              assert.ok(character <= (lines[line]?.length ?? -1), `${line}:${character}`);
        }),
        { numRuns: 40 },
      ));
  }

  it('hides nothing else, in whatever encoding it is', async () => {
    const { service, host } = await openFixture('//- /AGENTS.md\n# All\n\nBe kind.\n//- /src/a.ts\nx\n');
    const utf16 = Buffer.from('\ufeff# Naïve\n\nBe kind.\n', 'utf16le');
    const files: Readonly<Record<string, Uint8Array>> = {
      '.cursorrules': utf16,
      '.windsurfrules': Buffer.from('# Naïve\n', 'latin1'),
      '.clinerules': new Uint8Array([35, 32, 0, 1, 2, 255]),
      'CLAUDE.md': Buffer.from('\ufeff# 規約\n\nテスト。\n'),
    };
    for (const [path, bytes] of Object.entries(files)) host.write(rootUri + path, bytes);
    await service.filesChanged(
      Object.keys(files).map((path) => ({ uri: rootUri + path, kind: 'created' as const })),
    );
    assert.deepEqual(
      service.guidance()[0]!.entries.map(({ title }) => title),
      ['All', '規約'],
    );
    assert.deepEqual(problemLines(service.problems()).toSorted(), [
      '.clinerules:1:1 not-text: This file is binary.',
      '.cursorrules:1:1 not-text: This file is UTF-16; save it as UTF-8.',
      '.windsurfrules:1:1 not-text: This file is not UTF-8; save it as UTF-8.',
    ]);
  });

  it('is read once behind links, and not at all where they go round in a circle', async () => {
    const { service } = await openFixture(`
      //- /AGENTS.md
      # All

      Be kind.
      //- /CLAUDE.md -> AGENTS.md
      //- /a/CLAUDE.md -> AGENTS.md
      //- /a/AGENTS.md -> CLAUDE.md
      //- /docs/decisions/0001-loop.md -> 0001-loop.md
      //- /docs/adr -> ..
    `);
    assert.deepEqual(
      service.guidance()[0]!.entries.map(({ title }) => title),
      ['All'],
    );
  });

  it('never runs what a front matter holds, in any format', () => {
    const written = '---js\n{ description: process.exit(1) }\n---\n\n# T\n\nText.\n';
    for (const path of foreign.filter((each) => /\.mdc?$/u.test(each)))
      assert.doesNotThrow(() => read(path, written), path);
  });

  it('is read in time where a file of owners is long and has comments behind its owners', () => {
    const lines = Array.from(
      { length: 1100 },
      (_, index) => `/services/part-${index}/**/*.go  @org/team-${index % 40} # since ${2000 + (index % 25)}`,
    );
    const owners = `# Who\n\n${lines.join('\n')}\n`;
    assert.ok(owners.length > 56 * 1024);
    const { entries, problems } = read('.github/CODEOWNERS', owners);
    assert.deepEqual([entries.length, problems], [1100, []]);
    const last = entries.at(-1)!;
    assert.deepEqual(last.kind === 'area' && last.leads, ['@org/team-19']);
  });
});

describe('the list of formats above', () => {
  it('holds a file of each format of others', () => {
    const { astGrep, ...others } = formats;
    const known: readonly Format[] = Object.values(others).filter((format) => !isOwn(format));
    const named = new Set(foreign.flatMap((path) => formatFiles([path]).map(({ format }) => format)));
    assert.deepEqual(
      known.filter((format) => !named.has(format)).map(({ title }) => title),
      [],
    );
    // Its rules are wherever its configuration says.
    assert.equal(astGrep.folderOf(), undefined);
  });
});
