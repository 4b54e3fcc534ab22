import { cleanLine } from '../text/markdown';
import type { Answer } from './answer';
import { isLater, latestAnswers } from './answers';
import type { HeldReview } from './heldItem';
import { type ReadOptions, readAnswers, type TextAnswer } from './readAnswers';
import type { ReadBlock } from './reviewItem';

/** Reads answers back from a text that somebody may have edited; what differs from the answers that are known. */
export function readBlock(
  text: string,
  held: HeldReview,
  { known, ...options }: ReadOptions & { readonly known: readonly Answer[] },
): ReadBlock {
  const { answers, problems } = readAnswers(text, held, options);
  return {
    answers: answers.flatMap((each) => {
      const { item, role } = each.answer;
      const own = latestAnswers(known.filter((answer) => answer.role === role)).get(item);
      return news(each, own, options.now);
    }),
    problems,
  };
}

/** What to keep of an answer beside the one that is known: nothing where they say the same, or it is older. */
function news({ answer, is }: TextAnswer, own: Answer | undefined, now: string): readonly Answer[] {
  if (own === undefined) return answer.state === 'open' ? [] : [answer];
  // What lost its comment, and a trailer, say no more than the state, and the note where they have one.
  const isSame =
    own.state === answer.state &&
    (answer.state === 'open' ||
      (is === 'bare'
        ? answer.note === undefined || isSameNote(answer, own)
        : isSameNote(answer, own) && own.fingerprint === answer.fingerprint));
  if (isSame) return [];
  // The same answer with another note was edited by hand.
  const news = is === 'written' && own.at === answer.at ? { ...answer, at: now } : answer;
  return isLater(news, own) ? [news] : [];
}

function isSameNote({ note = '' }: Answer, { note: other = '' }: Answer): boolean {
  return cleanLine(note) === cleanLine(other);
}
