import { createIsMe } from '../features/debtMarkers';
import type { Guidance } from '../guidance/guidance';
import type { Area } from '../guidance/model';
import { areaAt } from '../match/scope';
import { counted } from '../text/counted';
import { maxEvidence } from './predicates/outcome';
import { entryId, groupOf, type Judgement, type Question } from './question';
import type { ReviewFacts } from './verdict';

/** That those who review an area look at it. */
export interface AreaQuestion extends Question {
  readonly area: Area;
}

/** One question for each area that names reviewers other than who asks. */
export function areaQuestions({ folders }: Guidance, me: readonly string[]): readonly AreaQuestion[] {
  const isMe = createIsMe(me);
  return folders.flatMap(({ path, entries }) =>
    entries.flatMap((area) => {
      if (area.kind !== 'area') return [];
      const others = area.reviewers.filter((handle) => !isMe(handle));
      return others.length === 0 ? [] : [questionOf(area, others, path)];
    }),
  );
}

function questionOf(area: Area, reviewers: readonly string[], folder: string): AreaQuestion {
  const review = reviewers.length === 1 ? 'reviews' : 'review';
  return {
    id: `${entryId(folder, area.id)}/reviewers`,
    ask: `Ask ${listed(reviewers)}, who ${review} ${area.title}, to look at this.`,
    for: 'author',
    source: { uri: area.uri, range: area.parts.range(['reviewers']) },
    group: groupOf(folder, area),
    area,
  };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Looks at every changed file once; what was moved out of an area touches it too. */
export function areaJudge(guidance: Guidance, { diff }: ReviewFacts): (question: AreaQuestion) => Judgement {
  const touched = new Map<Area, Set<string>>();
  for (const { path, oldPath } of diff.files) {
    for (const each of oldPath === undefined ? [path] : [path, oldPath]) {
      const area = areaAt(guidance, each);
      if (area === undefined || area.reviewers.length === 0) continue;
      touched.set(area, (touched.get(area) ?? new Set()).add(path));
    }
  }
  return ({ area }) => {
    const paths = [...(touched.get(area) ?? [])];
    return {
      applies: paths.length > 0,
      reason:
        paths.length === 0 ? 'Nothing changed in it.' : `${counted(paths.length, 'file')} of it changed.`,
      evidence: paths.slice(0, maxEvidence).map((path) => ({ path })),
      scope: paths,
    };
  };
}
