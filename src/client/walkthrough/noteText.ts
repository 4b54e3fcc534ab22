import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';
import { cleanLine, escapeInline } from '../../core/text/markdown';
import type { Note } from '../state/note';

const maxTitle = 120;

/** A note as an issue: its title in the first line, an empty line, and Markdown; ends with a line break. */
export function noteIssue(note: Note): string {
  const facts = [
    ['Walkthrough', note.walkthrough.title],
    ['Step', note.step.title],
    ['Where', note.path],
    ['Took', tookWords(note.seconds)],
  ] as const;
  const lines = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${name}: ${escapeInline(value)}`],
  );
  return `${cut(cleanLine(note.text), maxTitle)}\n\n${escapeInline(note.text)}\n\n${lines.join('\n')}\n`;
}

/** A note as an item of a Markdown list; ends with a line break. */
export function noteLine({ text, written, walkthrough, step, seconds }: Note): string {
  const where = `${escapeInline(walkthrough.title)}, ${escapeInline(step.title)}`;
  return `- ${written.slice(0, 10)}, ${where}, took ${tookWords(seconds)}: ${escapeInline(text)}\n`;
}

export function tookWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  return counted(Math.round(minutes / 60), 'hour');
}
