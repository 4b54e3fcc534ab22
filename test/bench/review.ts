import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../host/processes.mjs';
import { largeProgram } from './largeProgram';
import { inTurns, type Row, timed } from './measure';
import type { ReviewTimes } from './reviewOnce';
import type { Stage } from './stage';

const runs = 7;
const changed = 1_000;
const unchanged = 2_000;
const items = 100;

/** A checklist of 100 items held against a diff of 1,000 files, beside git's own count of its lines. */
export async function review(stage: Stage): Promise<readonly Row[]> {
  const folder = stage.temporaryFolder();
  makeRepository(folder);
  const own = async (): Promise<ReviewTimes> => {
    const { code, output } = await runProgram(process.execPath, [stage.reviewOnce, folder]);
    if (code !== 0) throw new Error(`the review of ${folder} failed:\n${output}`);
    const times = JSON.parse(output) as ReviewTimes;
    if (times.files !== changed || times.items !== items)
      throw new Error(`${times.items} items on ${times.files} files`);
    return times;
  };
  const other = async (): Promise<ReviewTimes> => {
    const first = await timed(async () => {
      const { output } = await runProgram('git', ['diff', '--numstat', 'main'], { cwd: folder });
      if (output.split('\n').length !== changed + 1) throw new Error(`git tells of other files:\n${output}`);
    });
    return { first, git: first, again: 0, block: 0, files: changed, items };
  };
  const [ours = [], theirs = []] = await inTurns(runs, [own, other]);
  const all = (side: readonly ReviewTimes[], pick: (times: ReviewTimes) => number) => side.map(pick);
  const first = all(ours, (times) => times.first);
  const numstat = { what: 'git diff --numstat', figures: all(theirs, (times) => times.first) };
  return [
    {
      what: `review: ${items} items on a diff of ${changed.toLocaleString('en')} files, the first time`,
      unit: 'ms',
      own: first,
      besides: numstat,
      goal: '1.5x',
    },
    { what: 'review: of that, the diff', unit: 'ms', own: all(ours, ({ git }) => git), besides: numstat },
    {
      what: 'review: again after one file was saved',
      unit: 'ms',
      own: all(ours, ({ again }) => again),
      besides: { what: 'first time', figures: first },
      goal: '0.1x',
    },
    {
      what: 'review: longest block of the event loop (under 50 ms)',
      unit: 'ms',
      own: all(ours, ({ block }) => block),
    },
  ];
}

/** Files of all sizes that people write, of which the branch changes a third in a few places each. */
function makeRepository(folder: string): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const program = largeProgram(changed + unchanged + 400).split('\n');
  const linesOf = (file: number) => {
    const lines = [`// File ${file}`, ...program.slice(file, file + 50 + (file % 300))];
    // As in real code, few files hold a marker.
    return file % 10 === 0 ? lines : lines.map((line) => line.replace(/TODO|FIXME/, 'Note'));
  };
  const pathOf = (file: number) => `src/part${file % 40}/file${file}.ts`;
  git('init', '--quiet', '--initial-branch=main', '.');
  git('config', 'user.name', 'Maya');
  git('config', 'user.email', 'maya@example.com');
  write('.leadlight/guidance.yaml', checklist());
  write('package.json', '{ "dependencies": {} }\n');
  for (let file = 0; file < changed + unchanged; file += 1)
    write(pathOf(file), `${linesOf(file).join('\n')}\n`);
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Begin');
  git('checkout', '--quiet', '-b', 'feature');
  for (let file = 0; file < changed; file += 1) {
    const lines = linesOf(file).map((line, at) => (at % 40 === file % 40 ? `${line} // edited` : line));
    write(pathOf(file), `${lines.join('\n')}\n`);
  }
  git('commit', '--quiet', '--all', '-m', 'Change much');
}

/** What checklists ask most often: of paths, then of sizes and changed lines, now and then of whole contents. */
function checklist(): string {
  const questions = [
    (at: number) => `changed: "src/part${at % 40}/**"`,
    (at: number) => `changed: "src/**/file${at}*.ts"`,
    (at: number) => `changed: "src/part${at % 40}/**", without: "test/**"`,
    (at: number) => `added: "**/*.${at}.ts"`,
    (at: number) => `only: "docs${at}/**"`,
    (at: number) => `lines: "> ${at * 100}"`,
    (at: number) => `addedLine: 'edited${at}?$'`,
    (at: number) => `removedLine: '\\bService${at}\\b'`,
    (at: number) => `languages: typescript, changed: "src/part${at % 40}/*"`,
    (at: number) => `any: [{ deleted: "src/part${at % 40}/**" }, { fileCount: "> ${at * 10}" }]`,
  ];
  const few = [
    `content: 'fetch\\(.*timeout'`,
    `debt: "> 0"`,
    `counterpart: { of: "src/{name}.ts", is: "test/{name}.test.ts" }`,
    `key: "package.json#/dependencies"`,
    'skippedTests: true',
    'firstTime: true',
    'preset: publicApi',
    `testRatio: "< 0.1"`,
    'lockfile: true',
    `not: { branch: "^main$" }`,
  ];
  const lines = Array.from({ length: items }, (_, at) => {
    const when = few[at] ?? questions[at % questions.length]!(at);
    return `      - { id: item-${at}, ask: "Question ${at}?", when: { ${when} } }`;
  });
  return `checklists:\n  - id: review\n    title: Review\n    for: reviewer\n    items:\n${lines.join('\n')}\n`;
}
