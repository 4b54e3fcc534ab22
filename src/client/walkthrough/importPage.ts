import { codeBlock, escapeInline } from '../../core/text/markdown';
import type { TourImport } from '../../core/walkthroughAuthoring';

/** What will be written, file by file, and what has no place in it. */
export function importPage({ files, left }: TourImport): string {
  const parts = [
    '# What will be written',
    ...files.flatMap(({ path, from, notes, text }) => [
      `## ${escapeInline(path)}`,
      `From ${escapeInline(from)}.`,
      notes.map((note) => `- ${escapeInline(note)}`).join('\n'),
      codeBlock(text, 'markdown', Infinity),
    ]),
    ...(left.length === 0 ? [] : ['## Left alone']),
    left.map(({ from, why }) => `- ${escapeInline(from)}: ${escapeInline(why)}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
