import { cutProblems, type Problem } from '../guidance/problem';
import { problemCodes } from '../guidance/problemCodes';
import type { Step, Walkthrough } from '../guidance/model';
import { cleanLine } from '../text/markdown';
import type { ResolvedAnchor } from './resolvedAnchor';

/** A walkthrough whose anchors were held against the files. */
export interface CheckedWalkthrough {
  readonly walkthrough: Walkthrough;
  readonly steps: readonly CheckedStep[];
}

export interface CheckedStep {
  readonly step: Step;
  readonly anchor: ResolvedAnchor;
}

/** Whether a step leads nowhere, so that its author has to say anew what it is about. */
export function isLost({ state }: ResolvedAnchor): boolean {
  return state === 'ambiguous' || state === 'missing';
}

/** The steps that lead nowhere, at their sources. */
export function anchorProblems(checked: readonly CheckedWalkthrough[]): readonly Problem[] {
  const bySource = new Map<string, Problem[]>();
  for (const { walkthrough, steps } of checked) {
    const problems = bySource.get(walkthrough.uri) ?? [];
    bySource.set(walkthrough.uri, problems);
    problems.push(...steps.flatMap((step) => problemOf(step, walkthrough) ?? []));
  }
  return [...bySource.values()].flatMap((problems) =>
    cutProblems(problems, (count) =>
      count === 1
        ? 'One more step of this file leads nowhere.'
        : `${count} more steps of this file lead nowhere.`,
    ),
  );
}

function problemOf({ step, anchor }: CheckedStep, { uri }: Walkthrough): Problem | undefined {
  if (!isLost(anchor)) return undefined;
  const code = anchor.state === 'ambiguous' ? 'ambiguous-anchor' : 'missing-anchor';
  const { repair } = anchor;
  return {
    code,
    severity: problemCodes[code].severity,
    message: `The step "${cleanLine(step.title)}" leads nowhere. ${anchor.message ?? ''}`.trim(),
    uri,
    range: step.anchored?.range ?? step.range,
    ...(repair && { fix: { title: repair.title, range: repair.range, newText: repair.newText } }),
  };
}
