import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { leadlight } from './commandLine';

describe('leadlight export', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const file = (path: string) => join(folder.path, path);
  const write = (path: string, text: string) => {
    mkdirSync(join(file(path), '..'), { recursive: true });
    writeFileSync(file(path), text);
  };
  const run = (...args: readonly string[]) => leadlight(folder.path, 'export', ...args);

  it('writes a part of AGENTS.md, and leaves the rest as it is', () => {
    write('.leadlight/g.yaml', 'philosophies: [{ id: a, title: A, why: B. }, { id: c, title: C, why: D. }]');
    write('AGENTS.md', '# Ours\r\n\r\nKeep this.\r\n');
    assert.deepEqual([run('--to', 'agents', '--check').code, existsSync(file('.cursor'))], [3, false]);
    assert.equal(run('--to', 'agents').code, 0);
    const text = readFileSync(file('AGENTS.md'), 'utf8');
    assert.ok(text.startsWith('# Ours\r\n\r\nKeep this.\r\n\r\n<!-- Generated'));
    assert.ok(!/[^\r]\n/.test(text));
    assert.deepEqual(
      [run('--to', 'agents', '--check').stdout, run('--to', 'agents').stdout],
      ['Up to date.\n', 'Up to date; nothing was written.\n'],
    );
    write('.leadlight/g.yaml', 'terms: [{ term: fee, means: Money. }]');
    assert.equal(run('--to', 'agents').code, 0);
    assert.equal(readFileSync(file('AGENTS.md'), 'utf8').trim(), '# Ours\r\n\r\nKeep this.');
  });

  it('writes a file for each philosophy, takes away what is no more, and nothing of others', () => {
    write('.leadlight/g.yaml', 'philosophies: [{ id: a, title: A, why: B. }, { id: c, title: C, why: D. }]');
    write('.cursor/rules/leadlight/mine.mdc', 'Mine.\n');
    assert.equal(run('--to', 'cursor').code, 0);
    write('.leadlight/g.yaml', 'philosophies: [{ id: a, title: A, why: Better. }]');
    const { stdout } = run('--to', 'cursor');
    assert.equal(
      stdout,
      '.cursor/rules/leadlight/a.mdc\n.cursor/rules/leadlight/c.mdc (no longer)\n2 files written or removed.\n',
    );
    assert.ok(existsSync(file('.cursor/rules/leadlight/mine.mdc')));
  });

  it('refuses to write over what it did not write, and behind a link', () => {
    write('.claude/rules/leadlight/a.md', 'By hand.\n');
    const { code, stderr } = run('--to', 'claude');
    assert.deepEqual([code, readFileSync(file('.claude/rules/leadlight/a.md'), 'utf8')], [1, 'By hand.\n']);
    assert.match(stderr, /was not generated/);
    const outside = temporaryFolder();
    symlinkSync(outside.path, file('.github'));
    assert.match(run('--to', 'copilot').stderr, /lies behind a link/);
    assert.equal(existsSync(join(outside.path, 'instructions')), false);
    outside.remove();
  });

  it('says for whom it can write', () => {
    assert.deepEqual([run().code, run('--to', 'vim').code], [2, 2]);
  });
});
