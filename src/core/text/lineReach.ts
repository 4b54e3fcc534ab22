import type { CharRange, Syntax } from './patternSyntax';

/** How what a part of a pattern matches gets across line ends. */
export interface LineReach {
  /** How many unbroken runs of characters may hold line ends: 0 where it stays in its line. */
  readonly runs: number;
  /** What such a run consists of; `undefined`: of anything. */
  readonly chars: readonly CharRange[] | undefined;
}

export const noReach: LineReach = { runs: 0, chars: [] };

export function lineReachOf(syntax: Syntax): LineReach {
  switch (syntax.kind) {
    case 'text':
      return syntax.text === '\n' ? { runs: 1, chars: [[10, 10]] } : noReach;
    case 'set':
      return syntax.lineEnd ? { runs: 1, chars: syntax.ranges } : noReach;
    case 'assertion':
      return noReach;
    case 'sequence':
      return joinReach(syntax.parts.map(lineReachOf));
    case 'choice':
      return joinReach(syntax.options.map(lineReachOf));
    case 'repeat': {
      const { runs, chars } = lineReachOf(syntax.of);
      if (runs === 0 || syntax.max === 0) return noReach;
      // One set, however often, is one run.
      return syntax.of.kind === 'set' || syntax.of.kind === 'text'
        ? { runs, chars }
        : { runs: runs * syntax.max, chars };
    }
  }
}

/** Of parts that may all add to a match. */
export function joinReach(parts: readonly LineReach[]): LineReach {
  const reaching = parts.filter(({ runs }) => runs > 0);
  const [only] = reaching;
  if (only === undefined) return noReach;
  if (reaching.length === 1) return only;
  return {
    runs: reaching.reduce((sum, { runs }) => sum + runs, 0),
    chars: reaching.some(({ chars }) => chars === undefined)
      ? undefined
      : reaching.flatMap(({ chars }) => chars ?? []),
  };
}
