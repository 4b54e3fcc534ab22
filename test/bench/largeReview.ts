import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { Row } from './measure';
import type { ReviewBlocks } from './reviewBlocks';
import { scriptedWindow } from './scriptedWindow';
import type { Stage } from './stage';

const runs = 3;
const changed = 200;

/** The view Review, opened on the sources of Linux: how long the extension host is kept, which all extensions share. */
export async function largeReview(stage: Stage): Promise<readonly Row[]> {
  const linux = await stage.setUpLinuxSource();
  if (linux === undefined) {
    console.log('\nThe review of Linux is left out: only Debian with root can fetch its sources.');
    return [];
  }
  const workspace = join(stage.temporaryFolder(), 'linux');
  const files = makeRepository(linux, workspace);
  // A server's window looks for open ports now and then, for which it starts processes.
  const userSettings = { 'remote.autoForwardPorts': false };
  const editor = await stage.startEditor({ extension: stage.extension, workspace, userSettings });
  const windows: ReviewBlocks[] = [];
  try {
    for (let run = 0; run < runs; run += 1) windows.push(await openReview(editor, stage.reviewBlocks));
  } finally {
    await editor.stop();
  }
  const what = `the view Review on Linux, ${files.toLocaleString('en')} files, ${changed} changed`;
  return [
    {
      what: `${what}: longest block of the extension host (under 50 ms)`,
      unit: 'ms',
      own: windows.map(({ review }) => review),
      besides: { what: 'the same window before', figures: windows.map(({ idle }) => idle) },
    },
    { what: `${what}: until it was there`, unit: 'ms', own: windows.map(({ took }) => took) },
  ];
}

async function openReview(
  editor: Awaited<ReturnType<Stage['startEditor']>>,
  script: string,
): Promise<ReviewBlocks> {
  const printed = await scriptedWindow(editor, script);
  const [, blocks] = /^blocks (.*)$/m.exec(printed) ?? [];
  if (blocks === undefined) throw new Error(`the window did not tell its blocks:\n${printed.slice(-4000)}`);
  return JSON.parse(blocks) as ReviewBlocks;
}

/** A copy with all files committed and some changed since; gives how many files it has. */
function makeRepository(source: string, folder: string): number {
  cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, env, stdio: 'pipe', maxBuffer: 2 ** 26 }).toString();
  mkdirSync(join(folder, '.leadlight'));
  writeFileSync(join(folder, '.leadlight', 'review.yaml'), checklist);
  // Linux has git ignore all names that begin with a dot.
  appendFileSync(join(folder, '.gitignore'), '!.leadlight/\n');
  git('init', '--quiet', '--initial-branch=main', '.');
  git('config', 'user.name', 'Maya');
  git('config', 'user.email', 'maya@example.com');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Begin');
  git('checkout', '--quiet', '-b', 'feature');
  const files = git('ls-files', '-z').split('\0').slice(0, -1);
  const drivers = files.filter((path) => /^drivers\/.*\.c$/.test(path));
  const step = Math.floor(drivers.length / changed);
  for (let file = 0; file < changed; file += 1)
    appendFileSync(join(folder, drivers[file * step]!), '/* TODO: edited */\n');
  return files.length;
}

const checklist = `checklists:
  - id: review
    title: Review
    for: anyone
    items:
      - { id: drivers, ask: Does it still load?, when: { changed: "drivers/**" } }
      - { id: headers, ask: Who includes it?, when: { changed: "include/**" } }
      - { id: debt, ask: Is the debt agreed on?, when: { debt: "> 0" } }
      - { id: locks, ask: Is the order of locks the same?, when: { content: 'spin_lock' } }
      - { id: large, ask: Can a part of it go first?, when: { fileCount: "> 20" } }
`;
