import type { Guidance } from './guidance';
import { ownEntries } from './ownEntries';
import type { Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';
import type { Path } from './yamlTree';

/** What has come to its day; `today` is `2026-11-22`, in the reader's calendar. */
export function datedProblems(guidance: Guidance, today: string): readonly Problem[] {
  return ownEntries(guidance).flatMap((entry): readonly Problem[] => {
    if (entry.kind !== 'philosophy') return [];
    const { exceptions, revisit, status, parts, uri } = entry;
    // Nobody looks at these again.
    if (status === 'deprecated' || status === 'superseded') return [];
    const problem = (code: ProblemCode, message: string, path: Path): Problem => {
      return { code, severity: problemCodes[code].severity, message, uri, range: parts.range(path) };
    };
    const expired = exceptions.flatMap(({ until }, index) => {
      if (until === undefined || until >= today) return [];
      const message = `This exception ended on ${until}: the entry holds in these files again.`;
      return [problem('expired-exception', message, ['exceptions', index, 'until'])];
    });
    const isDue = revisit !== undefined && revisit <= today;
    const message = `The team wanted to look at this again on ${revisit}: keep it with a new day, change it, or end it.`;
    return isDue ? [...expired, problem('revisit-due', message, ['revisit'])] : expired;
  });
}
