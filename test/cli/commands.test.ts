import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostilePayloads } from '../core/hostilePayloads';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { leadlight } from './commandLine';

interface Explained {
  readonly id: string;
  readonly kind: string;
  readonly owner?: string;
  readonly named?: string;
  readonly source: { readonly path: string; readonly range: object };
  readonly range?: { readonly start: { readonly line: number } };
}

function explain(cwd: string, place: string, ...args: readonly string[]): readonly Explained[] {
  const { code, stdout } = leadlight(cwd, 'explain', place, '--format', 'json', ...args);
  assert.equal(code, 0);
  return (JSON.parse(stdout) as { entries: Explained[] }).entries;
}

describe('leadlight', () => {
  const folder = temporaryFolder();
  const shop = join(folder.path, 'the shop');
  before(() => cpSync(join(root, 'test/workspaces/shop'), shop, { recursive: true }));
  after(() => folder.remove());

  it('explains a column, a line and a file', () => {
    const ids = (place: string) => explain(shop, place).map(({ kind, id }) => `${kind}:${id}`);
    const column = ids('src/payments/settlement.ts:33:24');
    const line = ids('src/payments/settlement.ts:33');
    assert.deepEqual(column, line);
    assert.ok(line.includes('term:settlement') && line.includes('area:payments'), line.join());
    assert.ok(!ids('src/payments/settlement.ts:33:60').includes('term:settlement'));
    assert.ok(ids('src/payments/settlement.ts').length >= line.length);
  });

  it('gives ranges to what matches, none to what governs the whole file, and who to ask now', () => {
    const entries = explain(shop, 'src/payments/settlement.ts:33:24');
    const change = entries.find(({ kind }) => kind === 'change');
    assert.deepEqual(change?.range?.start, { line: 32, character: 10 });
    assert.equal(change.owner, '@jon');
    assert.equal(change.source.path, '.leadlight/changes.yaml');
    const area = entries.find(({ kind }) => kind === 'area')!;
    assert.ok(!('range' in area) && !('why' in area));
  });

  it('says the same to a person', () => {
    const { stdout } = leadlight(
      folder.path,
      'explain',
      'src/payments/settlement.ts:33',
      '--workspace',
      shop,
    );
    assert.match(stdout, /^Gateway v1 gives way to the acquirer's API · change · adopted \(line 33\)\n/);
    assert.match(stdout, /\n {2}Ask @jon\n {2}\.leadlight\/changes\.yaml:16\n/);
  });

  it('knows what others have written by the names in it', () => {
    const team = join(folder.path, 'team');
    mkdirSync(join(team, 'src'), { recursive: true });
    mkdirSync(join(team, 'docs/adr'), { recursive: true });
    const said = 'Take `settleTwice` with care,\nsince it pays.\n\nAnd more.';
    writeFileSync(join(team, 'CONTRIBUTING.md'), `# Money\n\n${said}\n\n## Start\n\nSee \`src/pay.ts\`.\n`);
    const record = '# Pay once\n\n## Status\n\nAccepted\n\n## Decision\n\nTake\n`payOnce`.\n\nNot twice.\n';
    writeFileSync(join(team, 'docs/adr/0001-pay-once.md'), record);
    writeFileSync(join(team, 'docs/adr/0002-later.md'), '# Later\n');
    writeFileSync(join(team, 'src/pay.ts'), 'settleTwice();\npayOnce();\n');
    const named = explain(team, 'src/pay.ts').map(({ kind, id, named: name, range }) => [
      `${kind}:${id}`,
      name,
      range?.start.line,
    ]);
    assert.deepEqual(named, [
      ['decision:pay-once', 'payOnce', 1],
      ['philosophy:contributing.money', 'settleTwice', 0],
      ['philosophy:contributing.start', 'src/pay.ts', undefined],
    ]);
    assert.equal(
      leadlight(team, 'explain', 'src/pay.ts:2').stdout,
      `Pay once · decision · accepted (line 2)
  Decided: Take \`payOnce\`.
  Because its text names payOnce
  Also read by adr-tools, log4brains
  docs/adr/0001-pay-once.md:1

Start · philosophy
  See \`src/pay.ts\`.
  Because its text names src/pay.ts
  CONTRIBUTING.md:8
`,
    );
    const listed = leadlight(team, 'guidance').stdout;
    assert.match(
      listed,
      /^Money · philosophy\n {2}Take `settleTwice` with care, since it pays\.\n {2}CONTRIBUTING\.md:1\n\n/m,
    );
    assert.match(listed, /^Later · decision\n/m);
  });

  it('lists all entries and problems', () => {
    const { code, stdout } = leadlight(shop, 'guidance', '--format', 'json');
    const { entries, problems } = JSON.parse(stdout) as {
      entries: Explained[];
      problems: { code: string }[];
    };
    assert.equal(code, 0);
    // One exception in the sample has ended, and others will.
    const codes = problems.map((problem) => problem.code);
    assert.ok(codes.includes('expired-exception'));
    assert.deepEqual(
      codes.filter((each) => each !== 'expired-exception' && each !== 'revisit-due'),
      [],
    );
    const kinds = new Set(entries.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), [
      'area',
      'change',
      'checklist',
      'decision',
      'marker',
      'philosophy',
      'term',
      'walkthrough',
    ]);
  });

  it('tells where a problem is, for a person and as data', () => {
    const edge = join(root, 'test/workspaces/edge/unknown-key');
    const { code, stdout } = leadlight(folder.path, 'guidance', '--workspace', edge);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /\n {2}\.leadlight\/guidance\.yaml:4:5 warning .*"wyh".* Did you mean "why"\? \(unknown-key\)\n/,
    );
    const { problems } = JSON.parse(leadlight(edge, 'guidance', '--format', 'json').stdout) as {
      problems: { code: string; severity: string; path: string; range: object }[];
    };
    assert.deepEqual(Object.keys(problems[0]!), ['path', 'range', 'code', 'severity', 'message']);
  });

  it('finds files with colons, spaces and other scripts in their names', () => {
    writeFileSync(join(shop, 'src/a:12 é.ts'), 'Date.now();\n');
    assert.ok(explain(shop, 'src/a:12 é.ts:1').length > 0);
    assert.ok(explain(shop, 'src/a:12 é.ts').length > 0);
  });

  it('refuses a wrong call with exit code 2, one sentence and no stack trace', () => {
    for (const args of [
      ['explain'],
      ['explain', 'nowhere.ts'],
      ['explain', 'nowhere.ts:3:4'],
      ['explain', '../outside.ts'],
      ['explain', '/etc/passwd'],
      ['explain', 'src/http/admin.ts:999'],
      ['explain', 'src/http/admin.ts:0'],
      ['explain', 'a', 'b'],
      ['guidance', 'extra'],
      ['guidance', '--workspace', 'nowhere'],
      ['guidance', '--format', 'xml'],
      ['lsp'],
      ['unheard-of'],
      ['--unheard-of'],
    ]) {
      const { code, stdout, stderr } = leadlight(shop, ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^leadlight: [^\n]+\n$/, args.join(' '));
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
    }
  });

  it('explains itself', () => {
    for (const args of [[], ['--help'], ['-h']]) {
      const { code, stdout } = leadlight(shop, ...args);
      assert.equal(code, 0);
      assert.match(stdout, /Exit codes: 0 answered/);
    }
    assert.match(leadlight(shop, '--version').stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('lets no control character of a repository through', () => {
    const hostile = join(folder.path, 'hostile');
    mkdirSync(join(hostile, '.leadlight'), { recursive: true });
    const texts = hostilePayloads.map(({ text }) => text).filter((text) => text.length < 2_000);
    const philosophies = texts.map((text, index) => ({
      id: `p${index}`,
      title: text,
      why: text,
      owner: text,
      [text]: 1,
      applies: { text: 'trap', files: text },
    }));
    for (let at = 0; at < philosophies.length; at += 50) {
      writeFileSync(
        join(hostile, `.leadlight/${at}.yaml`),
        JSON.stringify({ philosophies: philosophies.slice(at, at + 50) }),
      );
    }
    writeFileSync(join(hostile, '.leadlight/\u001b[31m\u202e.yaml'), 'a: [');
    writeFileSync(
      join(hostile, '.leadlight/z.yaml'),
      JSON.stringify({
        philosophies: [{ id: 'z', title: texts.join(' '), why: texts.join(' '), applies: { text: 'trap' } }],
      }),
    );
    writeFileSync(join(hostile, 'a.ts'), 'trap();\n');
    for (const args of [
      ['guidance'],
      ['guidance', '--format', 'json'],
      ['explain', 'a.ts:1'],
      ['explain', 'a.ts', '--format', 'json'],
    ]) {
      const { code, stdout, stderr } = leadlight(hostile, ...args);
      assert.equal(code, 0, stderr);
      assert.doesNotMatch(
        stdout + stderr,
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
        args.join(' '),
      );
    }
  });
});
