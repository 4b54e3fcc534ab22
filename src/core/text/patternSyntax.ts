/**
 * What a pattern says, without its groups: nothing here asks for what a group caught.
 * The syntax is RE2's, https://github.com/google/re2/wiki/Syntax, with `^` and `$` as line ends.
 */
export type Syntax = Text | CharSet | Assertion | Sequence | Choice | Repeat;

/** Characters one after the other, at least one. Those of `standsAlone` are the only one. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly ignoreCase: boolean;
}

export interface CharSet {
  readonly kind: 'set';
  /** Sorted, without overlap, both ends inclusive; `undefined` where it takes Unicode's tables to know. */
  readonly ranges: readonly CharRange[] | undefined;
  /** Whether `\n` may be in it; exact where `ranges` is known. */
  readonly lineEnd: boolean;
}

export type CharRange = readonly [first: number, last: number];

export interface Assertion {
  readonly kind: 'assertion';
  readonly at: 'lineStart' | 'lineEnd' | 'textStart' | 'textEnd' | 'wordBoundary' | 'noWordBoundary';
}

/** Without parts it matches the empty text. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Syntax[];
}

/** The first option that leads to a match is taken. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Syntax[];
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly of: Syntax;
  readonly min: number;
  /** `Infinity` where there is no end. */
  readonly max: number;
  /** As few as will do. */
  readonly lazy: boolean;
  /** Where the operator stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** Why a pattern is refused. `start` and `end` are UTF-16 offsets in its source. */
export interface PatternError {
  /** What is wrong, where, and what to write instead; may quote the pattern. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export function someSyntax(syntax: Syntax, test: (node: Syntax) => boolean): boolean {
  if (test(syntax)) return true;
  switch (syntax.kind) {
    case 'sequence':
      return syntax.parts.some((part) => someSyntax(part, test));
    case 'choice':
      return syntax.options.some((option) => someSyntax(option, test));
    case 'repeat':
      return someSyntax(syntax.of, test);
    default:
      return false;
  }
}

/** Whether a character is kept apart from its neighbours: it is no part of a literal. */
export function standsAlone(code: number, ignoreCase: boolean): boolean {
  return code === 10 || code === 13 || (ignoreCase && code > 0x7f);
}

/** Whether it may match the empty text. */
export function isNullable(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'text':
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return syntax.parts.every(isNullable);
    case 'choice':
      return syntax.options.some(isNullable);
    case 'repeat':
      return syntax.min === 0 || isNullable(syntax.of);
  }
}
