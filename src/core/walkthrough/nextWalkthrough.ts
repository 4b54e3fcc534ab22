import type { Range } from 'vscode-languageserver-types';
import type { Entry, Walkthrough } from '../guidance/model';
import type { Problem } from '../guidance/problem';
import { problemCodes } from '../guidance/problemCodes';
import { didYouMean } from '../text/didYouMean';
import { cleanLine } from '../text/markdown';

/** The walkthrough that follows: by id, or by title as CodeTour has it; one of the same folder before others. */
export function nextOf(
  { next, folder }: { readonly next?: string | undefined; readonly folder: string },
  others: readonly Walkthrough[],
): Walkthrough | undefined {
  if (next === undefined) return undefined;
  const nearFirst = [
    ...others.filter((other) => other.folder === folder),
    ...others.filter((other) => other.folder !== folder),
  ];
  return nearFirst.find(({ id }) => id === next) ?? nearFirst.find(({ title }) => title === next.trim());
}

/** The walkthroughs of a workspace folder, and their steps, that name one to go on with that is not there. */
export function nextProblems(entries: readonly Entry[]): readonly Problem[] {
  const all = entries.filter((entry) => entry.kind === 'walkthrough');
  return all.flatMap((walkthrough) => {
    const others = all.filter((other) => other !== walkthrough);
    const key = walkthrough.format === 'codetour' ? 'nextTour' : 'next';
    const named = [
      { next: walkthrough.next, path: [key] },
      ...walkthrough.steps.map(({ next }, index) => ({ next, path: ['steps', index, 'next'] })),
    ];
    return named.flatMap(({ next, path }) =>
      next === undefined || nextOf({ next, folder: walkthrough.folder }, others) !== undefined
        ? []
        : [unknownNext(next, { walkthrough, others, range: walkthrough.parts.range(path) })],
    );
  });
}

function unknownNext(
  next: string,
  {
    walkthrough: { uri, format },
    others,
    range,
  }: { readonly walkthrough: Walkthrough; readonly others: readonly Walkthrough[]; readonly range: Range },
): Problem {
  const isTour = format === 'codetour';
  const meant = didYouMean(
    next,
    others.map(({ id, title }) => (isTour ? title : id)),
  );
  const hint = meant === undefined ? '' : ` Did you mean "${cleanLine(meant)}"?`;
  return {
    code: 'unknown-walkthrough',
    severity: problemCodes['unknown-walkthrough'].severity,
    message: `No other walkthrough here is called "${cleanLine(next)}".${hint}`,
    uri,
    range,
    ...(meant !== undefined && {
      fix: {
        title: `Change to "${cleanLine(meant)}"`,
        range,
        newText: isTour ? JSON.stringify(meant) : meant,
      },
    }),
  };
}
