import type { ReviewItem, ReviewResult } from '../../core/review/reviewItem';
import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';
import { cleanLine } from '../../core/text/markdown';
import { isDone, itemWords, leftWords, summaryWords, whyText } from './reviewWords';

/** What a person can do with the item that the guided review stands at. */
export type GuideStep = 'pass' | 'na' | 'concern' | 'open' | 'code' | 'why' | 'next' | 'back';

/** What a person can do once all items were seen. */
export type GuideEnd = 'left' | 'copy' | 'save' | 'done';

/** A line of a list to choose from; plain text. */
export interface GuideChoice<T> {
  readonly does: T;
  readonly label: string;
  readonly icon: string;
  readonly description?: string;
}

const longest = 200;

/** What stands above the choices: where one is, and the question. */
export function guideTitle(item: ReviewItem, at: number, all: number): string {
  return `${at + 1} of ${all}: ${cut(cleanLine(item.ask), longest)}`;
}

/** What stands in the empty box: what was said so far, and why it is asked. */
export function guideHint(item: ReviewItem): string {
  return cut(cleanLine(`Now ${itemWords(item).join(', ')}. ${item.stale ?? item.reason}`), longest);
}

export function guideSteps(
  item: ReviewItem,
  { at, all, paths }: { readonly at: number; readonly all: number; readonly paths: readonly string[] },
): readonly GuideChoice<GuideStep>[] {
  const files = paths.length;
  const why = cut(cleanLine(whyText(item)), longest);
  const steps: readonly (GuideChoice<GuideStep> | false)[] = [
    { does: 'pass', label: 'Pass', icon: 'pass', description: 'yes, or done' },
    { does: 'na', label: 'Not Applicable...', icon: 'circle-slash', description: 'with a reason' },
    { does: 'concern', label: 'Concern...', icon: 'comment-unresolved', description: 'with a note' },
    item.state !== 'open' && { does: 'open', label: 'Reopen', icon: 'discard' },
    files > 0 && {
      does: 'code',
      label: 'See the Code',
      icon: 'diff-multiple',
      description: counted(files, 'file'),
    },
    why !== '' && { does: 'why', label: 'See the Why', icon: 'lightbulb', description: why },
    { does: 'next', label: at + 1 < all ? 'Next' : 'To the Summary', icon: 'arrow-right' },
    at > 0 && { does: 'back', label: 'Back', icon: 'arrow-left' },
  ];
  return steps.filter((step) => step !== false);
}

export function guideEnds(result: ReviewResult, isChecklist: boolean): readonly GuideChoice<GuideEnd>[] {
  const left = leftWords(result);
  const ends: readonly (GuideChoice<GuideEnd> | false)[] = [
    left !== '' && { does: 'left', label: 'Go Through What Is Left', icon: 'arrow-right', description: left },
    { does: 'copy', label: 'Copy the Review as Markdown', icon: 'copy' },
    isChecklist && { does: 'save', label: "Save the Team's Result...", icon: 'save' },
    { does: 'done', label: 'Done', icon: 'check', description: summaryWords(result) },
  ];
  return ends.filter((end) => end !== false);
}

/** The id of the item to begin at: where one was, or else the first that something is left to do for. */
export function guideStart(items: readonly ReviewItem[], last: string | undefined): string | undefined {
  return (items.find(({ id }) => id === last) ?? items.find((item) => !isDone(item)) ?? items[0])?.id;
}
