import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { Git } from '../../../src/core/git';
import type { AnchorHost } from '../../../src/core/walkthrough/anchorFiles';
import { readText } from '../../../src/core/walkthrough/anchorText';
import { proposeAnchor } from '../../../src/core/walkthrough/proposeAnchor';
import { createAnchorResolver } from '../../../src/core/walkthrough/resolveAnchors';
import { createMemoryGit } from '../../core/memoryGit';

const commits = 200;
const root = 'file:///w/';
const sourceUri = `${root}.leadlight/g.yaml`;
const code = /\.(ts|js|go|java|kt|php|py|rb|rs|c|cc|cpp|h)$/u;

/**
 * Makes anchors in repositories as they were 200 commits ago, and looks where they lead in the newest commit. What is
 * true is what `git blame --reverse` says of the line. Prints one line for each repository; 0 where none is wrong.
 */
export async function main(folders: readonly string[], wanted = 50): Promise<number> {
  const all = { followed: 0, reported: 0, wrong: 0 };
  for (const folder of folders) {
    const counts = await measure(folder, Math.ceil(wanted / folders.length));
    console.log(`${basename(dirname(folder)) || folder}: ${JSON.stringify(counts)}`);
    for (const key of ['followed', 'reported', 'wrong'] as const) all[key] += counts[key];
  }
  console.log(`all: ${JSON.stringify(all)}`);
  return all.wrong === 0 && folders.length > 0 ? 0 : 1;
}

async function measure(
  folder: string,
  wanted: number,
): Promise<{ followed: number; reported: number; wrong: number }> {
  const run = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const show = (commit: string, path: string) => {
    try {
      return new TextEncoder().encode(run('show', `${commit}:${path}`));
    } catch {
      return undefined;
    }
  };
  const then = run('rev-parse', `HEAD~${commits}`).trim();
  const paths = run('ls-tree', '-r', '--name-only', then)
    .split('\n')
    .filter((path) => code.test(path));
  const host: AnchorHost = {
    async readFile(uri) {
      const bytes =
        uri === sourceUri
          ? new TextEncoder().encode('x\n')
          : show('HEAD', decodeURIComponent(uri.slice(root.length)));
      return bytes && { kind: 'bytes', bytes };
    },
    readDirectory: async () => [],
    realUri: async (uri) => uri,
  };
  const git: Git = {
    ...createMemoryGit(),
    blame: async () => ({ lines: [{ commit: then, author: '', email: '', day: '' }] }),
    fileIn: async (_folder, { commit, path }) => show(commit, path),
  };
  const resolver = createAnchorResolver({ host, root, git });
  const counts = { followed: 0, reported: 0, wrong: 0 };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  for (let index = 0; index < wanted; index += 1) {
    const path = paths[Math.floor((index * paths.length) / wanted)]!;
    const text = readText(new TextDecoder().decode(show(then, path)), path);
    const line = (index * 37 + 11) % Math.max(text.lines.length - 1, 1);
    const at = index % 2 === 0 ? proposeAnchor(text, { start: line, end: line }).at : { line: line + 1 };
    const anchor = await resolver.resolve(
      { at: { file: path, ...at }, range },
      { uri: sourceUri, folder: root },
    );
    if (anchor.range === undefined) {
      counts.reported += 1;
      continue;
    }
    const [head = ''] = run(
      'blame',
      '--reverse',
      '-w',
      '--porcelain',
      '-L',
      `${line + 1},${line + 1}`,
      `${then}..HEAD`,
      '--',
      path,
    ).split('\n');
    const [commit, number] = head.split(' ');
    const isThere = commit === run('rev-parse', 'HEAD').trim();
    const isRight = isThere && Number(number) === anchor.range.start.line + 1;
    counts[isRight ? 'followed' : 'wrong'] += 1;
    if (!isRight)
      console.log(
        `${path}:${line + 1} ${JSON.stringify(at)} leads to ${anchor.range.start.line + 1}, blame: ${head}`,
      );
  }
  return counts;
}
