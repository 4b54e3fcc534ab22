import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formats } from '../../../src/core/guidance/formats';
import type { Source } from '../../../src/core/guidance/model';
import { createService } from '../../../src/core/service';
import { createV8Regex } from '../../../src/node/v8Regex';
import { cloneHost, cloneRoot, pathOf } from './cloneHost';

interface Read {
  readonly repository: string;
  readonly source: Source;
}

/**
 * Reads all guidance in the newest commits of clones, each as a workspace of its own, and prints a table: for each format
 * how many files, entries and problems. `CLONE:FROM=TO` shows what lies in one folder as if it lay in another. Returns 0
 * where nothing was thrown. `--show` prints each problem, `--write` puts the table into media/truth.md.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const clones = args.filter((arg) => !arg.startsWith('--'));
  const reads: Read[] = [];
  let thrown = 0;
  for (const clone of clones) {
    const repository = nameOf(clone);
    try {
      const found = await readClone(clone);
      reads.push(...found.map((source) => ({ repository, source })));
    } catch (error) {
      thrown += 1;
      console.log(`${repository}: ${String(error)}`);
    }
  }
  if (args.includes('--show')) for (const read of reads) showProblems(read);
  const table = tableOf(reads);
  const written = `${table}\n\nRead: ${reads.length} files of ${clones.length} repositories, ${thrown} of which threw.`;
  console.log(`\n${written}`);
  if (args.includes('--write')) writeTable(root, written);
  return thrown === 0 && clones.length > 0 ? 0 : 1;
}

async function readClone(argument: string): Promise<readonly Source[]> {
  const failures: string[] = [];
  const [clone = '', from, to = ''] = argument.split(/[:=]/u);
  const host = cloneHost({
    clone,
    placeOf: (path) => (from !== undefined && path.startsWith(from) ? to + path.slice(from.length) : path),
    onError: (message) => failures.push(message),
  });
  const service = createService({ host, engine: createV8Regex() });
  await service.setFolders([cloneRoot]);
  const sources = service.guidance().flatMap((guidance) => guidance.sources);
  // What is wrong beside a source, such as an entry that is there twice, belongs to it, too.
  const problems = service.problems();
  service.dispose();
  if (failures.length > 0) throw new Error(failures.join('; '));
  return sources.map((source) => ({
    ...source,
    problems: problems.filter((problem) => problem.uri === source.uri),
  }));
}

/** The folder above `repo` or `.git`, which is what clones of many repositories are told apart by. */
function nameOf(argument: string): string {
  const [clone = ''] = argument.split(':');
  const name = basename(clone);
  return name === 'repo' || name === '.git' ? basename(dirname(clone)) : name;
}

function showProblems({ repository, source }: Read): void {
  for (const { code, message, range } of source.problems)
    console.log(`${repository}:${pathOf(source.uri)}:${range.start.line + 1}: ${code}: ${message}`);
}

function tableOf(reads: readonly Read[]): string {
  const rows = Object.values(formats).flatMap((format) => {
    const own = reads.filter(({ source }) => source.format?.title === format.title);
    if (own.length === 0) return [];
    const repositories = new Set(own.map(({ repository }) => repository)).size;
    const entries = own.flatMap(({ source }) => source.entries).length;
    return [[format.title, repositories, own.length, entries, problemsOf(own)]];
  });
  const head = ['Format', 'Repositories', 'Files', 'Entries', 'Problems'];
  return [head, ['---', '--:', '--:', '--:', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** How often each, most first. */
function problemsOf(reads: readonly Read[]): string {
  const counts = new Map<string, number>();
  for (const { code } of reads.flatMap(({ source }) => source.problems))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ');
}

/** Between the marks in media/truth.md. */
function writeTable(root: string, table: string): void {
  const path = join(root, 'media', 'truth.md');
  const written = readFileSync(path, 'utf8').replace(
    /(<!-- guidance -->)[^]*(<!-- \/guidance -->)/u,
    (_, start: string, end: string) => `${start}\n\n${table}\n\n${end}`,
  );
  writeFileSync(path, written);
}
