import type { PatternReader } from './patternReader';
import type { Repeat, Syntax } from './patternSyntax';

/** RE2's own limit, for one count and for the product of those inside each other. */
const maxCount = 1000;

const signs: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  '*': { min: 0, max: Infinity },
  '+': { min: 1, max: Infinity },
  '?': { min: 0, max: 1 },
};

/** `undefined`, without a step, where no repeat comes next. */
export function readRepeat(reader: PatternReader): { min: number; max: number } | undefined {
  const start = reader.at;
  const sign = signs[reader.next];
  if (sign !== undefined) {
    reader.at++;
    return sign;
  }
  if (reader.next !== '{') return undefined;
  const counts = reader.takeMatch(/\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y);
  if (counts === undefined) return undefined;
  const min = Number(counts[1]);
  const max = counts[2] === undefined ? min : counts[3] === undefined ? Infinity : Number(counts[3]);
  if (min > maxCount || (max > maxCount && max !== Infinity)) {
    reader.refuse(start, {
      what: `A repeat counts beyond ${maxCount}`,
      instead: 'Count less, or use * or +.',
    });
  }
  if (min > max)
    reader.refuse(start, { what: 'A repeat counts backwards', instead: 'Write the lower count first.' });
  return { min, max };
}

/** Throws where the repeats inside each other multiply to more than RE2 takes. */
export function checkCounts(reader: PatternReader, repeat: Repeat): void {
  if (isRepeatable(repeat, maxCount)) return;
  reader.refuse(repeat.start, {
    what: `Repeats inside each other come to more than ${maxCount}`,
    instead: 'Count less, or use * or + inside.',
  });
}

/** Throws: the repeat at `start` stands behind another one. */
export function refuseSecondRepeat(reader: PatternReader, start: number): never {
  return reader.refuse(
    start,
    reader.source[start] === '+'
      ? { what: 'A possessive repeat cannot be used', instead: 'Leave the + out: nothing backtracks here.' }
      : { what: 'A repeat is repeated', instead: 'Put the first one into a group, (?:...).' },
  );
}

/** RE2's rule: the counts on the way to any part multiply to at most `budget`. */
function isRepeatable(syntax: Syntax, budget: number): boolean {
  switch (syntax.kind) {
    case 'sequence':
      return syntax.parts.every((part) => isRepeatable(part, budget));
    case 'choice':
      return syntax.options.every((option) => isRepeatable(option, budget));
    case 'repeat': {
      if (syntax.max === 0) return true;
      const count = syntax.max === Infinity ? syntax.min : syntax.max;
      return count <= budget && isRepeatable(syntax.of, count > 0 ? Math.trunc(budget / count) : budget);
    }
    default:
      return true;
  }
}
