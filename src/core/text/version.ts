/** A version as a tool tells it. */
export interface Version {
  /** As it was written, without the name and `v`: `20.1.0-rc.1`. */
  readonly text: string;
  /** One to four whole numbers. */
  readonly numbers: readonly number[];
  /** It comes before the version of these numbers. */
  readonly isPrerelease: boolean;
}

/** Also `1.8.0_391`, and `go1.22rc1`, whose name stands right before it; never a part of a word, a path or a date. */
const dotted = versionPattern('(?:\\.\\d{1,9}){1,3}');
const single = versionPattern('');

/** Java says which options it took from the environment before it says anything else. */
const javaNote = /^(?:NOTE: )?Picked up .*$/gmu;
/** What a terminal would draw as a colour. */
const escapes = /\p{Cc}\[[\d;]*m/gu;

/**
 * The version in what a tool printed when it was asked for it; `undefined` where there is none. What stands in
 * parentheses is about something else, such as the compiler, unless there is nothing beside it.
 */
export function readVersion(tool: string, output: string): Version | undefined {
  const text = output.replace(escapes, '').replace(javaNote, '');
  const outside = text.replace(/\([^()\n]*\)/gu, ' ');
  const found = dotted.exec(outside) ?? dotted.exec(text) ?? single.exec(outside);
  if (found === null) return undefined;
  const [, written = '', mark] = found;
  const numbers = written.split('.').map(Number);
  // Up to 8, Java called itself 1.8.
  const isOldJava = tool === 'java' && numbers[0] === 1 && numbers.length > 1;
  return {
    text: `${written}${mark ?? ''}`,
    numbers: isOldJava ? numbers.slice(1) : numbers,
    isPrerelease: mark !== undefined,
  };
}

function versionPattern(more: string): RegExp {
  const mark = '[-.]?(?:alpha|beta|b|rc|pre|preview|ea|nightly|canary|insiders|dev|devel|snapshot)\\b';
  const rest = '[-.]?(?:alpha|beta|b|rc|pre|preview|nightly|canary|dev)[-.]?\\d[\\w.]*';
  return new RegExp(
    `(?<![\\w./\\\\=-])(?:v|go)?(\\d{1,9}${more})((?:${rest})|(?:${mark})[\\w.-]*)?(?![\\d/\\\\]|\\.\\d|-\\d\\d-)`,
    'iu',
  );
}

interface Bound {
  readonly sign: string;
  readonly numbers: readonly number[];
}

/**
 * Whether a version lies within bounds as `readToolWish` gives them. As many numbers count as a bound has: 20.9 is
 * `<= 20` and `= 20`, and not `> 20`.
 */
export function isWithin(version: Version, range: string): boolean {
  return boundsOf(range).every(({ sign, numbers }) => {
    const order = compare(version, numbers);
    switch (sign) {
      case '>=':
        return order >= 0;
      case '>':
        return order > 0;
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      default:
        return order === 0;
    }
  });
}

/** `20 or later, before 25`; empty for no bounds. */
export function rangeWords(range: string): string {
  return boundsOf(range)
    .map(({ sign, numbers }) => words[sign]?.(numbers.join('.')) ?? numbers.join('.'))
    .join(', ');
}

const words: Readonly<Record<string, (version: string) => string>> = {
  '>=': (version) => `${version} or later`,
  '>': (version) => `later than ${version}`,
  '<': (version) => `before ${version}`,
  '<=': (version) => `${version} or earlier`,
};

function boundsOf(range: string): readonly Bound[] {
  return Array.from(range.matchAll(/([<>]=?|=) (\d+(?:\.\d+)*)/gu), ([, sign = '', version = '']) => ({
    sign,
    numbers: version.split('.').map(Number),
  }));
}

/** Below 0 where the version comes before the bound, 0 where it is that one. */
function compare({ numbers, isPrerelease }: Version, bound: readonly number[]): number {
  for (const [index, wanted] of bound.entries()) {
    const order = (numbers[index] ?? 0) - wanted;
    if (order !== 0) return order;
  }
  return isPrerelease && numbers.slice(bound.length).every((number) => number === 0) ? -1 : 0;
}
