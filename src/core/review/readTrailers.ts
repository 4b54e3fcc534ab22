import type { AnswerState } from './answer';
import type { ReadOptions, TextAnswer } from './readAnswers';

/** The answers in the trailers of a commit message; of two to one item the last counts. */
export function readTrailers(text: string, { role, now }: ReadOptions): readonly TextAnswer[] {
  const byItem = new Map<string, TextAnswer>();
  const form = /^Leadlight-Review: (\S+) (pass|na|concern) ([0-9a-f]{14}|no-diff)[ \t]*\r?$/gm;
  for (const [, item = '', state, fingerprint = ''] of text.matchAll(form))
    byItem.set(item, {
      answer: { version: 1, item, state: state as AnswerState, role, at: now, fingerprint },
      is: 'bare',
    });
  return [...byItem.values()];
}
