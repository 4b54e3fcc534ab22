import type { Guidance } from './guidance';
import { ownerProblems } from './ownerProblems';
import { cutEachFile, type Problem } from './problem';
import { referenceProblems } from './referenceProblems';
import { tagProblems } from './tagProblems';

/** How what stands in several sources fits together: names of entries, of decisions, of people and of tags. */
export function fitProblems(guidance: Guidance): readonly Problem[] {
  return cutEachFile([...referenceProblems(guidance), ...ownerProblems(guidance), ...tagProblems(guidance)]);
}
