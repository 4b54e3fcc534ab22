import type { Problem } from '../guidance/problem';
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
  return checked.flatMap(({ walkthrough: { uri }, steps }) =>
    steps.flatMap(({ step, anchor }): Problem[] => {
      if (!isLost(anchor)) return [];
      const code = anchor.state === 'ambiguous' ? 'ambiguous-anchor' : 'missing-anchor';
      const { repair } = anchor;
      return [
        {
          code,
          severity: problemCodes[code].severity,
          message: `The step "${cleanLine(step.title)}" leads nowhere. ${anchor.message ?? ''}`.trim(),
          uri,
          range: step.anchored?.range ?? step.range,
          ...(repair && { fix: { title: repair.title, range: repair.range, newText: repair.newText } }),
        },
      ];
    }),
  );
}
