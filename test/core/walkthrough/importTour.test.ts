import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Walkthrough } from '../../../src/core/guidance/model';
import { tourText } from '../../../src/core/walkthrough/tourText';
import { openFixture } from '../workspace';

const code = `import { a } from 'a';

export function start() {
  return 1;
}

export class Cart {
  total() {
    return 2;
  }
  total2() {
    return 2;
  }
}
`;

async function importing(tours: Readonly<Record<string, object>>, fixture = '') {
  const { service, host } = await openFixture(`//- /a.ts\n${code}${fixture}`);
  const write = async (uri: string, text: string) => {
    host.write(uri, text);
    await service.filesChanged([{ uri, kind: 'created' }]);
  };
  for (const [name, tour] of Object.entries(tours))
    await write(`file:///w/.tours/${name}`, JSON.stringify(tour));
  const { authoring } = service.walkthroughs;
  const walkthroughs = () =>
    service.guidance()[0]!.entries.filter((entry): entry is Walkthrough => entry.kind === 'walkthrough');
  return { service, write, walkthroughs, run: () => authoring.importTours() };
}

describe('tours of CodeTour as walkthroughs of our own', () => {
  it('have the best anchors of where they lead, their order, and what has no place in comments', async () => {
    const { run } = await importing({
      'two.tour': {
        title: '2 - The cart',
        ref: 'main',
        steps: [
          { file: 'a.ts', line: 4, description: '## Hi\n\nSee\n>> npm test', commands: ['x.y'], icon: 'bug' },
        ],
      },
      'one.tour': {
        title: '1 - Start',
        description: 'Welcome.',
        isPrimary: true,
        steps: [
          { title: 'Here', file: 'a.ts', line: 3, description: 'It begins.' },
          {
            title: 'Many',
            file: 'a.ts',
            selection: { start: { line: 8, character: 3 }, end: { line: 9, character: 5 } },
          },
          { title: 'Gone', file: 'b.ts', pattern: '^x' },
          { title: 'Here', directory: 'src' },
        ],
      },
    });
    const { files, left } = await run();
    assert.deepEqual(left, []);
    assert.deepEqual(
      files.map(({ path, from, steps }) => [path, from, steps]),
      [
        ['.leadlight/walkthroughs/one.md', '.tours/one.tour', 4],
        ['.leadlight/walkthroughs/two.md', '.tours/two.tour', 1],
      ],
    );
    assert.equal(
      files[0]!.text,
      `---
# The step "Gone": It leads nowhere. There is no file "b.ts".
open: first-open
next: two
---

# 1 - Start

Welcome.

## Here

\`\`\`yaml
at: { file: a.ts, symbol: start }
\`\`\`

It begins.

## Many

\`\`\`yaml
at: { file: a.ts, selection: { start: { line: 8, character: 3 }, end: { line: 9, character: 5 } } }
\`\`\`

## Gone

\`\`\`yaml
at: { file: b.ts, pattern: "^x" }
\`\`\`

## Here

\`\`\`yaml
id: here-2
at: { directory: src }
\`\`\`
`,
    );
    assert.equal(
      files[1]!.text,
      `---
# The step "Hi": Its icon "bug" has no place.
# The step "Hi": 1 command became text that is shown.
# ref: main has no place in a walkthrough of Leadlight.
---

# 2 - The cart

## Hi

\`\`\`yaml
at: { file: a.ts, text: "return 1;" }
run: "npm test"
\`\`\`

See

\`\`\`shellscript
npm test
\`\`\`


CodeTour runs these commands of the editor here; Leadlight only shows them:

\`\`\`
x.y
\`\`\`
`,
    );
  });

  it('are left where a file is there already, or their JSON is broken', async () => {
    const { run, write } = await importing({ 'one.tour': { title: 'One', steps: [] } });
    await write('file:///w/.leadlight/walkthroughs/one.md', '# Mine\n\n## Step\n');
    await write('file:///w/.tours/two.tour', '{ "title": "Two", "steps": [');
    assert.deepEqual(await run(), {
      files: [],
      left: [
        { from: '.tours/one.tour', why: '.leadlight/walkthroughs/one.md is there already.' },
        { from: '.tours/two.tour', why: 'Its JSON is broken. Mend it first.' },
      ],
    });
  });

  const words = fc.constantFrom(
    'Hello',
    '# One',
    '## Two',
    '### Three',
    '```',
    '```yaml',
    '~~~~',
    '>> npm test',
    '- [a](./b.md)',
    '    code',
    '---',
    '',
    'x: y',
    '<b>',
    '$0',
    '*e*',
    '| a |',
    '&amp;',
    '\u00e9\u{1F600}',
    '#',
    '##',
    '\\# no',
    '1. one',
    '\ttab',
  );
  const texts = fc.array(words, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const titles = fc
    .array(
      fc.constantFrom(
        'Hello',
        '#',
        '##',
        'a: b',
        "it's",
        '"q"',
        '`c`',
        '[x](y)',
        '- ',
        '1.',
        'true',
        '\u00e9',
        '---',
        '```',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(' '));
  const place = fc.oneof(
    fc.record({ file: fc.constant('a.ts'), line: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ file: fc.constant('a.ts'), pattern: fc.constantFrom('class', 'total\\(', 'return 1') }),
    fc.integer({ min: 1, max: 10 }).map((line) => ({
      file: 'a.ts',
      selection: { start: { line, character: 1 }, end: { line: line + 3, character: 2 } },
    })),
    fc.constant({ directory: 'src' }),
    fc.constant({ view: 'explorer' }),
    fc.constant({ file: 'gone.ts', line: 3 }),
    fc.record({ contents: texts }),
    fc.constant({}),
  );
  const steps = fc.array(
    fc
      .tuple(fc.option(titles, { nil: undefined }), texts, place)
      .map(([title, description, at]) => ({ title, description, ...at })),
    { minLength: 1, maxLength: 5 },
  );

  it('say what the tours said: titles, texts, ids and places', async () => {
    const said = (text: string | undefined) => (text ?? '').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
    await fc.assert(
      fc.asyncProperty(titles, texts, steps, async (title, description, all) => {
        const { run, write, walkthroughs, service } = await importing({
          'a.tour': { title, description, steps: all },
        });
        const [tour] = walkthroughs();
        const { files } = await run();
        await write(files[0]!.uri, files[0]!.text);
        const ours = walkthroughs().find(({ format }) => format === 'markdown')!;
        const problems = service
          .problems()
          .filter(({ uri, code }) => uri === files[0]!.uri && code !== 'missing-anchor');
        assert.deepEqual(problems, [], files[0]!.text);
        assert.equal(ours.title, tour!.title);
        assert.equal(said(ours.text), said(tour!.text));
        assert.deepEqual(
          ours.steps.map((step) => [step.id, step.title, said(step.text), step.run]),
          tour!.steps.map((step) => [step.id, step.title, said(tourText(step)), step.run]),
        );
        const checked = await service.walkthroughs.check();
        const places = (wanted: Walkthrough) =>
          checked
            .find(({ walkthrough }) => walkthrough.uri === wanted.uri)!
            .steps.map(({ anchor: { state, path, range, view } }) => [state, path, range?.start.line, view]);
        assert.deepEqual(places(ours), places(tour!));
      }),
      { numRuns: 40 },
    );
  });
});
