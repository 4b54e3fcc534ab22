import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { leadlight } from './commandLine';

const baseline = '.leadlight/debt-baseline.json';

describe('leadlight check', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  let folders = 0;

  /** A workspace in which a call is made, and a file written. */
  function workspace(files: Readonly<Record<string, string>>) {
    folders += 1;
    const path = join(folder.path, `workspace ${folders}`);
    const write = (name: string, content: string) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    };
    for (const [name, content] of Object.entries(files)) write(name, content);
    return { path, write, leadlight: (...args: readonly string[]) => leadlight(path, ...args) };
  }

  const policy = 'markers: [{ tag: FIXME, require: [owner, issue], level: warning }]\n';

  it('is fine with what its baseline was written from, and refuses what comes, with what to do', () => {
    const shop = workspace({ 'src/a.ts': '// TODO: a\n', 'b.ts': '// HACK: b\n' });
    const written = shop.leadlight('markers', '--baseline', baseline);
    assert.deepEqual(written, {
      code: 0,
      stdout: `${baseline} allows 2 markers in 2 folders.\n`,
      stderr: '',
    });
    const fine = shop.leadlight('check', '--strict');
    assert.deepEqual([fine.code, fine.stderr], [0, '']);
    assert.match(fine.stdout, /^Fine: 2 markers, no more than \.leadlight\/debt-baseline\.json allows/);

    shop.write('src/c.ts', '\n// TODO: c\n');
    const refused = shop.leadlight('check');
    assert.deepEqual([refused.code, refused.stderr], [3, '']);
    assert.equal(
      refused.stdout,
      `Debt grew past ${baseline}:
  src: 2 TODO, and 1 allowed
    src/a.ts:1:4 TODO a
    src/c.ts:2:4 TODO c
Resolve as many as came. Where the team accepts them: leadlight markers --baseline ${baseline}

Refused: 1 count grew.
`,
    );
    const { code, stdout } = shop.leadlight('check', '--format', 'json');
    assert.equal(code, 3);
    const range = (line: number) => ({ start: { line, character: 3 }, end: { line, character: 7 } });
    assert.deepEqual(JSON.parse(stdout), {
      ok: false,
      baseline,
      grown: [
        {
          folder: 'src',
          tag: 'TODO',
          allowed: 1,
          found: 2,
          places: [
            { path: 'src/a.ts', range: range(0) },
            { path: 'src/c.ts', range: range(1) },
          ],
        },
      ],
      broken: [],
      slack: [],
      skipped: [],
    });
  });

  it('says that a baseline is slack, how to tighten it, and refuses it when it is strict', () => {
    const shop = workspace({ 'src/a.ts': '// TODO: a\n// TODO: b\n' });
    shop.leadlight('markers', '--baseline', baseline);
    shop.write('src/a.ts', '// TODO: a\n');
    const { code, stdout } = shop.leadlight('check');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^\.leadlight\/debt-baseline\.json allows more than there is, [^\n]+:\n {2}src: 2 TODO allowed, and 1 there\n/,
    );
    assert.equal(shop.leadlight('check', '--strict').code, 3);

    const [, command = ''] = /\nTighten it: leadlight ([^\n]+)\n/.exec(stdout) ?? [];
    shop.leadlight(...command.split(' '));
    assert.equal(shop.leadlight('check', '--strict').code, 0);
  });

  it('refuses a marker that breaks a policy of level warning, with or without a baseline', () => {
    const shop = workspace({
      '.leadlight/guidance.yaml': policy,
      'src/a.ts': '// FIXME(@maya): a\n// FIXME(@maya, #1): b\n// FIXME(@maya, 2020-01-31, #1): c\n// TODO\n',
    });
    const { code, stdout } = shop.leadlight('check');
    assert.equal(code, 3);
    assert.equal(
      stdout,
      `Markers break the team's policies:
  src/a.ts:1:4 FIXME a (@maya)
    It lacks issue: write FIXME(@maya, #123): ...
  src/a.ts:3:4 FIXME c (@maya, 2020-01-31, #1)
    Its last day was 2020-01-31: do it, or agree on another day and write that

Refused: 2 markers broke a policy.
`,
    );
    shop.leadlight('markers', '--baseline', baseline);
    const { broken, ok } = JSON.parse(shop.leadlight('check', '--format', 'json').stdout) as {
      broken: object[];
      ok: boolean;
    };
    assert.equal(ok, false);
    const range = (line: number) => ({ start: { line, character: 3 }, end: { line, character: 8 } });
    const common = { path: 'src/a.ts', tag: 'FIXME' };
    assert.deepEqual(broken, [
      { ...common, range: range(0), missing: ['issue'], overdue: false },
      { ...common, range: range(2), missing: [], overdue: true, deadline: '2020-01-31' },
    ]);
    shop.write('src/a.ts', '// FIXME(@maya, #1): b\n');
    assert.equal(shop.leadlight('check').code, 0);
  });

  it('asks git how old a marker is that may expire', () => {
    const shop = workspace({
      '.leadlight/guidance.yaml': 'markers: [{ tag: TODO, expires: 30d, level: warning }]\n',
      'a.ts': '// TODO: a\n',
    });
    assert.equal(shop.leadlight('check').code, 0);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Maya', '-c', 'user.email=maya@shop.example', ...args], {
        cwd: shop.path,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first', '--date', '2020-01-01T12:00:00Z');
    const { code, stdout } = shop.leadlight('check');
    assert.equal(code, 3);
    assert.match(stdout, /\n {2}a\.ts:1:4 TODO a\n {4}Its last day was 2020-01-31: /);
    shop.write('a.ts', '// TODO: a, rather\n');
    assert.equal(shop.leadlight('check').code, 0);
  });

  it('lets no control character of a repository through', () => {
    const name = '\u001b[31m\u202e\u009b\u0007';
    const policies = [{ tag: `X${name}`, aliases: ['TODO'], require: ['owner'], level: 'warning' }];
    const shop = workspace({
      '.leadlight/guidance.yaml': JSON.stringify({ markers: policies }),
      [`${name}/${name}.ts`]: `// TODO ${name}\n// FIXME ${name}\n`,
      [baseline]: JSON.stringify({
        version: 1,
        kinds: ['debt'],
        folders: { [name]: { [name]: 1, TODO: 9 } },
      }),
    });
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = shop.leadlight('check', '--format', format);
      assert.equal(code, 3, stderr);
      assert.match(stdout, /FIXME/);
      assert.doesNotMatch(stdout + stderr, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
    }
    shop.write(baseline, JSON.stringify({ version: 1, kinds: ['debt'], folders: { [name]: 1 } }));
    const { code, stderr } = shop.leadlight('check');
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('says when it could not read all of the guidance, since nobody breaks a policy that is not there', () => {
    const shop = workspace({
      '.leadlight/a.yaml': 'markers: [{ tag: FIXME, level: loud }]\n',
      'a.ts': '// FIXME\n',
    });
    assert.match(shop.leadlight('check').stderr, /^leadlight: 1 mistake in the guidance: [^\n]+\n$/);
  });

  it('writes baselines that branches can merge where they touch other folders', () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}/a.ts`, '// TODO: a\n']));
    const shop = workspace(files);
    const write = (name: string) => shop.leadlight('markers', '--baseline', `${name}.json`);
    write('base');
    shop.write('b/b.ts', '// TODO: b\n// FIXME: c\n');
    write('ours');
    shop.write('b/b.ts', '');
    shop.write('c/a.ts', '');
    shop.write('d/b.ts', '// TODO: b\n');
    write('theirs');
    execFileSync('git', ['merge-file', 'ours.json', 'base.json', 'theirs.json'], { cwd: shop.path });
    shop.write('b/b.ts', '// TODO: b\n// FIXME: c\n');
    assert.equal(shop.leadlight('check', '--strict', '--baseline', 'ours.json').code, 0);
  });

  it('leaves alone what leadlight-ignore excuses', () => {
    const shop = workspace({
      '.leadlight/guidance.yaml': policy,
      'a.ts': '// leadlight-ignore fixme: the vendor decides\n// FIXME: a\n',
    });
    assert.equal(shop.leadlight('check').code, 0);
    assert.doesNotMatch(shop.leadlight('markers', '--format', 'sarif').stdout, /"level": "warning"/);
    shop.write('a.ts', '\n// FIXME: a\n');
    assert.equal(shop.leadlight('check').code, 3);
    assert.match(shop.leadlight('markers', '--format', 'sarif').stdout, /"level": "warning"/);
  });

  it('counts suppressions where the baseline does', () => {
    const shop = workspace({ 'a.py': 'x = 1  # noqa\n' });
    shop.leadlight('markers', '--baseline', baseline);
    shop.write('a.py', 'x = 1  # noqa\ny = 2  # noqa\n');
    assert.equal(shop.leadlight('check').code, 0);
    shop.leadlight('markers', '--suppressions', '--baseline', baseline);
    shop.write('a.py', 'x = 1  # noqa\ny = 2  # noqa\nz = 3  # noqa\n');
    const { code, stdout } = shop.leadlight('check');
    assert.equal(code, 3);
    assert.match(stdout, /: leadlight markers --suppressions --baseline \S+\n/);
  });

  it('holds against the usual baseline of the workspace from any folder, and names the command from there', () => {
    const shop = workspace({ 'src/a.ts': '// TODO: a\n' });
    shop.leadlight('markers', '--baseline', baseline);
    shop.write('src/a.ts', '');
    const { stdout } = leadlight(folder.path, 'check', '--workspace', shop.path);
    const name = `workspace ${folders}`;
    assert.match(
      stdout,
      new RegExp(
        `\nTighten it: leadlight markers --baseline '${name}/${baseline}' --workspace '${shop.path}'\n`,
      ),
    );
  });

  it('does not take a baseline for guidance', () => {
    const shop = workspace({ 'a.ts': '// TODO: a\n' });
    shop.leadlight('markers', '--baseline', baseline);
    const { problems } = JSON.parse(shop.leadlight('guidance', '--format', 'json').stdout) as {
      problems: object[];
    };
    assert.deepEqual(problems, []);
  });

  it('tells a failure from a refusal', () => {
    const shop = workspace({ 'a.ts': '// TODO: a\n' });
    for (const args of [['--baseline', 'nowhere.json'], ['src'], ['--format', 'csv'], ['--suppressions']])
      assert.equal(shop.leadlight('check', ...args).code, 2, args.join(' '));
    shop.write(baseline, '{\n<<<<<<< ours\n');
    const { code, stdout, stderr } = shop.leadlight('check');
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(
      stderr,
      /^leadlight: "\S+" holds the marks of a merge conflict\. leadlight markers [^\n]+\n$/,
    );
  });

  it('bears a baseline that is meant to do harm', function () {
    const shop = workspace({ 'a.ts': '// TODO: a\n' });
    const checked = (text: string) => {
      shop.write(baseline, text);
      const { code, stderr } = shop.leadlight('check');
      return `${code} ${stderr.replace(/^leadlight: "\S+" |\. leadlight markers [^\n]+/g, '')}`.trim();
    };
    const counts = (folders: string) => `{ "version": 1, "kinds": ["debt"], "folders": ${folders} }`;
    assert.equal(checked(counts('{ "__proto__": { "TODO": 9 }, ".": { "__proto__": 9 } }')), '3');
    assert.equal(checked(counts('{ ".": { "constructor": 1, "TODO": 1 } }')), '0');
    assert.equal(checked(`\ufeff${counts('{ ".": { "TODO": 1 } }')}`), '0');
    assert.equal(checked('['.repeat(1_000_000)), '1 is not JSON');
    const deep = `${'{ "a": '.repeat(100_000)}1${' }'.repeat(100_000)}`;
    assert.equal(checked(counts(deep)), '1 has no count for "a" in the folder "a"');
    const many = Array.from({ length: 400_000 }, (_, index) => `"f${index}": { "TODO": 1 }`);
    assert.equal(checked(counts(`{ ${many.join()} }`)), '1 is larger than 8 MB, so it is not read.');

    if (process.platform === 'win32') this.skip();
    const path = join(shop.path, baseline);
    for (const target of ['/dev/zero', '../fifo', '..']) {
      rmSync(path);
      if (target === '../fifo') execFileSync('mkfifo', [join(shop.path, 'fifo')]);
      symlinkSync(target, path);
      for (const call of [['check'], ['markers', '--baseline', baseline]]) {
        const { code, stderr } = shop.leadlight(...call);
        assert.deepEqual([code, stderr], [1, `leadlight: "${baseline}" is no regular file.\n`], target);
      }
    }
  });

  it('writes over a broken baseline and over nothing else, follows no link and leaves nothing behind', () => {
    const shop = workspace({ 'a.ts': '// TODO: a\n', 'package.json': '{ "version": 1 }\n' });
    assert.equal(shop.leadlight('markers', '--baseline', 'package.json').code, 2);
    assert.equal(readFileSync(join(shop.path, 'package.json'), 'utf8'), '{ "version": 1 }\n');

    shop.leadlight('markers', '--baseline', 'out/b.json');
    const whole = readFileSync(join(shop.path, 'out/b.json'), 'utf8');
    shop.write('out/b.json', whole.replace('    "."', '<<<<<<< ours\n    "."'));
    assert.equal(shop.leadlight('markers', '--baseline', 'out/b.json').code, 0);
    assert.equal(readFileSync(join(shop.path, 'out/b.json'), 'utf8'), whole);

    shop.write('target.json', '');
    symlinkSync(join(shop.path, 'target.json'), join(shop.path, 'out/link.json'));
    assert.equal(shop.leadlight('markers', '--baseline', 'out/link.json').code, 0);
    assert.equal(readFileSync(join(shop.path, 'target.json'), 'utf8'), '');
    assert.ok(!lstatSync(join(shop.path, 'out/link.json')).isSymbolicLink());
    assert.deepEqual(readdirSync(join(shop.path, 'out')), ['b.json', 'link.json']);
  });
});
