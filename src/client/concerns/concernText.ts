import type { Concern } from '../../core/review/answer';
import type { AnchorPlace } from '../../core/text/contentAnchor';
import { cut } from '../../core/text/cut';
import { cleanLine, codeBlock } from '../../core/text/markdown';

/** Commands that only a thread or one of its comments can call. */
export const threadCommands = [
  'leadlight.replyToConcern',
  'leadlight.resolveConcern',
  'leadlight.reopenConcern',
  'leadlight.deleteConcern',
  'leadlight.editComment',
  'leadlight.saveComment',
  'leadlight.cancelComment',
  'leadlight.deleteComment',
] as const;

/** What the head of a thread says; plain text. */
export function threadLabel({ state }: Pick<Concern, 'state'>, place: AnchorPlace): string {
  if (place.state === 'missing') return 'The code it was about is gone';
  if (place.state === 'ambiguous') return 'The code it was about cannot be told from other code';
  return state === 'resolved' ? 'Concern, resolved' : 'Concern';
}

/** Markdown that shows the lines of a concern that has no place; `undefined` where it has one. */
export function lostText(
  { anchor }: Pick<Concern, 'anchor'>,
  place: AnchorPlace,
  languageId: string,
): string | undefined {
  if ('span' in place) return undefined;
  const sentence =
    place.state === 'missing'
      ? 'The code it was about is gone. It was near line'
      : 'The code it was about stands here more than once, or nothing near it stands here only once. It was near line';
  return `${sentence} ${anchor.line + 1}:\n\n${codeBlock(anchor.lines.join('\n'), languageId)}`;
}

/** A line for a list, plain text: where it is, and what was said first. */
export function concernLine({ path, anchor, comments }: Concern): {
  readonly label: string;
  readonly description: string;
} {
  return {
    label: cut(cleanLine(comments[0]?.text ?? ''), 120),
    description: `${cleanLine(path)}:${anchor.line + 1}`,
  };
}
