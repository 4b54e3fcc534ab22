import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeownersPlaces, parseCodeowners } from '../../../src/core/guidance/owners/codeowners';

/** A last `*` stops at its level on GitHub, and goes on below it in git. */
const isOther = /(?:^|[^*])\/\*$/u;

/**
 * Compares the files that each rule of GitHub's CODEOWNERS owns in clones with those that `git ls-files` finds by the same
 * pattern, and prints how many rules there are and how many own nothing. Returns 0 where all own the same files.
 */
export function main(clones: readonly string[]): number {
  const counts = { repositories: 0, rules: 0, dead: 0, differ: 0, 'not compared': 0 };
  const empty = mkdtempSync(join(tmpdir(), 'leadlight-'));
  try {
    for (const clone of clones) compare(clone, { empty, counts });
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
  console.log(JSON.stringify(counts));
  return counts.rules > 0 && counts.differ === 0 ? 0 : 1;
}

function compare(
  clone: string,
  {
    empty,
    counts,
  }: {
    readonly empty: string;
    readonly counts: Record<'repositories' | 'rules' | 'dead' | 'differ' | 'not compared', number>;
  },
): void {
  // Of a clone nothing is changed: the names of its files stand in an index that lies elsewhere.
  const env = {
    ...process.env,
    ...{ GIT_INDEX_FILE: join(empty, '.index'), GIT_WORK_TREE: empty, GIT_CONFIG_GLOBAL: devNull },
  };
  const folder = execFileSync('git', ['-C', clone, 'rev-parse', '--absolute-git-dir'], {
    encoding: 'utf8',
  }).trim();
  const run = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', folder, ...args], {
      cwd: empty,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  const list = (...args: readonly string[]) =>
    run(...args)
      .split('\0')
      .slice(0, -1);
  const paths = list('ls-tree', '-rz', '--name-only', 'HEAD');
  const place = codeownersPlaces.find((path) => !path.startsWith('.gitlab/') && paths.includes(path));
  if (place === undefined) return;
  run('read-tree', 'HEAD');
  counts.repositories++;
  for (const { pattern, matches } of parseCodeowners(run('show', `HEAD:${place}`), place).rules) {
    if (isOther.test(pattern)) {
      counts['not compared']++;
      continue;
    }
    const own = paths.filter(matches);
    const theirs = list('ls-files', '--cached', '--ignored', '-z', '-x', pattern);
    counts.rules++;
    if (theirs.length === 0) counts.dead++;
    if (own.toSorted().join('\0') === theirs.toSorted().join('\0')) continue;
    counts.differ++;
    console.log(`${clone}: ${pattern} owns ${own.length} files, git finds ${theirs.length}`);
  }
}
