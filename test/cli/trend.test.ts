import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { leadlight } from './commandLine';

describe('leadlight markers --trend', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const shop = join(folder.path, 'a shop');

  function git(day: string, ...args: readonly string[]): void {
    const dates = { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    const env = { ...process.env, ...dates, GIT_CONFIG_GLOBAL: devNull };
    const person = ['-c', 'user.name=Maya', '-c', 'user.email=maya@example.com'];
    execFileSync('git', [...person, ...args], { cwd: shop, env });
  }

  function commit(day: string, text: string): void {
    writeFileSync(join(shop, 'a.ts'), text);
    git(day, 'add', '.');
    git(day, 'commit', '--quiet', '-m', day);
  }

  it('shows markers over time, also from what it kept', () => {
    mkdirSync(shop);
    assert.match(leadlight(shop, 'markers', '--trend').stderr, /git knows no history/);
    git('2024-01-01', 'init', '--quiet');
    commit('2024-01-01', '// TODO: one\n');
    commit('2024-02-01', '// TODO: one\n// FIXME: two\n// eslint-disable-line\n');
    commit('2024-03-01', '// FIXME: two\n// TODO: three\n');
    writeFileSync(join(shop, 'a.ts'), '');
    const { code, stdout } = leadlight(shop, 'markers', '--trend');
    assert.equal(code, 0);
    const table = `day         markers      in     out
2024-01-01        1       0       0
2024-02-01        2      +1       0
2024-03-01        2      +1      -1

▅██
`;
    assert.ok(stdout.startsWith(table), stdout);
    assert.match(stdout.slice(table.length), /^Half of today's markers are at least \d+ days old\.\n$/);
    assert.equal(leadlight(shop, 'markers', '--trend').stdout, stdout);
    assert.equal(leadlight(shop, 'markers', '--trend', '--no-cache').stdout, stdout);
    const { points } = JSON.parse(leadlight(shop, 'markers', '--trend', '--format', 'json').stdout) as {
      points: readonly Record<string, unknown>[];
    };
    assert.deepEqual(Object.keys(points[2]!), ['day', 'commit', 'markers', 'inflow', 'outflow']);
  });
});
