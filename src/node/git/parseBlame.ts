import type { BlamedLine } from '../../core/git';
import { isDay } from '../../core/text/day';

export interface ParsedBlame {
  /** One for each line as git counts them; `undefined` for one that is not committed. */
  readonly lines: readonly (BlamedLine | undefined)[];
  /** Whether history ends at one of the commits. */
  readonly reachesBoundary: boolean;
}

/** What `git blame --incremental` prints: for each run of lines its commit, which is described the first time. */
export function parseBlame(output: string): ParsedBlame {
  const commits = new Map<string, BlamedLine>();
  const lines: (BlamedLine | undefined)[] = [];
  let reachesBoundary = false;
  let run: { commit: string; first: number; count: number } | undefined;
  let described: Record<string, string> = {};
  for (const line of output.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/u.exec(line);
    if (head !== null) {
      run = { commit: head[1]!, first: Number(head[2]) - 1, count: Number(head[3]) };
      described = {};
      continue;
    }
    const space = line.indexOf(' ');
    const key = space === -1 ? line : line.slice(0, space);
    described[key] = space === -1 ? '' : line.slice(space + 1);
    if (key === 'boundary') reachesBoundary = true;
    if (key !== 'filename' || run === undefined) continue;
    const { commit, first, count } = run;
    if (described.author !== undefined) commits.set(commit, lineOf(commit, described));
    const blamed = /^0+$/u.test(commit) ? undefined : commits.get(commit);
    for (let at = first; at < first + count; at += 1) lines[at] = blamed;
  }
  return { lines, reachesBoundary };
}

function lineOf(commit: string, described: Readonly<Record<string, string>>): BlamedLine {
  return {
    commit,
    author: described.author ?? '',
    email: (described['author-mail'] ?? '').replace(/^<(.*)>$/u, '$1'),
    day: dayAt(Number(described['author-time']), described['author-tz'] ?? '+0000'),
  };
}

/**
 * The day that it was where the author sat; `zone` as git writes it, `+0530`. A commit can claim any second, also one
 * that no calendar has: then it is empty.
 */
function dayAt(seconds: number, zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/u.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const moment = new Date((seconds + offset * 60) * 1000);
  const day = Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
  return isDay(day) ? day : '';
}
