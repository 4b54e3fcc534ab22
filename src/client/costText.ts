import type { CostReport, SlowThing } from '../core/features/cost';
import { escapeInline } from '../core/text/markdown';

/** What Leadlight's work took, as a page of Markdown. */
export function costText({ activities, patterns, files, skipped, memoryBytes }: CostReport): string {
  const memory =
    memoryBytes === undefined ? [] : [`Memory of the server: ${Math.round(memoryBytes / 1e6)} MB.`];
  const work = [...activities].sort((a, b) => b.milliseconds - a.milliseconds);
  return [
    '# What Leadlight costs',
    'Since its server started in this window. Times are in milliseconds.',
    ...memory,
    '## Work',
    work.length === 0
      ? 'Nothing was done yet.'
      : table(
          ['Activity', 'Times', 'Together', 'Longest'],
          work.map(({ name, times, milliseconds, longest }) => [
            escapeInline(name),
            String(times),
            round(milliseconds),
            round(longest),
          ]),
        ),
    ...slowest('Slowest patterns', patterns),
    ...slowest('Slowest files', files),
    ...(skipped.length === 0
      ? []
      : ['## Left out', skipped.map((sentence) => `- ${escapeInline(sentence)}`).join('\n')]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function slowest(title: string, things: readonly SlowThing[]): readonly string[] {
  if (things.length === 0) return [];
  const rows = things.map(({ name, milliseconds, line }) => [
    escapeInline(line === undefined ? name : `${name}, line ${line + 1}`),
    round(milliseconds),
  ]);
  return [`## ${title}`, table(['Where', 'Milliseconds'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function round(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}
