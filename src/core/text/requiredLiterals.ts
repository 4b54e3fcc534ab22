import { joinReach, type LineReach, lineReachOf, noReach } from './lineReach';
import { otherCases } from './patternClasses';
import { type CharRange, type Sequence, standsAlone, type Syntax, type Text } from './patternSyntax';

/** Texts of which at least one stands in every match, and where a match may lie around it. */
export interface RequiredLiterals {
  /** Without line ends; empty where nothing can be proven. */
  readonly literals: readonly Literal[];
  /** How a match gets from its literal to earlier lines, and to later ones. */
  readonly before: LineReach;
  readonly after: LineReach;
}

export interface Literal {
  readonly text: string;
  /** Then only ASCII letters differ in case; the Kelvin sign counts as a `k` and the long s as an `s`. */
  readonly ignoreCase: boolean;
}

/**
 * The literals that tell most: those of one place in the pattern whose shortest is longest. Of several places
 * that tell the same, the one with fewer literals, then the first.
 */
export function requiredLiterals(syntax: Syntax): RequiredLiterals {
  switch (syntax.kind) {
    case 'text':
    case 'set':
      return { ...none, literals: allTexts(syntax) ?? [] };
    case 'assertion':
      return none;
    case 'sequence':
      return ofSequence(syntax);
    case 'choice':
      return ofChoice(syntax.options.map(requiredLiterals));
    case 'repeat': {
      if (syntax.min === 0) return none;
      const inner = requiredLiterals(syntax.of);
      if (syntax.max === 1) return inner;
      const reach = lineReachOf(syntax);
      return { ...inner, before: reach, after: reach };
    }
  }
}

/** More would rather be one pattern without a literal than many searches. */
const maxLiterals = 32;

const none: RequiredLiterals = { literals: [], before: noReach, after: noReach };

function ofSequence(sequence: Sequence): RequiredLiterals {
  const parts = flatten(sequence);
  let best: Candidate = { of: none, from: 0, to: 0 };
  let run: { readonly literals: readonly Literal[]; readonly from: number } | undefined;
  const endRun = (to: number) => {
    if (run === undefined) return;
    best = better(best, {
      of: { literals: run.literals, before: noReach, after: noReach },
      from: run.from,
      to,
    });
    run = undefined;
  };
  for (const [index, part] of parts.entries()) {
    // Between two characters an assertion takes no room.
    if (part.kind === 'assertion') continue;
    const texts = allTexts(part);
    const longer = run && texts && product(run.literals, texts);
    if (longer === undefined) endRun(index);
    if (texts !== undefined) run = { literals: longer ?? texts, from: run?.from ?? index };
    else best = better(best, { of: requiredLiterals(part), from: index, to: index + 1 });
  }
  endRun(parts.length);
  const { of, from, to } = best;
  return {
    literals: of.literals,
    before: joinReach([...parts.slice(0, from).map(lineReachOf), of.before]),
    after: joinReach([of.after, ...parts.slice(to).map(lineReachOf)]),
  };
}

/** Everything that a part can match, where that is a few texts without line ends. */
function allTexts(part: Syntax): readonly Literal[] | undefined {
  switch (part.kind) {
    case 'text':
      return textsOf(part);
    case 'set':
      return part.ranges && textsOfSet(part.ranges);
    case 'assertion':
      return [nothing];
    case 'sequence':
      return part.parts.map(allTexts).reduce((all, texts) => all && texts && product(all, texts), [nothing]);
    case 'choice': {
      const options = part.options.map(allTexts);
      return options.includes(undefined) ? undefined : few(options.flatMap((texts) => texts ?? []));
    }
    case 'repeat':
      return undefined;
  }
}

const nothing: Literal = { text: '', ignoreCase: false };

function product(starts: readonly Literal[], ends: readonly Literal[]): readonly Literal[] | undefined {
  if (starts.length * ends.length > maxLiterals) return undefined;
  return starts.flatMap((start) =>
    ends.map((end) => ({ text: start.text + end.text, ignoreCase: start.ignoreCase || end.ignoreCase })),
  );
}

function few(literals: readonly Literal[]): readonly Literal[] | undefined {
  const distinct = new Map(literals.map((literal) => [`${literal.ignoreCase} ${literal.text}`, literal]));
  return distinct.size > maxLiterals ? undefined : [...distinct.values()];
}

/** The literals of the parts of a sequence in `[from, to)`. */
interface Candidate {
  readonly of: RequiredLiterals;
  readonly from: number;
  readonly to: number;
}

function flatten({ parts }: Sequence): readonly Syntax[] {
  if (!parts.some((part) => part.kind === 'sequence')) return parts;
  return parts.flatMap((part) => (part.kind === 'sequence' ? flatten(part) : [part]));
}

function ofChoice(options: readonly RequiredLiterals[]): RequiredLiterals {
  const literals = few(options.flatMap((option) => option.literals));
  if (literals === undefined || options.some((option) => option.literals.length === 0)) return none;
  return {
    literals,
    before: joinReach(options.map(({ before }) => before)),
    after: joinReach(options.map(({ after }) => after)),
  };
}

function better(a: Candidate, b: Candidate): Candidate {
  const gain = shortest(b.of) - shortest(a.of);
  if (gain !== 0) return gain > 0 ? b : a;
  return b.of.literals.length < a.of.literals.length ? b : a;
}

function shortest({ literals }: RequiredLiterals): number {
  return literals.length === 0 ? 0 : Math.min(...literals.map(({ text }) => text.length));
}

/** In lower case where both cases are meant. */
function textsOf({ text, ignoreCase }: Omit<Text, 'kind'>): readonly Literal[] | undefined {
  if (standsAlone(text.codePointAt(0)!, ignoreCase)) return undefined;
  return [
    ignoreCase && /[a-z]/i.test(text)
      ? { text: text.toLowerCase(), ignoreCase }
      : { text, ignoreCase: false },
  ];
}

function textsOfSet(ranges: readonly CharRange[]): readonly Literal[] | undefined {
  const codes: number[] = [];
  for (const [first, last] of ranges) {
    if (last - first >= maxLettersOfSet - codes.length) return undefined;
    for (let code = first; code <= last; code++) codes.push(code);
  }
  // A class such as [Tt] is a letter in both cases.
  const [upper = 0, lower = 0] = codes;
  const ignoreCase = codes.length === 2 && otherCases(upper).includes(lower);
  const letters = ignoreCase ? [lower] : codes;
  const texts = letters.map((code) => textsOf({ text: String.fromCodePoint(code), ignoreCase }));
  return texts.includes(undefined) ? undefined : texts.flatMap((each) => each ?? []);
}

const maxLettersOfSet = 4;
