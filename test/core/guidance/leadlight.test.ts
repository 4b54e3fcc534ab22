import assert from 'node:assert/strict';
import { createCompilers } from '../../../src/core/match/compilers';
import { leadlightInSteps, readLeadlight } from '../../../src/core/guidance/leadlight';
import { readPhilosophyMarkdown } from '../../../src/core/guidance/philosophyMarkdown';
import type { Source } from '../../../src/core/guidance/model';
import type { SourceText } from '../../../src/core/guidance/sourceText';
import { stepByStep } from '../../../src/core/turns';

const folder = 'file:///w/';

function sourceText(text: string, name = 'guidance.yaml'): SourceText {
  const uri = `${folder}.leadlight/${name}`;
  return { uri, text, folder, linkBase: folder, compilers: createCompilers() };
}

function read(text: string, name = 'guidance.yaml'): Source {
  const source = sourceText(text, name);
  return name.endsWith('.md') ? readPhilosophyMarkdown(source) : readLeadlight(source);
}

/** Entries as `kind:id title`, problems as `line:column code: message [fix]`, lines and columns from 1. */
function check(
  text: string,
  expected: { entries: readonly string[]; problems?: readonly string[] },
  name?: string,
) {
  const { entries, problems } = read(text.replace(/^\n/, ''), name);
  assert.deepEqual(
    entries.map(({ kind, id, title }) => `${kind}:${id} ${title}`),
    expected.entries,
  );
  assert.deepEqual(
    problems.map(
      ({ range: { start }, code, message, fix }) =>
        `${start.line + 1}:${start.character + 1} ${code}: ${message}${fix ? ` [${fix.newText}]` : ''}`,
    ),
    expected.problems ?? [],
  );
}

