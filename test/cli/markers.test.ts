import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { hostilePayloads } from '../core/hostilePayloads';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { cacheFolder, commandLine, leadlight } from './commandLine';

interface Found {
  readonly markers: readonly Readonly<Record<string, unknown>>[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

function markersIn(cwd: string, ...args: readonly string[]): Found {
  const { code, stdout, stderr } = leadlight(cwd, 'markers', '--format', 'json', ...args);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Found;
}

/** The paths of what was found, each time that it was. */
function pathsIn(cwd: string, ...args: readonly string[]): readonly unknown[] {
  return markersIn(cwd, ...args).markers.map(({ path }) => path);
}

describe('leadlight markers', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  let folders = 0;

  /** Writes a workspace and returns its path. */
  function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
    folders += 1;
    const path = join(folder.path, `a workspace ${folders}`);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
    return path;
  }

  function shop(): string {
    const path = workspace({});
    cpSync(join(root, 'test/workspaces/shop'), path, { recursive: true });
    return path;
  }

  it('prints what the README shows for the sample shop', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, shown] = /<!-- leadlight markers -->\s+```text\n(.*?)```/s.exec(readme) ?? [];
    assert.equal(leadlight(shop(), 'markers').stdout, shown);
  });

  it('gives each marker as data, with its tag as the range and without empty keys', () => {
    const path = workspace({
      'src/b.ts': 'go(); // FIXME(@maya, 2027-01-31, #12, ~2d): round once\n',
      'src/a.py': 'x = 1  # noqa\n# TODO\n',
      'src.ts': '/* eslint-disable no-console -- a script */\n',
    });
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.deepEqual(markersIn(path), {
      markers: [
        {
          path: 'src.ts',
          range: at(0, 3, 17),
          tag: 'eslint-disable',
          kind: 'suppression',
          text: 'no-console',
        },
        { path: 'src/a.py', range: at(0, 9, 13), tag: 'noqa', kind: 'suppression' },
        { path: 'src/a.py', range: at(1, 2, 6), tag: 'TODO', kind: 'debt' },
        {
          path: 'src/b.ts',
          range: at(0, 9, 14),
          tag: 'FIXME',
          kind: 'debt',
          text: 'round once',
          owner: '@maya',
          issue: '#12',
          due: '2027-01-31',
          cost: '2d',
        },
      ],
      skipped: [],
    });
  });

  it('says that an option needs a value where a shell gave it none', () => {
    const path = workspace({ 'a.ts': '// TODO: x\n' });
    const { code, stderr } = leadlight(path, 'markers', '--baseline', '');
    assert.equal(code, 2);
    assert.equal(stderr, 'leadlight: --baseline needs a FILE. See leadlight --help.\n');
  });

  it('names what was skipped, as data and once for each reason', () => {
    const path = workspace({
      'a.bin': new Uint8Array([0, 1, 2]),
      'b.bin': new Uint8Array([0, 1, 2]),
      'c.ts': '// TODO: here\n',
    });
    const { skipped } = markersIn(path);
    assert.deepEqual(
      skipped.map((each) => each.path),
      ['a.bin', 'b.bin'],
    );
    assert.ok(skipped.every(({ reason }) => /^is \w+/.test(reason)));
    assert.match(
      leadlight(path, 'markers').stdout,
      /\n1 marker in 1 file: 1 TODO\n2 files not scanned, each is [^\n]+: a\.bin, b\.bin\n$/,
    );
  });

  it('looks through files and folders that are named, ignored or not, each once', () => {
    const path = workspace({
      '.gitignore': 'out/\n*.log.ts\n',
      'src/a.ts': '// TODO: a\n',
      'src/deep/b.ts': '// TODO: b\n',
      'srcs/c.ts': '// TODO: c\n',
      'out/d.ts': '// TODO: d\n',
      'src/e.log.ts': '// TODO: e\n',
    });
    assert.deepEqual(pathsIn(path), ['src/a.ts', 'src/deep/b.ts', 'srcs/c.ts']);
    assert.deepEqual(pathsIn(path, '.'), pathsIn(path));
    assert.deepEqual(pathsIn(path, 'src', 'src/a.ts', './src/deep/'), ['src/a.ts', 'src/deep/b.ts']);
    assert.deepEqual(pathsIn(path, 'out', 'src/e.log.ts'), ['out/d.ts', 'src/e.log.ts']);
    assert.deepEqual(pathsIn(path, join(path, 'srcs')), ['srcs/c.ts']);
  });

  it('goes by the policies of the folder that a file is in', () => {
    const path = workspace({
      '.leadlight/a.yaml': 'markers: [{ tag: LATER, means: Not now. }]\n# TODO: guidance is not searched\n',
      'api/.leadlight/b.yaml': 'markers: [{ tag: SOON, means: Now. }]\n',
      'api/a.ts': '// LATER: a\n// SOON: b\n',
      'web/a.ts': '// LATER: a\n// SOON: b\n',
    });
    assert.deepEqual(
      markersIn(path).markers.map(({ path: file, tag }) => `${String(file)} ${String(tag)}`),
      ['api/a.ts LATER', 'api/a.ts SOON', 'web/a.ts LATER'],
    );
  });

  it('refuses paths that are not there, or lead out of the workspace', () => {
    const path = workspace({ 'a.ts': '// TODO: a\n', 'inner/b.ts': '' });
    symlinkSync(folder.path, join(path, 'inner/way-out'));
    for (const args of [
      ['nowhere.ts'],
      ['..'],
      ['/'],
      ['inner/way-out'],
      ['a.ts', '--workspace', 'inner'],
      ['--format', 'xml'],
      ['--strict'],
      ['src', '--baseline', 'b.json'],
      ['--baseline'],
      ['--baseline', 'b.json', '--trend'],
      ['--baseline', 'b.json', '--format', 'json'],
      ['--trend', '--format', 'csv'],
      ['--trend', '--suppressions'],
      ['--trend', 'a.ts'],
    ]) {
      const { code, stdout, stderr } = leadlight(path, 'markers', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^leadlight: [^\n]+\n$/, args.join(' '));
    }
  });

  it('gives spreadsheets and pages a table, with suppressions where they are asked for', () => {
    const path = workspace({ 'a.py': '# TODO(@maya): =1+1, "so" | far\nx = 1  # noqa\n' });
    const rows = (...args: readonly string[]) =>
      leadlight(path, 'markers', ...args)
        .stdout.trimEnd()
        .split(/\r?\n/);
    const [head, row, ...rest] = rows('--format', 'csv');
    assert.match(head!, /^path,line,column,tag,kind,text,owner,/);
    assert.match(row!, /^a\.py,1,3,TODO,debt,"'=1\+1, ""so"" \| far",'@maya,/);
    assert.equal(rest.length, 0);
    assert.equal(rows('--format', 'csv', '--suppressions').length, 3);
    const page = rows('--format', 'markdown');
    assert.equal(page.length, 3);
    assert.match(page[2]!, /^\| a\.py:1 \| TODO \| .*1\+1, "so" \\\| far \|/);
  });

  it('says in a table what is excused, and what git knows to be overdue', () => {
    const path = workspace({
      '.leadlight/a.yaml': 'markers: [{ tag: TODO, require: [owner], expires: 30d }]\n',
      'a.ts': '// TODO: a\n\n// leadlight-ignore todo: the vendor decides\n// TODO: b\n',
    });
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Maya', '-c', 'user.email=maya@shop.example', ...args], {
        cwd: path,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first', '--date', '2020-01-01T12:00:00Z');
    const [head, ...rows] = leadlight(path, 'markers', '--format', 'csv')
      .stdout.trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    const facts = ['text', 'deadline', 'overdue', 'missing'].map((name) => head!.indexOf(name));
    assert.deepEqual(
      rows.map((row) => facts.map((at) => row[at])),
      [
        ['a', '2020-01-31', 'yes', 'owner'],
        ['b', '', 'no', ''],
      ],
    );
    assert.match(leadlight(path, 'markers', '--format', 'markdown').stdout, /\| a \|.*\| 2020-01-31 \|/);
  });

  it('finds the same with a cache, without one, and after a change', () => {
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`f${at}.ts`, '// TODO: a\n']));
    const path = workspace(files);
    const first = markersIn(path);
    assert.equal(first.markers.length, 80);
    assert.ok(readdirSync(join(cacheFolder, 'leadlight')).length > 0);
    assert.deepEqual(markersIn(path), first);
    assert.deepEqual(markersIn(path, '--no-cache'), first);
    writeFileSync(join(path, 'f7.ts'), '// TODO: a\n// FIXME: b\n');
    assert.equal(markersIn(path).markers.length, 81);
    assert.deepEqual(markersIn(path), markersIn(path, '--no-cache'));
  });

  it('gives code scanning a log', () => {
    const log = JSON.parse(leadlight(shop(), 'markers', '--format', 'sarif').stdout) as {
      version: string;
      runs: { tool: { driver: { semanticVersion: string; rules: { id: string }[] } }; results: object[] }[];
    };
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.match(run!.tool.driver.semanticVersion, /^\d+\.\d+\.\d+$/);
    const tags = run!.tool.driver.rules.map(({ id }) => id);
    assert.ok(tags.includes('FIXME') && !tags.includes('eslint-disable'), tags.join());
    assert.ok(run!.results.length >= tags.length);
  });

  it('lets no control character of a repository through', () => {
    const texts = hostilePayloads.map(({ text }) => text).filter((text) => text.length < 2_000);
    const path = workspace({
      'a.ts': texts.map((text) => `// TODO: ${text.replace(/[\r\n\u2028\u2029\0]/g, ' ')}\n`).join(''),
      '\u001b[31m\u202e.ts': '// TODO(\u001b[31m): \u202e\n',
      '\u001b[32m.bin': new Uint8Array([0]),
    });
    assert.ok(pathsIn(path).length > texts.length / 2);
    for (const format of ['text', 'json', 'csv', 'markdown', 'sarif']) {
      const { code, stdout, stderr } = leadlight(path, 'markers', '--format', format);
      assert.equal(code, 0, stderr);
      assert.doesNotMatch(
        // Lines of CSV end as RFC 4180 has it.
        (format === 'csv' ? stdout.replaceAll('\r\n', '\n') : stdout) + stderr,
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
        format,
      );
    }
  });

  it('ends quietly when nobody reads on', () => {
    const path = workspace({ 'a.ts': '// TODO: again and again\n'.repeat(40_000) });
    const call = [process.execPath, commandLine, 'markers'].map((word) => `'${word}'`).join(' ');
    const { stdout, stderr } = spawnSync('sh', ['-c', `${call} | head -n 1`], {
      cwd: path,
      encoding: 'utf8',
    });
    assert.deepEqual([stdout, stderr], ['a.ts:1:4 TODO again and again\n', '']);
  });

  it('says nothing on the error output of a script', () => {
    assert.equal(leadlight(shop(), 'markers').stderr, '');
  });

  it('explains each command', () => {
    for (const name of ['explain', 'guidance', 'markers', 'check', 'lsp']) {
      const { code, stdout } = leadlight(folder.path, name, '--help');
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^leadlight ${name}\\b[^\\n]*: `));
      assert.match(stdout, /\nExit codes: 0 answered/);
    }
    execFileSync(process.execPath, [commandLine, 'markers', '-h']);
  });
});
