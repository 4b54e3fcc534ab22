import assert from 'node:assert/strict';
import { openFixture, problemLines } from '../workspace';

const path = '.leadlight/walkthroughs/First Day.md';

async function read(text: string) {
  const { service, host } = await openFixture(`
    //- /a.ts
    one
    //- /api/.leadlight/walkthroughs/first-week.md
    # Your first week

    ## Read the map
    `);
  host.write(`file:///w/.leadlight/walkthroughs/First%20Day.md`, text);
  await service.filesChanged([{ uri: 'file:///w/.leadlight/walkthroughs/First%20Day.md', kind: 'created' }]);
  const entry = service.guidance()[0]!.entries.find(({ folder }) => folder === 'file:///w/');
  const walkthrough = entry?.kind === 'walkthrough' ? entry : undefined;
  return { walkthrough, problems: problemLines(service.problems()) };
}

const whole = `---
open: first-open
sponsor: "@maya"
roles: [backend]
minutes: 20
next: first-week
---
# Your first day

Welcome.

## Run the tests

\`\`\`yaml
run: npm test
done: { command: npm test }
\`\`\`

One command runs everything.

\`\`\`yaml
not: keys
\`\`\`

## Where a request enters

\`\`\`yaml
id: entrance
at: { file: a.ts, text: one }
\`\`\`

### Deeper

It is short.

## Lunch
`;

describe('a walkthrough in Markdown', () => {
  for (const [name, text] of [
    ['LF', whole],
    ['CRLF', whole.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`is read whole with ${name}`, async () => {
      const { walkthrough, problems } = await read(text);
      assert.deepEqual(problems, []);
      const { id, title, format, open, sponsor, roles, minutes, next, steps } = walkthrough!;
      assert.deepEqual(
        { id, title, format, open, sponsor, roles, minutes, next, text: walkthrough!.text },
        {
          id: 'first-day',
          title: 'Your first day',
          format: 'markdown',
          open: 'first-open',
          sponsor: '@maya',
          roles: ['backend'],
          minutes: 20,
          next: 'first-week',
          text: 'Welcome.',
        },
      );
      assert.deepEqual(
        steps.map((step) => [step.id, step.title, step.run, step.check.kind, step.text?.split(/\r?\n/)[0]]),
        [
          ['run-the-tests', 'Run the tests', 'npm test', 'command', 'One command runs everything.'],
          ['entrance', 'Where a request enters', undefined, 'confirmed', '### Deeper'],
          ['lunch', 'Lunch', undefined, 'confirmed', undefined],
        ],
      );
      assert.match(steps[0]!.text!, /not: keys/);
      assert.deepEqual({ ...steps[1]!.at }, { file: 'a.ts', text: 'one' });
      assert.deepEqual(
        steps.map(({ range }) => [range.start.line, range.end.line]),
        [
          [11, 22],
          [24, 33],
          [35, 35],
        ],
      );
      assert.deepEqual(walkthrough!.parts.range(['steps', 1, 'at', 'text']), {
        start: { line: 28, character: 24 },
        end: { line: 28, character: 27 },
      });
    });
  }

  for (const [name, text, problem] of [
    [
      'a key that is unknown',
      '# A\n## B\n```yaml\nrunn: x\n```\n',
      `:4:1 unknown-key: Leadlight does not know the key "runn" here. Did you mean "run"?`,
    ],
    [
      'a wrong value',
      '# A\n## B\n\n```yaml\ndone: { tool: nod }\n```\n',
      ':5:15 bad-value: Leadlight asks only tools that it knows for their version. Did you mean "node"?',
    ],
    [
      'a block that is no mapping',
      '# A\n## B\n```yaml\n- x\n```\n',
      ':4:1 wrong-type: This block holds the keys of the step, each as "key: value".',
    ],
    [
      'a block whose YAML is broken',
      '# A\n## B\n```yaml\nrun: "x\n```\n',
      ':4:6 yaml-syntax: The quote that opens here is never closed.',
    ],
    ['no title', '## B\n', ':1:1 missing-value: This entry needs a "title".'],
    ['no steps', '# A\n', ':1:1 missing-value: A walkthrough needs its "steps".'],
    [
      'two steps with one id',
      '# A\n## B\n## B\n',
      ':3:1 duplicate-id: Two of these have the id "b": give this step another "id".',
    ],
  ] as const) {
    it(`says what is wrong: ${name}`, async () =>
      assert.deepEqual((await read(text)).problems, [`${path}${problem}`]));
  }

  it('is nothing yet while its file is empty', async () =>
    assert.deepEqual(await read(' \n'), { walkthrough: undefined, problems: [] }));

  it('is read whatever is cut off its end', async () => {
    for (let end = 0; end <= whole.length; end += 7) {
      const { walkthrough, problems } = await read(whole.slice(0, end));
      assert.ok(walkthrough !== undefined || problems.length > 0 || whole.slice(0, end).trim() === '');
    }
  });
});