describe('reading YAML guidance', () => {
  it('says the same step by step, and lets others go first', async () => {
    const item = (at: number) =>
      `  - { id: a${at}, title: A, ${at % 9 === 0 ? 'levle' : 'level'}: hint, why: W. }\n`;
    const items = Array.from({ length: 50 }, (_, at) => item(at)).join('');
    for (const text of [`philosophies:\n${items}`, `philosophies:\n${items}  - { id: "b\n`]) {
      let [time, pauses] = [0, 0];
      const turns = { now: () => (time += 3), pause: () => Promise.resolve(void (pauses += 1)) };
      const found = await stepByStep(leadlightInSteps(sourceText(text)), turns);
      const { entries, problems, broken } = read(text);
      assert.deepEqual([found.problems, found.broken], [problems, broken]);
      assert.deepEqual(
        found.entries.map(({ id, range }) => [id, range]),
        entries.map(({ id, range }) => [id, range]),
      );
      assert.ok(pauses > 10, String(pauses));
    }
  });

  it('makes an entry of every item of every section', () =>
    check(
      `
philosophies: [{ id: a, title: A, why: W. }]
changes: [{ id: b, title: B, from: { text: x } }]
markers: [{ tag: '@todo', means: Later. }]
checklists: [{ id: d, title: D, items: [Is it?, { ask: Was it?, why: So. }] }]
walkthroughs: [{ id: e, title: E, steps: [{ title: One }] }]
areas: [{ name: Payments, files: 'src/**' }]
terms: [{ term: Order line, means: One. }]
`,
      {
        entries: [
          'philosophy:a A',
          'change:b B',
          'marker:todo @todo',
          'checklist:d D',
          'walkthrough:e E',
          'area:payments Payments',
          'term:order-line Order line',
        ],
      },
    ));

  it('leaves out what lacks a key that it cannot do without, and keeps its neighbours', () =>
    check(
      `
checklists:
  - id: a
    title: A
    items:
      - { why: So. }
      - Is it?
terms: [{ term: b, means: B. }]
`,
      {
        entries: ['checklist:a A', 'term:b b'],
        problems: ['5:9 missing-value: "ask" is missing here.'],
      },
    ));

  it('says what is wrong in plain words, at the value or the key, and keeps the rest', () =>
    check(
      `
philosophies:
  - id: a
    title: [A]
    why: W.
    levle: hint
    level: loud
    applies: { files: [1, {}], in: strings }
philosphies: []
areas: none
`,
      {
        entries: ['philosophy:a a'],
        problems: [
          '3:12 wrong-type: "title" must be text.',
          '7:27 wrong-type: Each value of "files" must be text.',
          '7:36 unknown-value: "in" must be "code", "comment", "string" or "any". [string]',
          '6:12 unknown-value: "level" must be "none", "hint", "info" or "warning".',
          '5:5 unknown-key: Leadlight does not know the key "levle" here. Did you mean "level"? [level]',
          '8:1 unknown-key: Leadlight does not know the key "philosphies" here. Did you mean "philosophies"? [philosophies]',
          '9:1 wrong-type: "areas" must be a list: each entry begins with "- ".',
        ],
      },
    ));

  it('says of a place that names none, or too many, one thing', () =>
    check(
      `walkthroughs: [{ id: a, title: A, steps: [
  { title: B, at: { symbol: c } },
  { title: D, at: { file: e, symbol: f, line: 1 } },
 ] }]`,
      {
        entries: ['walkthrough:a A'],
        problems: [
          '2:19 bad-value: "at" must be a mapping with one of "file", "directory" and "view".',
          '3:19 bad-value: "at" must be a mapping with at most one of "symbol", "text", "pattern", "selection" and "line", beside "file".',
        ],
      },
    ));

  it('makes one of id and title from the other, and says that it is missing', () =>
    check('philosophies: [{ title: Errors, carry! }, { id: Bad Id, title: B, why: W. }, { why: W. }]', {
      entries: ['philosophy:errors Errors', 'philosophy:bad-id B'],
      problems: [
        '1:33 unknown-key: Leadlight does not know the key "carry!" here.',
        '1:16 missing-value: This entry needs an "id", the name by which others refer to it.',
        '1:16 missing-why: A philosophy must say why: add "why".',
        '1:49 bad-id: An id is lower case letters, digits, "-", "_" and ".", at most 64, such as "bad-id". [bad-id]',
        '1:78 missing-value: This entry needs an "id", the name by which others refer to it.',
        '1:78 missing-value: This entry needs a "title".',
      ],
    }));

  it('points into a comma list of globs', () =>
    check('areas: [{ name: A, files: "src/**, ../up" }]', {
      entries: ['area:a A'],
      problems: [
        '1:36 bad-glob: A glob does not leave its folder with `..`. Write this guidance in a `.leadlight` folder further up.',
      ],
    }));

  it('explains the quotes that YAML asks for, with a fix', () =>
    check('areas:\n  - name: A\n    files: **/*.ts\n    lead: "@maya"\n', {
      entries: ['area:a A'],
      problems: [
        '3:12 unknown-alias: A value that begins with "*" must stand in quotes in YAML. ["**/*.ts"]',
      ],
    }));

  it('takes over what a merge key names, and what stands there itself counts', () => {
    check(
      `
terms:
  - &one { term: a, means: One. }
  - &two { means: Two., see: src }
  - { <<: *one, term: b }
  - { term: c, <<: [*one, *two] }
  - { term: e, <<: text, means: M. }
  - { term: f, '<<': *one, means: M. }
  - { term: g, <<: { means: M. }, means: N. }
`,
      {
        entries: ['term:a a', 'term:b b', 'term:c c', 'term:e e', 'term:f f', 'term:g g'],
        problems: [
          '3:10 missing-value: A term needs its word: add "term".',
          '6:16 unknown-key: Leadlight does not know the key "<<" here.',
          '7:16 unknown-key: Leadlight does not know the key "<<" here.',
        ],
      },
    );
    const terms = read('terms:\n  - &a { term: a, means: A., see: b }\n  - { <<: *a, term: c, means: C. }\n');
    const [, own] = terms.entries;
    assert.ok(own?.kind === 'term');
    assert.deepEqual([own.means, own.see], ['C.', 'b']);
  });

  it('reads several documents of one file', () =>
    check('terms: [{ term: a, means: A. }]\n---\nterms: [{ term: b, means: B. }]\n', {
      entries: ['term:a a', 'term:b b'],
    }));

  for (const [what, text] of [
    ['brackets', `a: ${'['.repeat(10_000)}`],
    ['closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['lists', '- '.repeat(10_000)],
    ['mappings', '? '.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
  ] as const) {
    it(`survives 10,000 nested ${what}`, () => {
      assert.deepEqual(
        read(text).problems.map(({ code }) => code),
        ['too-deep'],
      );
    });
  }

  it('never throws on text cut anywhere', () => {
    const text =
      'philosophies:\n  - id: a\n    title: "A"\n    why: |\n      W\n    applies: { files: ["a/**"], text: \'x(\' }\n';
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
  });
});

describe('reading a Markdown philosophy', () => {
  it('takes front matter and the known sections, and leaves others alone', () => {
    const text = `---
level: info
applies: { files: "src/**" }
---

# Retries have an end

## Why

A client *without* an end…

## Do

- Give up.

## History

We learned.
`;
    check(text, { entries: ['philosophy:retries Retries have an end'] }, 'retries.md');
    const [entry] = read(text, 'retries.md').entries;
    assert.ok(entry?.kind === 'philosophy');
    assert.equal(entry.why, 'A client *without* an end…');
    assert.equal(entry.do, '- Give up.');
    assert.equal(entry.level, 'info');
    assert.deepEqual(entry.parts.range(['why']).start, { line: 9, character: 0 });
  });

  it('never runs front matter of another language', () => {
    const text = '---js\nthrow new Error("ran")\n---\n# T\n\n## Why\n\nW.\n';
    assert.deepEqual(
      read(text, 'a.md').entries.map(({ id }) => id),
      ['a'],
    );
  });
});
