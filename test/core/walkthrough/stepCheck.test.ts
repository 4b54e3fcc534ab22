import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insidePath } from '../../../src/core/walkthrough/stepCheck';
import { openFixture, problemLines } from '../workspace';

async function read(done: string) {
  const { service } = await openFixture(
    `//- /.leadlight/a.yaml\nwalkthroughs: [{ id: day, title: Day, steps: [{ title: A, done: ${done} }] }]\n`,
  );
  const played = await service.walkthroughs.play('day');
  return { check: played!.played[0]!.check, problems: problemLines(service.problems()) };
}

describe('how a step comes to be done', () => {
  for (const [done, expected] of [
    ['confirmed', { kind: 'confirmed' }],
    ['{ confirmed: true }', { kind: 'confirmed' }],
    ['opened', { kind: 'opened' }],
    ['{ opened: true }', { kind: 'opened' }],
    ['{ command: "npm   run  test " }', { kind: 'command', command: 'npm run test' }],
    ['{ task: build }', { kind: 'task', task: 'build' }],
    ['{ exists: "./a//b/" }', { kind: 'exists', path: 'a/b' }],
    ['{ contains: { file: a.txt, text: x } }', { kind: 'contains', path: 'a.txt', text: 'x' }],
    ['{ setting: { key: a.b, equals: [1] } }', { kind: 'setting', key: 'a.b', equals: [1] }],
    ['{ extension: a.b-c }', { kind: 'extension', extension: 'a.b-c' }],
    ['{ tool: "node >= 20" }', { kind: 'tool', tool: 'node', range: '>= 20' }],
    ['{ tool: "node >=20, <v23.1" }', { kind: 'tool', tool: 'node', range: '>= 20 < 23.1' }],
    ['{ tool: git }', { kind: 'tool', tool: 'git', range: '' }],
    ['{ tool: go 1.22 }', { kind: 'tool', tool: 'go', range: '>= 1.22' }],
    [
      '{ question: { ask: Why, options: [a, b], answer: b, because: c } }',
      { kind: 'question', ask: 'Why', options: ['a', 'b'], answer: 1, because: 'c' },
    ],
    [
      '{ question: { ask: W, options: [a, b], answer: 1 } }',
      { kind: 'question', ask: 'W', options: ['a', 'b'], answer: 0 },
    ],
    [
      '{ question: { ask: W, options: [2, 1], answer: 1 } }',
      { kind: 'question', ask: 'W', options: ['2', '1'], answer: 1 },
    ],
  ] as const) {
    it(`reads ${done}`, async () => assert.deepEqual(await read(done), { check: expected, problems: [] }));
  }

  for (const [done, problem] of [
    ['{ confirmed: false }', /bad-value: "confirmed" is true, or left out\.$/],
    ['{ task: a, opened: true }', /bad-value: A step is done by one thing: keep one of opened, task\.$/],
    ['{ command: "a\\nb" }', /bad-value: A command is one line of plain text/],
    ['{ command: "a\\u202eb" }', /bad-value: A command is one line of plain text/],
    ['{ exists: ../a }', /bad-value: A path is relative to the folder/],
    ['{ contains: { file: /etc/passwd, text: x } }', /bad-value: A path is relative to the folder/],
    ['{ contains: { file: a, text: "" } }', /bad-value: Say which text the file must hold\.$/],
    ['{ setting: { key: a b, equals: 1 } }', /bad-value: A setting has a name such as/],
    ['{ extension: a }', /bad-value: An extension has an id such as/],
    ['{ tool: "nod >= 20" }', /bad-value: Leadlight asks only .* Did you mean "node"\?$/],
    ['{ tool: "rm -rf /" }', /bad-value: Leadlight asks only tools that it knows for their version\./],
    ['{ tool: "constructor 1" }', /bad-value: Leadlight asks only/],
    ['{ tool: "node; rm" }', /bad-value: Write the version of node as in "node >= 1\.2"\.$/],
    [
      '{ question: { ask: W, options: [a], answer: a } }',
      /bad-value: A question needs two options or more\.$/,
    ],
    ['{ question: { ask: W, options: [a, a], answer: a } }', /bad-value: The same option stands twice\.$/],
    ['{ question: { ask: W, options: [a, b], answer: c } }', /bad-value: The answer is one of the options/],
    ['{ question: { ask: W, options: [a, b], answer: 3 } }', /bad-value: The answer is one of the options/],
  ] as const) {
    it(`says what is wrong with ${done}`, async () => {
      const { check, problems } = await read(done);
      assert.deepEqual(check, { kind: 'confirmed' });
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, problem);
    });
  }
});

describe('a path of a check', () => {
  it('never leaves its folder', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', 'a', '', 'b', '%2e')), (parts) => {
        const path = insidePath(parts.join('/'));
        assert.ok(path === undefined || path.split('/').every((part) => !['', '.', '..'].includes(part)));
      }),
    ));
});
