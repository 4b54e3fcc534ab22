import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryRepository, temporaryRepository } from '../node/git/temporaryRepository';
import { type CommandResult, leadlight, leadlightReading } from './commandLine';

const guidance = `
checklists:
  - id: review
    title: Code review
    for: reviewer
    items:
      - { id: tested, ask: "Is it tested?", why: "Tests stay.", when: { changed: "src/**", addedLine: two } }
      - { id: told, ask: "Do the docs tell it?", when: { changed: "docs/**" } }
  - id: own
    title: Before you ask
    for: author
    items:
      - { id: named, ask: Are the names right? }
`;

interface Item {
  readonly id: string;
  readonly applies: boolean | null;
  readonly answer: { readonly state: string; readonly role: string; readonly stale: string | null } | null;
  readonly fingerprint: string;
}

describe('leadlight checklist', () => {
  let repository: TemporaryRepository;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('.leadlight/guidance.yaml', guidance);
    await repository.write('src/a.ts', 'one\ntwo\n');
    await repository.write('docs/a.md', 'one\n');
    repository.commit('2024-03-01');
    repository.run('checkout', '--quiet', '-b', 'feature');
    await repository.write('src/a.ts', 'one\ntwo, or so\n');
  });
  afterEach(() => repository.remove());

  const run = (...args: readonly string[]) => leadlight(repository.folder, 'checklist', ...args);
  const itemsOf = ({ code, stdout, stderr }: CommandResult): readonly Item[] => {
    assert.deepEqual([code, stderr], [0, '']);
    return (JSON.parse(stdout) as { items: Item[] }).items;
  };
  const statesOf = (result: CommandResult) =>
    itemsOf(result).map(({ id, answer }) => `${id} ${answer?.state} ${answer?.stale === null}`);

  it('gives every item as data, those that do not apply too, with what makes it so', () => {
    const { code, stdout, stderr } = run('--format', 'json');
    assert.deepEqual([code, stderr], [0, '']);
    const result = JSON.parse(stdout) as { base: string; items: Item[] };
    assert.equal(result.base, 'main');
    const tested = result.items.find(({ id }) => id === 'review/tested')!;
    assert.match(tested.fingerprint, /^[0-9a-f]{14}$/);
    assert.deepEqual(
      { ...tested, fingerprint: '' },
      {
        id: 'review/tested',
        ask: 'Is it tested?',
        why: 'Tests stay.',
        applies: true,
        reason: '1 changed file matches src/**, and 1 added line matches "two".',
        evidence: [
          { path: 'src/a.ts', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } } },
        ],
        auto: null,
        answer: null,
        fingerprint: '',
      },
    );
    assert.deepEqual(
      result.items.map(({ id, applies }) => `${id} ${applies}`),
      ['review/tested true', 'own/named true', 'review/told false'],
    );
  });

  it('asks one role, against the base that is named', () => {
    assert.deepEqual(
      itemsOf(run('--for', 'author', '--format', 'json')).map(({ id }) => id),
      ['own/named'],
    );
    repository.commit('2024-04-01');
    const against = (base: string) =>
      itemsOf(run('--base', base, '--for', 'reviewer', '--format', 'json')).map(({ applies }) => applies);
    assert.deepEqual(against('HEAD'), [false, false]);
    assert.deepEqual(against('main'), [true, false]);
  });

  it('prints a person what applies, and why the rest does not', () => {
    const { code, stdout, stderr } = run();
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Against main: 1 changed file, \+1 -1\n2 items, 2 open\n/);
    assert.match(stdout, /\nCode review\n {2}\[open\] +Is it tested\?\n/);
    assert.match(stdout, /\n1 item does not apply\. /);
  });

  it('prints a block that it verifies once it is answered, until the code changes', async () => {
    const block = run('--format', 'markdown').stdout;
    const verify = (text: string, ...args: readonly string[]) =>
      leadlightReading(text, repository.folder, 'checklist', 'verify', '-', ...args);
    assert.match(block, /^<!-- leadlight:review v1/);
    const open = verify(block);
    assert.deepEqual([open.code, open.stderr], [0, '']);
    assert.match(open.stdout, /^Not answered:\n {2}Is it tested\? \(review\/tested\)\n/);
    assert.match(open.stdout, /\n0 of 2 items answered, 2 not, 0 stale\.\n$/);
    assert.equal(verify(block, '--strict').code, 3);

    await repository.write('body.md', `Some words.\n\n${block.replaceAll('[ ]', '[x]')}`);
    repository.run('config', 'core.excludesFile', join(repository.folder, '.git/info/exclude'));
    await repository.write('.git/info/exclude', 'body.md\n');
    const answered = run('verify', 'body.md', '--strict');
    assert.deepEqual(answered, {
      code: 0,
      stdout: '2 of 2 items answered, 0 not, 0 stale.\n',
      stderr: '',
    });
    assert.deepEqual(statesOf(run('--answers', 'body.md', '--for', 'reviewer', '--format', 'json')), [
      'review/tested pass true',
      'review/told undefined false',
    ]);

    for (const [body, problem] of [
      [`- [x] I ran the tests\n\nSome words.\n`, 'There is no review in this text: no block'],
      [block.replaceAll('[ ]', '[x]').replaceAll(/ ?<!--.*?-->/gu, ''), '2 answers counted as not given'],
    ] as const) {
      const without = verify(body, '--strict');
      assert.equal(without.code, 3);
      assert.ok(without.stdout.includes(`\nAbout this text:\n  ${problem}`), without.stdout);
      assert.match(without.stdout, /\n0 of 2 items answered, 2 not, 0 stale\.\n$/);
    }

    await repository.write('src/a.ts', 'one\ntwo, or rather three\n');
    const stale = run('verify', 'body.md', '--strict', '--format', 'json');
    assert.deepEqual([stale.code, stale.stderr], [3, '']);
    const { ok, items, unanswered, stale: those } = JSON.parse(stale.stdout) as Record<string, unknown>;
    assert.deepEqual([ok, items, unanswered], [false, 2, []]);
    assert.deepEqual((those as Item[]).map(({ id }) => id).sort(), ['own/named', 'review/tested']);
    await repository.write('src/a.ts', 'one\ntwo, or so\n');
    assert.equal(run('verify', 'body.md', '--strict').code, 0);
  });

  it('takes answers from the commits of the branch, the newer one first, and a text before these', async () => {
    const [{ fingerprint }] = itemsOf(run('--for', 'reviewer', '--format', 'json')) as [Item];
    const commit = (message: string) => {
      repository.run('add', '--all');
      repository.run('commit', '--quiet', '--allow-empty', '-m', message);
    };
    const states = () => statesOf(run('--for', 'reviewer', '--format', 'json'));
    commit(`Work\n\nLeadlight-Review: review/tested concern ${fingerprint}`);
    assert.deepEqual(states(), ['review/tested concern true', 'review/told undefined false']);
    commit(`More\n\nLeadlight-Review: review/tested pass ${fingerprint}`);
    assert.deepEqual(states(), ['review/tested pass true', 'review/told undefined false']);
    await repository.write('docs/a.md', 'two\n');
    assert.deepEqual(states().sort(), ['review/tested pass true', 'review/told undefined false']);
    const trailers = leadlightReading(
      `Leadlight-Review: review/tested na ${fingerprint}\n`,
      repository.folder,
      ...['checklist', '--answers', '-', '--for', 'reviewer', '--format', 'json'],
    );
    assert.ok(statesOf(trailers).includes('review/tested na true'));
  });

  it('asks everything where there is no repository, and says why', () => {
    rmSync(join(repository.folder, '.git'), { recursive: true });
    const { code, stdout } = run();
    assert.equal(code, 0);
    assert.match(stdout, /^[^\n]*repository[^\n]*\n3 items, 3 open\n/);
    const asData = run('--format', 'json');
    assert.deepEqual(
      (JSON.parse(asData.stdout) as { items: Item[] }).items.map(({ applies }) => applies),
      [null, null, true],
    );
    assert.match(asData.stderr, /^leadlight: [^\n]*repository[^\n]*\n$/);
    const verified = run('verify', '-');
    assert.deepEqual([verified.code, verified.stdout], [1, '']);
    assert.match(verified.stderr, /^leadlight: It cannot be told what is answered\. [^\n]+\n$/);
  });

  it('prints nothing that a terminal would obey', async () => {
    await repository.write(
      '.leadlight/guidance.yaml',
      'checklists: [{ id: a, title: "T\\e[31m", items: ["Really\\e]0;x\\a?"] }]\n',
    );
    await repository.write('src/\u001b[2Jb.ts', 'new\n');
    for (const format of ['text', 'markdown', 'json']) {
      const { code, stdout } = run('--format', format);
      assert.equal(code, 0);
      assert.match(stdout, /Really/);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u, format);
    }
    const { stdout } = run('verify', '.leadlight/guidance.yaml');
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it('refuses a wrong call with exit code 2, one sentence and no stack trace', () => {
    for (const args of [
      ['extra'],
      ['verify'],
      ['verify', 'nowhere.md'],
      ['verify', 'src/a.ts', 'docs/a.md'],
      ['verify', 'src/a.ts', '--answers', 'docs/a.md'],
      ['verify', 'src/a.ts', '--format', 'markdown'],
      ['--answers', 'nowhere.md'],
      ['--base', 'nowhere'],
      ['--base', '--upload-pack=touch x'],
      ['--base=--upload-pack=touch x'],
      ['--base='],
      ['--for', 'nobody'],
      ['--strict'],
      ['--format', 'xml'],
    ]) {
      const { code, stdout, stderr } = run(...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^leadlight: [^\n]+\n$/, args.join(' '));
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
    }
    assert.equal(run('verify', 'src').code, 1);
  });
});
