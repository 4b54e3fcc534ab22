import type { Answer, Concern } from '../../core/review/answer';
import type { ReviewResult } from '../../core/review/reviewItem';
import type { RecordKind } from './record';

export const answerKind: RecordKind<Answer> = {
  folder: 'reviews',
  name: 'answer',
  isRecord: isAnswer,
  // Who is both has an answer of each.
  idOf: ({ item, role }) => `${role} ${item}`,
  timeOf: ({ at }) => at,
};

export const concernKind: RecordKind<Concern> = {
  folder: 'concerns',
  name: 'concern',
  isRecord: isConcern,
  idOf: ({ id }) => id,
  timeOf: ({ at }) => at,
};

/**
 * Where the records of a review are kept, from outside inwards: the repository (see `repositoryKey`), then the branch
 * and its base, or the checklist that was opened by itself.
 */
export function placeOf(
  repository: string,
  { branch = '', base = '' }: Pick<ReviewResult, 'branch' | 'base'>,
  checklist?: string,
): readonly string[] {
  return checklist === undefined
    ? [repository, `branch ${branch}`, `base ${base}`]
    : [repository, `checklist ${checklist}`];
}

function isAnswer(value: object): value is Answer {
  const { item, state, note, role, at, fingerprint, files } = value as Record<string, unknown>;
  return (
    areTexts([item, at, fingerprint]) &&
    ['open', 'pass', 'na', 'concern'].includes(state as string) &&
    ['author', 'reviewer'].includes(role as string) &&
    areTexts([note ?? '']) &&
    typeof (files ?? {}) === 'object' &&
    areTexts(Object.values((files ?? {}) as object))
  );
}

function isConcern(value: object): value is Concern {
  const { id, item, path, branch, anchor, comments, state, at } = value as Record<string, unknown>;
  const { line, lines, landmark, before, after } = (anchor ?? {}) as Record<string, unknown>;
  return (
    areTexts([id, path, item ?? '', branch ?? '', at]) &&
    ['open', 'resolved', 'deleted'].includes(state as string) &&
    [line, landmark ?? 0].every(Number.isSafeInteger) &&
    [lines, before, after].every((texts) => Array.isArray(texts) && areTexts(texts)) &&
    Array.isArray(comments) &&
    comments.every((comment: unknown) => {
      const { text, at } = (comment ?? {}) as Record<string, unknown>;
      return areTexts([text, at]);
    })
  );
}

function areTexts(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
