import { joinReach, type LineReach, lineReachOf, noReach } from './lineReach';
import { otherCases } from './patternClasses';
import type { Sequence, Syntax } from './patternSyntax';

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
    case 'char':
    case 'set':
      return ofSequence({ kind: 'sequence', parts: [syntax] });
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
  let run: (Literal & { readonly from: number }) | undefined;
  const endRun = (to: number) => {
    if (run === undefined) return;
    const { from, text, ignoreCase } = run;
    best = better(best, {
      of: { literals: [{ text, ignoreCase }], before: noReach, after: noReach },
      from,
      to,
    });
    run = undefined;
  };
  for (const [index, part] of parts.entries()) {
    // Between two characters an assertion takes no room.
    if (part.kind === 'assertion') continue;
    const char = literalChar(part);
    if (char !== undefined) {
      const ignoreCase = char.ignoreCase || (run?.ignoreCase ?? false);
      run = { from: run?.from ?? index, text: (run?.text ?? '') + char.text, ignoreCase };
      continue;
    }
    endRun(index);
    if (part.kind !== 'char' && part.kind !== 'set') {
      best = better(best, { of: requiredLiterals(part), from: index, to: index + 1 });
    }
  }
  endRun(parts.length);
  const { of, from, to } = best;
  return {
    literals: of.literals,
    before: joinReach([...parts.slice(0, from).map(lineReachOf), of.before]),
    after: joinReach([of.after, ...parts.slice(to).map(lineReachOf)]),
  };
}

/** The literals of the parts of a sequence in `[from, to)`. */
interface Candidate {
  readonly of: RequiredLiterals;
  readonly from: number;
  readonly to: number;
}

function flatten({ parts }: Sequence): Syntax[] {
  return parts.flatMap((part) => (part.kind === 'sequence' ? flatten(part) : [part]));
}

function ofChoice(options: readonly RequiredLiterals[]): RequiredLiterals {
  const literals = new Map(
    options
      .flatMap((option) => option.literals)
      .map((literal) => [`${literal.ignoreCase} ${literal.text}`, literal]),
  );
  if (literals.size > maxLiterals || options.some((option) => option.literals.length === 0)) return none;
  return {
    literals: [...literals.values()],
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

/** The one character that a part stands for, in lower case where both cases are meant. */
function literalChar(part: Syntax): Literal | undefined {
  if (part.kind === 'char') {
    if (part.code === 10 || part.code === 13 || (part.ignoreCase && part.code > 0x7f)) return undefined;
    const text = String.fromCodePoint(part.code);
    if (!part.ignoreCase || otherCases(part.code).length === 0) return { text, ignoreCase: false };
    return { text: text.toLowerCase(), ignoreCase: true };
  }
  if (part.kind !== 'set' || part.ranges === undefined || part.ranges.length > 2) return undefined;
  // A class such as [Tt] is a letter in both cases.
  const codes = part.ranges.flatMap(([first, last]) => (first === last ? [first] : []));
  const [upper, lower] = codes;
  if (codes.length !== part.ranges.length || upper === undefined) return undefined;
  if (lower === undefined) return literalChar({ kind: 'char', code: upper, ignoreCase: false });
  return lower <= 0x7f && otherCases(upper).includes(lower)
    ? { text: String.fromCodePoint(lower), ignoreCase: true }
    : undefined;
}
