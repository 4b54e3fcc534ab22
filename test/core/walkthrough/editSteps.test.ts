import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSteps, type StepChange, type WalkthroughText } from '../../../src/core/walkthrough/editSteps';
import { markdownSteps } from '../../../src/core/walkthrough/markdownSteps';
import { headingLine } from '../../../src/core/walkthrough/writeWalkthrough';
import { yamlSteps } from '../../../src/core/walkthrough/yamlSteps';

type Format = WalkthroughText['format'];

/** The text afterwards with `$0` for the cursor, or why there is none. */
function edit(format: Format, text: string, change: StepChange): string {
  const result = editSteps({ text, format, id: 'day' }, change);
  if (result.kind === 'refused') return `refused: ${result.why}`;
  const { text: after, cursor } = result;
  return cursor === undefined ? after : `${after.slice(0, cursor)}$0${after.slice(cursor)}`;
}

const markdown = `---
open: first-open # for who is new
---
# Day

Welcome.

## One

First.

## Two

\`\`\`yaml
# seen by all
at: { file: a.ts }
\`\`\`

Second.


## Three
`;

const yaml = `# of the team
walkthroughs:
  - id: day # keep it
    steps:
      # The first thing.
      - title: One   # hello
        text: |
          First.
          # no comment

      - id: second
        title: 'Two'
        # where it is
        at: { file: a.ts }
      - title: Three
        # nothing more
    # what follows is about everything
    title: Day
  - id: other
    title: Other
    steps: [{ title: A }, { title: B }]
`;

