import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryRepository, temporaryRepository } from '../node/git/temporaryRepository';
import { leadlight } from './commandLine';

const guidance = `\ufeff# of the team\r
walkthroughs:\r
  - id: first-day\r
    title: Your first day\r
    steps:\r
      - title: Hello\r
      - title: The total # stays\r
        at: { file: src/cart.ts, symbol: Cart.total }\r
      - title: The limit\r
        at:\r
          file: src/cart.ts\r
          line: 6\r
      - title: The log\r
        at: { file: src/log.ts, text: "write(" }\r
`;

const cart = 'class Cart {\n  total() {\n    return 1;\n  }\n}\nconst limit = 2;\n';

describe('leadlight walkthroughs check', () => {
  let repository: TemporaryRepository;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('.leadlight/guidance.yaml', guidance);
    await repository.write('src/cart.ts', cart);
    await repository.write('src/log.ts', 'export function log() {\n  write("x");\n}\n');
    repository.commit('2024-03-01');
  });
  afterEach(() => repository.remove());

  const run = (...args: readonly string[]) => leadlight(repository.folder, 'walkthroughs', 'check', ...args);
  const states = () => {
    const { stdout } = run('--format', 'json');
    const { walkthroughs } = JSON.parse(stdout) as {
      walkthroughs: {
        steps: {
          anchor: { state: string; path: string | null; range: { start: { line: number } } | null };
        }[];
      }[];
    };
    return walkthroughs[0]!.steps.map(
      ({ anchor: { state, path, range } }) => `${state} ${path} ${range === null ? '' : range.start.line}`,
    );
  };

  it('gives every step as data', () => {
    const { code, stdout, stderr } = run('--format', 'json');
    assert.deepEqual([code, stderr], [0, '']);
    const result = JSON.parse(stdout) as { walkthroughs: { steps: unknown[] }[] };
    assert.deepEqual(result, {
      walkthroughs: [
        {
          id: 'first-day',
          title: 'Your first day',
          source: '.leadlight/guidance.yaml',
          steps: result.walkthroughs[0]!.steps,
        },
      ],
      problems: [],
    });
    assert.deepEqual(result.walkthroughs[0]!.steps.slice(0, 2), [
      { id: 'hello', title: 'Hello', anchor: { state: 'none', path: null, range: null } },
      {
        id: 'the-total-stays'.replace('-stays', ''),
        title: 'The total',
        anchor: {
          state: 'found',
          path: 'src/cart.ts',
          range: { start: { line: 1, character: 2 }, end: { line: 3, character: 3 } },
        },
      },
    ]);
    assert.deepEqual(states(), [
      'none null ',
      'found src/cart.ts 1',
      'found src/cart.ts 5',
      'found src/log.ts 1',
    ]);
  });

  it('follows what moved, and writes that, and nothing else', async () => {
    await repository.write('src/cart.ts', `// new\n${cart}`);
    repository.run('mv', 'src/log.ts', 'src/journal.ts');
    repository.commit('2024-04-01');
    assert.deepEqual(states(), [
      'none null ',
      'found src/cart.ts 2',
      'moved src/cart.ts 6',
      'moved src/journal.ts 1',
    ]);
    const { code, stdout } = run();
    assert.equal(code, 0);
    assert.match(
      stdout,
      /line 6 to line 7\.\n {4}Anchor it by the symbol limit: \{ file: src\/cart\.ts, symbol: limit \}\n/,
    );
    assert.match(
      stdout,
      /Change the file to src\/journal\.ts: \{ file: src\/journal\.ts, text: "write\(" \}\n/,
    );
    const fixed = run('--fix');
    assert.equal(fixed.code, 0, fixed.stderr);
    assert.equal(
      await readFile(join(repository.folder, '.leadlight/guidance.yaml'), 'utf8'),
      guidance
        .replace('file: src/cart.ts\r\n          line: 6', '{ file: src/cart.ts, symbol: limit }')
        .replace('{ file: src/log.ts, text: "write(" }', '{ file: src/journal.ts, text: "write(" }'),
    );
    assert.deepEqual(states(), [
      'none null ',
      'found src/cart.ts 2',
      'found src/cart.ts 6',
      'found src/journal.ts 1',
    ]);
  });

  it('exits with 1 when a step leads nowhere, and says what it was', async () => {
    await repository.write('src/cart.ts', cart.replace('limit', 'most'));
    await repository.write('src/log.ts', 'write(write(1));\n');
    repository.commit('2024-04-01');
    const { code, stdout } = run();
    assert.equal(code, 1);
    assert.match(
      stdout,
      /missing {3}The limit src\/cart\.ts\n.*line 6 when this was written.*"const limit = 2;"/u,
    );
    assert.match(stdout, /ambiguous The log src\/log\.ts\n.*"write\(" is there 2 times/u);
    assert.match(stdout, /2 of 4 steps lead nowhere\.\n$/u);
    const before = await readFile(join(repository.folder, '.leadlight/guidance.yaml'), 'utf8');
    assert.equal(run('--fix').code, 1);
    assert.equal(await readFile(join(repository.folder, '.leadlight/guidance.yaml'), 'utf8'), before);
    const { problems } = JSON.parse(run('--format', 'json').stdout) as { problems: { code: string }[] };
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['missing-anchor', 'ambiguous-anchor'],
    );
  });

  it('takes one argument', () => {
    assert.equal(leadlight(repository.folder, 'walkthroughs').code, 2);
    assert.equal(run('more').code, 2);
  });
});

describe('leadlight walkthroughs export', () => {
  let repository: TemporaryRepository;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('.leadlight/guidance.yaml', guidance);
    await repository.write('src/cart.ts', cart);
    repository.commit('2024-03-01');
  });
  afterEach(() => repository.remove());

  const run = (...args: readonly string[]) => leadlight(repository.folder, 'walkthroughs', 'export', ...args);

  it('prints a walkthrough as a page, with links from the workspace folder', () => {
    const { code, stdout, stderr } = run('first-day');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^# Your first day\n\n## 1\. Hello\n/);
    assert.match(
      stdout,
      /\[src\/cart\.ts, lines 2 to 4\]\(src\/cart\.ts#L2-L4\)\n\n```typescript\n {2}total/,
    );
  });

  it('writes it where a person says, with links from there', async () => {
    const target = join(repository.folder, 'docs', 'day.md');
    const { code, stdout } = run('first-day', '--output', target);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(await readFile(target, 'utf8'), /\]\(\.\.\/src\/cart\.ts#L2-L4\)/);
  });

  it('says what is wrong with a call', () => {
    for (const [args, message] of [
      [['night'], /There is no walkthrough with the id "night"/],
      [[], /takes one argument, the id/],
      [['first-day', '--fix'], /--fix is for walkthroughs check/],
    ] as const) {
      const { code, stderr } = run(...args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });
});
