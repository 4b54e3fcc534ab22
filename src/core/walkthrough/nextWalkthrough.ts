import type { Entry, Walkthrough } from '../guidance/model';
import type { Problem } from '../guidance/problem';
import { problemCodes } from '../guidance/problemCodes';
import { didYouMean } from '../text/didYouMean';
import { cleanLine } from '../text/markdown';

/** The walkthrough that follows: by id, or by title as CodeTour has it; one of the same folder before others. */
export function nextOf(
  { next, folder }: Walkthrough,
  others: readonly Walkthrough[],
): Walkthrough | undefined {
  if (next === undefined) return undefined;
  const nearFirst = [
    ...others.filter((other) => other.folder === folder),
    ...others.filter((other) => other.folder !== folder),
  ];
  return nearFirst.find(({ id }) => id === next) ?? nearFirst.find(({ title }) => title === next.trim());
}

/** The walkthroughs of a workspace folder that name one to go on with that is not there. */
export function nextProblems(entries: readonly Entry[]): readonly Problem[] {
  const all = entries.filter((entry) => entry.kind === 'walkthrough');
  return all.flatMap((walkthrough): Problem[] => {
    const others = all.filter((other) => other !== walkthrough);
    const { next, uri, parts, format } = walkthrough;
    if (next === undefined || nextOf(walkthrough, others) !== undefined) return [];
    const isTour = format === 'codetour';
    const range = parts.range([isTour ? 'nextTour' : 'next']);
    const meant = didYouMean(
      next,
      others.map(({ id, title }) => (isTour ? title : id)),
    );
    const hint = meant === undefined ? '' : ` Did you mean "${cleanLine(meant)}"?`;
    return [
      {
        code: 'unknown-walkthrough',
        severity: problemCodes['unknown-walkthrough'].severity,
        message: `No other walkthrough here is called "${cleanLine(next)}".${hint}`,
        uri,
        range,
        ...(meant !== undefined && {
          fix: {
            title: `Change to ${cleanLine(meant)}`,
            range,
            newText: isTour ? JSON.stringify(meant) : meant,
          },
        }),
      },
    ];
  });
}
