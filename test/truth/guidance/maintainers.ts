import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { readMaintainers } from '../../../src/core/guidance/owners/maintainers';
import { listWorkspace } from '../../../src/core/guidance/workspaceFiles';
import { createCompilers } from '../../../src/core/match/compilers';
import { areasAt } from '../../../src/core/match/scope';
import { fileUri } from '../../../src/node/fileUri';
import { createNodeHost } from '../../../src/node/nodeHost';

const wanted = 400;

/** What the script prints for a file: sections only, without asking git, and without reading the file. */
const options = [
  ...['--no-git', '--no-git-fallback', '--no-keywords', '--no-fixes', '--no-rolestats', '--no-tree'],
  ...['--sections', '-f'],
];

/**
 * Asks the kernel's own `get_maintainer.pl` for the sections of some hundred files of its tree, and compares them with
 * the areas that Leadlight finds for each, in their order. Prints what differs; 0 where nothing does.
 */
export async function main([tree = '']: readonly string[]): Promise<number> {
  const silent = () => undefined;
  const host = createNodeHost({ log: { error: silent, warn: silent, info: silent, debug: silent } });
  const root = `${fileUri(tree)}/`;
  const source = readMaintainers({
    uri: `${root}MAINTAINERS`,
    folder: root,
    linkBase: root,
    text: readFileSync(join(tree, 'MAINTAINERS'), 'utf8'),
    compilers: createCompilers(),
  });
  const guidance = assembleGuidance(root, [{ source, rank: Infinity }]);
  const files = (await listWorkspace(host, root))?.files ?? [];
  const counts = { 'the same order': 0, 'the same sections': 0, others: 0 };
  let sections = 0;
  for (let at = 0; at < wanted; at++) {
    const path = files[Math.floor((at * files.length) / wanted)]!;
    const own = areasAt(guidance, path).map(({ title }) => title);
    const theirs = sectionsOf(tree, path);
    sections += theirs.length;
    const isSame = own.toSorted().join('\n') === theirs.toSorted().join('\n');
    const kind =
      own.join('\n') === theirs.join('\n') ? 'the same order' : isSame ? 'the same sections' : 'others';
    counts[kind]++;
    if (kind !== 'the same order')
      console.log(`${path}: ${own.join(' | ')} instead of ${theirs.join(' | ')}`);
  }
  console.log(`${wanted} files in ${sections} sections: ${JSON.stringify(counts)}`);
  return counts.others === 0 && sections > wanted ? 0 : 1;
}

/** Titles, in the order in which they are printed. */
function sectionsOf(tree: string, path: string): readonly string[] {
  const script = join(tree, 'scripts', 'get_maintainer.pl');
  const { status, stdout, stderr } = spawnSync('perl', [script, ...options, path], {
    cwd: tree,
    encoding: 'utf8',
    // Else Perl orders what is equally deep anew in each run.
    env: { ...process.env, PERL_HASH_SEED: '0', PERL_PERTURB_KEYS: '0' },
  });
  if (status !== 0) throw new Error(`get_maintainer.pl failed at ${path}: ${stderr}`);
  return stdout
    .split(/\n\s*\n/u)
    .map((section) => section.trim().split('\n'))
    .filter((lines) => lines.some((line) => /^[A-Z]:/u.test(line)))
    .map(([title = '']) => title.trim().replace(/\s+/gu, ' '));
}