describe('the steps of a walkthrough in Markdown', () => {
  it('change places, and what is between them stays', () => {
    assert.equal(
      edit('markdown', markdown, { kind: 'move', step: 'three', to: 0 }),
      `---
open: first-open # for who is new
---
# Day

Welcome.

## Three

## One

First.


## Two

\`\`\`yaml
# seen by all
at: { file: a.ts }
\`\`\`

Second.
`,
    );
  });

  it('keep their id with another title', () => {
    const renamed = edit('markdown', markdown, { kind: 'rename', step: 'two', title: ' The second  #' });
    assert.match(renamed, /## The second # ##\n\n```yaml\nid: two\n# seen by all\nat:/);
    const bare = edit('markdown', markdown, { kind: 'rename', step: 'one', title: 'First of all' });
    assert.match(bare, /\n## First of all\n\n```yaml\nid: one\n```\n\nFirst\.\n/);
  });

  it('are taken out', () => {
    const without = edit('markdown', markdown, { kind: 'delete', step: 'two' });
    assert.match(without, /First\.\n\n## Three\n$/);
    assert.equal(edit('markdown', '# Day\n\n## One\n', { kind: 'delete', step: 'one' }), '# Day\n\n\n');
  });

  it('are added where the text is to be written', () => {
    const at = { file: 'src/a.ts', text: 'say("x: ```")' };
    assert.equal(
      edit('markdown', '# Day\n', { kind: 'add', title: 'Here', at }),
      '# Day\n\n## Here\n\n````yaml\nat: { file: src/a.ts, text: "say(\\"x: ```\\")" }\n````\n\n$0\n',
    );
    assert.equal(edit('markdown', '', { kind: 'add', title: 'Here' }), '## Here\n\n$0\n');
    assert.match(
      edit('markdown', markdown, { kind: 'add', title: 'Two', after: 'one' }),
      /First\.\n\n## Two\n\n```yaml\nid: two-2\n```\n\n\$0\n\n## Two\n/,
    );
  });

  it('are added with the line ends that are there', () => {
    const text = edit('markdown', '# Day\r\n', { kind: 'add', title: 'Here', at: { file: 'a.ts' } });
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('are left alone where a change would tear something', () => {
    const open = '# Day\n\n## One\n\n## Two\n\n```ts\nopen\n';
    const unsafe =
      'refused: This source is written in a way that Leadlight cannot change safely. Change it by hand.';
    assert.equal(edit('markdown', open, { kind: 'move', step: 'two', to: 0 }), unsafe);
    assert.equal(edit('markdown', open, { kind: 'add', title: 'Three' }), unsafe);
    assert.equal(
      edit('markdown', '## A\n## A\n', { kind: 'delete', step: 'a' }),
      'refused: Two steps have the id "a". Give one of them another id first.',
    );
    assert.equal(
      edit('markdown', markdown, { kind: 'rename', step: 'one', title: ' ' }),
      'refused: A step needs a title.',
    );
    assert.equal(
      edit('markdown', markdown, { kind: 'move', step: 'gone', to: 0 }),
      'refused: This step is not in its source any more.',
    );
  });
});

describe('the steps of a walkthrough in YAML', () => {
  it('change places with the comments above them', () => {
    assert.equal(
      edit('yaml', yaml, { kind: 'move', step: 'one', to: 2 }),
      `# of the team
walkthroughs:
  - id: day # keep it
    steps:
      - id: second
        title: 'Two'
        # where it is
        at: { file: a.ts }

      - title: Three
        # nothing more
      # The first thing.
      - title: One   # hello
        text: |
          First.
          # no comment
    # what follows is about everything
    title: Day
  - id: other
    title: Other
    steps: [{ title: A }, { title: B }]
`,
    );
  });

  it('keep their id with another title', () => {
    const change = { kind: 'rename', step: 'one', title: 'Say: hello' } as const;
    assert.match(edit('yaml', yaml, change), /- id: one\n {8}title: "Say: hello" {3}# hello\n/);
    const flow = "walkthroughs: [{ id: day, steps: [{ title: 'A' }, { id: b }] }]\n";
    assert.equal(
      edit('yaml', flow, { kind: 'rename', step: 'a', title: 'C' }),
      'walkthroughs: [{ id: day, steps: [{ id: a, title: C }, { id: b }] }]\n',
    );
    assert.equal(
      edit('yaml', flow, { kind: 'rename', step: 'b', title: 'yes' }),
      'walkthroughs: [{ id: day, steps: [{ title: \'A\' }, { title: "yes", id: b }] }]\n',
    );
  });

  it('are taken out, also the only one', () => {
    assert.match(
      edit('yaml', yaml, { kind: 'delete', step: 'second' }),
      /no comment\n\n {6}- title: Three\n/,
    );
    const one = 'walkthroughs:\n- id: day\n  steps: # all\n  # the one\n  - title: A\n';
    assert.equal(
      edit('yaml', one, { kind: 'delete', step: 'a' }),
      'walkthroughs:\n- id: day\n  steps: [] # all\n\n',
    );
    const flow = 'walkthroughs: [{ id: day, steps: [{ title: A }, { title: B }] }]\n';
    assert.equal(
      edit('yaml', flow, { kind: 'delete', step: 'a' }),
      'walkthroughs: [{ id: day, steps: [{ title: B }] }]\n',
    );
  });

  it('are left alone where a change would tear something', () => {
    assert.equal(
      edit('yaml', yaml, { kind: 'add', title: 'A' }),
      'refused: Steps are added to walkthroughs in Markdown only.',
    );
    assert.equal(
      edit('yaml', 'walkthroughs: [', { kind: 'delete', step: 'a' }),
      'refused: The steps of this walkthrough are not written as a list.',
    );
    const aliased = `walkthroughs:
  - id: day
    steps: &s
      - title: A
      - title: B
  - id: other
    steps: *s
`;
    assert.equal(
      edit('yaml', aliased, { kind: 'move', step: 'a', to: 1 }),
      'refused: This change would change other parts of the source, too. Make it by hand.',
    );
  });
});

/** Something that stands in one step, as YAML and Markdown have it. */
const titles = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 :#'"{}é-]{0,12}$/)
  .map((title) => title.trim().replace(/\s+/g, ' '));
const stepTexts = fc.record({
  title: titles,
  comment: fc.constantFrom('', 'about it', '- no step'),
  tail: fc.constantFrom(
    '',
    'minutes: 5',
    'text: |\n  a\n  # b\n\n  - c',
    'at:\n  file: a.ts\n  # in it\n  line: 3',
  ),
  blank: fc.nat(2),
});
type StepText = typeof stepTexts extends fc.Arbitrary<infer T> ? T : never;

function asYaml(parts: readonly StepText[], lineEnd: string): string {
  const steps = parts.flatMap(({ title, comment, tail, blank }, index) => [
    ...(comment === '' ? [] : [`      # ${comment}`]),
    `      - id: s${index}`,
    `        title: ${JSON.stringify(title)}`,
    ...(tail === '' ? [] : tail.split('\n').map((line) => (line === '' ? '' : `        ${line}`))),
    ...Array.from({ length: blank }, () => ''),
  ]);
  return ['walkthroughs:', '  - id: day', '    steps:', ...steps, '    title: Day', ''].join(lineEnd);
}

function asMarkdown(parts: readonly StepText[], lineEnd: string): string {
  const steps = parts.flatMap(({ title, comment, tail, blank }, index) => [
    headingLine(2, title),
    '```yaml',
    `id: s${index}`,
    ...(comment === '' ? [] : [`# ${comment}`]),
    ...tail.split('\n'),
    '```',
    ...Array.from({ length: blank }, () => ''),
    comment,
  ]);
  return ['# Day', '', ...steps].join(lineEnd);
}

describe('an edited source', () => {
  const read = { yaml: (text: string) => yamlSteps(text, 'day'), markdown: markdownSteps };
  for (const [format, write] of [
    ['yaml', asYaml],
    ['markdown', asMarkdown],
  ] as const) {
    it(`in ${format} says what it said, in the order that was asked for, and keeps every line`, () => {
      fc.assert(
        fc.property(
          fc.array(stepTexts, { minLength: 2, maxLength: 5 }),
          fc.constantFrom('\n', '\r\n'),
          fc.nat(4),
          fc.nat(4),
          (parts, lineEnd, from, to) => {
            const text = write(parts, lineEnd);
            const before = read[format](text)!.steps.map(({ id, title, rest }) => ({ id, title, rest }));
            const step = `s${from % parts.length}`;
            const moved = editSteps({ text, format, id: 'day' }, { kind: 'move', step, to });
            assert.equal(moved.kind, 'edited', JSON.stringify([moved, text]));
            const after = moved.kind === 'edited' ? moved.text : '';
            const sorted = (all: string) =>
              all
                .split(/\r?\n/)
                .filter((line) => line.trim() !== '')
                .toSorted();
            assert.deepEqual(sorted(after), sorted(text));
            const ids = read[format](after)!.steps.map(({ id }) => id);
            assert.equal(ids[Math.min(to, parts.length - 1)], step);
            assert.deepEqual(
              ids.filter((id) => id !== step),
              before.map(({ id }) => id).filter((id) => id !== step),
            );
            const back = editSteps(
              { text: after, format, id: 'day' },
              { kind: 'move', step, to: from % parts.length },
            );
            assert.deepEqual(back, { kind: 'edited', text });
          },
        ),
        { numRuns: 60 },
      );
    });

    it(`in ${format} keeps what was not renamed, and loses only what was deleted`, () => {
      fc.assert(
        fc.property(
          fc.array(stepTexts, { minLength: 2, maxLength: 5 }),
          fc.constantFrom('\n', '\r\n'),
          fc.nat(4),
          titles,
          (parts, lineEnd, at, title) => {
            const text = write(parts, lineEnd);
            const step = `s${at % parts.length}`;
            const after = (change: StepChange) => {
              const result = editSteps({ text, format, id: 'day' }, change);
              assert.equal(result.kind, 'edited', JSON.stringify([result, text]));
              return result.kind === 'edited' ? result.text : '';
            };
            const renamed = after({ kind: 'rename', step, title });
            assert.deepEqual(
              read[format](renamed)!.steps.map((each) => [each.id, each.title]),
              parts.map((part, index) => [`s${index}`, `s${index}` === step ? title : part.title]),
            );
            assert.equal(renamed.split(lineEnd).length, text.split(lineEnd).length);
            const deleted = after({ kind: 'delete', step }).split(lineEnd);
            const { start, end } = read[format](text)!.steps[at % parts.length]!.block;
            const gone = text.slice(start, end).split(lineEnd);
            const lines = (all: readonly string[]) => all.filter((line) => line.trim() !== '').toSorted();
            assert.deepEqual(lines([...deleted, ...gone]), lines(text.split(lineEnd)));
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});
