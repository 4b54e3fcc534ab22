import type { Concern } from '../review/answer';
import type { ReviewFormat, ReviewItem, ReviewResult } from '../review/reviewItem';
import { writeBlock, writeTrailers } from '../review/writeBlock';
import { counted } from '../text/counted';
import { cleanLine } from '../text/markdown';

export interface ReviewExport {
  readonly format: ReviewFormat;
  readonly concerns: readonly Concern[];
}

/** A review as text to share. */
export function reviewExport(result: ReviewResult, { format, concerns }: ReviewExport): string {
  switch (format) {
    case 'markdown':
      return writeBlock(result, concerns);
    case 'trailers':
      return writeTrailers(result);
    case 'json':
      return reviewJson(result);
    case 'text':
      return reviewText(result);
  }
}

/** Every item, those that do not apply as well; what cannot be told, and what is not there, is `null`. */
function reviewJson({ base, groups, others }: ReviewResult): string {
  const items = [...groups.flatMap((group) => group.items), ...others].map(
    ({ id, ask, why, applies, reason, evidence, auto, answer, fingerprint, stale }) => ({
      id,
      ask,
      why: why ?? null,
      applies: applies ?? null,
      reason,
      evidence: evidence.map(({ path, range }) => ({ path, range: range ?? null })),
      auto: auto ?? null,
      answer: answer === undefined ? null : answerJson(answer, stale),
      fingerprint,
    }),
  );
  return `${JSON.stringify({ base: base ?? null, items }, undefined, 2)}\n`;
}

function answerJson(
  { state, note, role, at, fingerprint }: NonNullable<ReviewItem['answer']>,
  stale: string | undefined,
): object {
  return { state, note: note ?? null, role, at, fingerprint, stale: stale ?? null };
}

/** Lines for a terminal or a message, without colours. */
function reviewText(result: ReviewResult): string {
  const { base, withoutDiff, notes, groups, othersLine, counts, files, added, deleted } = result;
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  const told = (['open', 'stale', 'concern'] as const).flatMap((state) =>
    counts[state] === 0 ? [] : [`${counts[state]} ${state}`],
  );
  const size = `${counted(files, 'changed file')}, +${added} -${deleted}`;
  return [
    ...(base === undefined ? [] : [`Against ${cleanLine(base)}: ${size}`]),
    ...(withoutDiff === undefined ? [] : [cleanLine(withoutDiff)]),
    ...notes.map(cleanLine),
    [counted(total, 'item'), ...told].join(', '),
    ...groups.flatMap(({ title, items }) => ['', cleanLine(title), ...items.flatMap(itemText)]),
    ...(othersLine === undefined ? [] : ['', cleanLine(othersLine)]),
    '',
  ].join('\n');
}

function itemText({ ask, state, stale, reason, applies, answer, auto }: ReviewItem): readonly string[] {
  const details = [
    applies === undefined ? `? ${reason}` : reason,
    ...(auto === undefined ? [] : [`${auto.result}: ${auto.reason}`]),
    ...(answer?.note === undefined ? [] : [`note: ${answer.note}`]),
    ...(stale === undefined ? [] : [`stale: ${stale}`]),
  ];
  const word = stale === undefined ? state : 'stale';
  return [
    `  ${`[${word}]`.padEnd(9)} ${cleanLine(ask)}`,
    ...details.map((detail) => `            ${cleanLine(detail)}`),
  ];
}
