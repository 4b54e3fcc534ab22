import type { Guidance } from '../guidance/guidance';
import { areaJudge, areaQuestions } from './areaQuestions';
import { checklistJudge, checklistQuestions } from './checklistQuestions';
import type { HeldReview } from './heldItem';
import { mergeQuestions } from './mergeQuestions';
import { governingJudge, governingQuestions } from './governingQuestions';
import type { JudgedQuestion, Question } from './question';
import type { ReviewFacts } from './verdict';

/** Everything that the guidance asks, held against a diff. Never rejects. */
export async function holdItems(guidance: Guidance, facts: ReviewFacts): Promise<HeldReview> {
  const judged: JudgedQuestion[] = [];
  const judgeItem = checklistJudge(facts);
  for (const question of checklistQuestions(guidance)) {
    await facts.turn();
    judged.push({ question, judgement: await judgeItem(question) });
  }
  const governing = governingQuestions(guidance);
  // Places are looked for only where something would be asked about them.
  if (governing.length > 0) {
    const judge = await governingJudge(facts);
    judged.push(...governing.map((question) => ({ question, judgement: judge(question) })));
  }
  const judgeArea = areaJudge(guidance, facts);
  judged.push(
    ...areaQuestions(guidance, facts.me).map((question) => ({ question, judgement: judgeArea(question) })),
  );
  return { folder: guidance.root, diff: facts.diff, items: mergeQuestions(judged, facts) };
}

/** Everything that the guidance asks, where there is no diff to hold it against: `withoutDiff` says why. */
export function itemsWithoutDiff(guidance: Guidance, withoutDiff: string): HeldReview {
  const untold = 'Without a diff it cannot be told whether it is about your change.';
  const judged = [
    ...checklistQuestions(guidance).map((question) =>
      question.item.when === undefined
        ? asked(question, true, 'It is asked of every change.')
        : asked(question, undefined, untold),
    ),
    ...[...governingQuestions(guidance), ...areaQuestions(guidance, [])].map((question) =>
      asked(question, undefined, untold),
    ),
  ];
  return { folder: guidance.root, withoutDiff, items: mergeQuestions(judged) };
}

/** All that one checklist asks: it is opened by itself, by its `id` in `ChecklistSummary`, and is about no diff. */
export function itemsOfChecklist(guidance: Guidance, id: string): HeldReview {
  const judged = checklistQuestions(guidance)
    .filter(({ checklist }) => checklist === id)
    .map((question) => asked(question, true, 'It is asked whenever this checklist is opened.'));
  return { folder: guidance.root, items: mergeQuestions(judged) };
}

function asked(question: Question, applies: true | undefined, reason: string): JudgedQuestion {
  return { question, judgement: { applies, reason, evidence: [], scope: undefined } };
}
