import type { Guidance } from '../guidance/guidance';
import { areaJudge, areaQuestions } from './areaQuestions';
import { checklistJudge, type ChecklistQuestion, checklistQuestions } from './checklistQuestions';
import type { HeldReview } from './heldItem';
import { mergeQuestions } from './mergeQuestions';
import { governingJudge, governingQuestions } from './governingQuestions';
import type { JudgedQuestion, Question } from './question';
import type { ReviewFacts } from './verdict';

/** Nobody answers more, and no guidance may make a review of everything. */
const maxQuestions = 1_000;

/** Everything that the guidance asks, held against a diff. Never rejects. */
export async function holdItems(guidance: Guidance, facts: ReviewFacts): Promise<HeldReview> {
  const { checklists, governing, areas, notes } = questionsIn(guidance, facts.me);
  const judged: JudgedQuestion[] = [];
  const judgeItem = checklistJudge(facts);
  const rest = checklists.entries();
  const judgeRest = async () => {
    for (const [index, question] of rest) {
      await facts.turn();
      judged[index] = { question, judgement: await judgeItem(question) };
    }
  };
  // While one waits for git, others are looked at. All at once would keep too much.
  await Promise.all([judgeRest(), judgeRest()]);
  // Places are looked for only where something would be asked about them.
  if (governing.length > 0) {
    const judge = await governingJudge(facts);
    judged.push(...governing.map((question) => ({ question, judgement: judge(question) })));
  }
  const judgeArea = areaJudge(guidance, facts);
  judged.push(...areas.map((question) => ({ question, judgement: judgeArea(question) })));
  return { folder: guidance.root, diff: facts.diff, notes, items: mergeQuestions(judged, facts) };
}

/** Everything that the guidance asks, where there is no diff to hold it against: `withoutDiff` says why. */
export function itemsWithoutDiff(guidance: Guidance, withoutDiff: string): HeldReview {
  const untold = 'Without a diff it cannot be told whether it is about your change.';
  const { checklists, governing, areas, notes } = questionsIn(guidance, []);
  const judged = [
    ...checklists.map((question) =>
      question.item.when === undefined
        ? asked(question, true, 'It is asked of every change.')
        : asked(question, undefined, untold),
    ),
    ...[...governing, ...areas].map((question) => asked(question, undefined, untold)),
  ];
  return { folder: guidance.root, withoutDiff, notes, items: mergeQuestions(judged) };
}

/** What checklists, philosophies, changes and areas ask, in this order and as far as anybody can answer. */
function questionsIn(guidance: Guidance, me: readonly string[]) {
  const all = {
    checklists: checklistQuestions(guidance).filter(isOfReviews),
    governing: governingQuestions(guidance),
    areas: areaQuestions(guidance, me),
  };
  const afterChecklists = Math.max(0, maxQuestions - all.checklists.length);
  const total = all.checklists.length + all.governing.length + all.areas.length;
  return {
    checklists: all.checklists.slice(0, maxQuestions),
    governing: all.governing.slice(0, afterChecklists),
    areas: all.areas.slice(0, Math.max(0, afterChecklists - all.governing.length)),
    notes: total > maxQuestions ? [`Of ${total} questions only the first ${maxQuestions} are asked.`] : [],
  };
}

/** What a team answers together is asked by a review only where it says when. */
function isOfReviews({ for: whom, item }: ChecklistQuestion): boolean {
  return whom !== 'team' || item.when !== undefined;
}

/** All that one checklist asks: it is opened by itself, by its `id` in `ChecklistSummary`, and is about no diff. */
export function itemsOfChecklist(guidance: Guidance, id: string): HeldReview {
  const judged = checklistQuestions(guidance)
    .filter(({ checklist }) => checklist === id)
    .slice(0, maxQuestions)
    .map((question) => asked(question, true, 'It is asked whenever this checklist is opened.'));
  return { folder: guidance.root, notes: [], items: mergeQuestions(judged) };
}

function asked(question: Question, applies: true | undefined, reason: string): JudgedQuestion {
  return { question, judgement: { applies, reason, evidence: [], scope: undefined } };
}
