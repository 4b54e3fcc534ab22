import type { ReviewResult } from '../../core/review/reviewItem';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';

export interface ReviewFacts {
  readonly result: ReviewResult;
  readonly role: 'author' | 'reviewer' | 'both';
  readonly isMine: boolean;
  /** Whether a checklist was opened by itself. */
  readonly isChecklist: boolean;
}

/**
 * What stands above the tree, one sentence after the other: what is compared, or why nothing is, what is left out, and
 * what a reader should know. Empty where the tree is: the view's welcome says more then.
 */
export function reviewMessage({ result, role, isMine, isChecklist }: ReviewFacts): string {
  if (isEmpty(result)) return '';
  const sentences = [
    isChecklist ? '' : diffSentence(result),
    result.groups.length === 0 ? 'No question is about this.' : '',
    role === 'both' ? '' : `Questions for the ${role}.`,
    isMine ? 'Only what is about files of yours.' : '',
    ...result.notes,
  ];
  return sentences.map(cleanLine).filter(Boolean).join(' ');
}

/** Whether no question is written at all. */
export function isEmpty({ groups, others }: ReviewResult): boolean {
  return groups.length === 0 && others.length === 0;
}

function diffSentence({ withoutDiff, base, branch, files, added, deleted }: ReviewResult): string {
  if (withoutDiff !== undefined) return withoutDiff;
  const what = branch === undefined ? 'Changes' : `Changes of ${branch}`;
  return `${what} since ${base ?? 'the beginning'}: ${counted(files, 'file')}, +${added} −${deleted}.`;
}
