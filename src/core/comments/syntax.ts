import type { RegionKind } from './regions';

/**
 * The lexical facts of one language: all that decides where its comments and strings are.
 * Every regular expression in a syntax is sticky (`y`), is tried only where the table says it can begin,
 * looks at a bounded stretch of text or at a stretch that it consumes, and so keeps scanning linear.
 */
export interface Syntax {
  readonly lineComments?: readonly LineComment[];
  readonly blockComments?: readonly BlockComment[];
  readonly strings?: readonly StringForm[];
  readonly fencedForms?: readonly FencedForm[];
  readonly quoteOperators?: readonly QuoteOperator[];
  readonly heredocs?: readonly Heredoc[];
  readonly patterns?: readonly Pattern[];
  readonly islands?: readonly Island[];
  readonly regex?: RegexLiterals;
  /** Elements may stand where an operand may: JSX. */
  readonly jsx?: true;
  readonly markup?: Markup;
  /** The language of what stands between `---` lines at the very start. */
  readonly frontMatter?: string;
  /** YAML: a line that ends in `|` or `>` is followed by an indented text. */
  readonly blockScalars?: true;
  /** A `:` outside brackets ends the code of an interpolation, and a format follows. */
  readonly formatSpecs?: true;
  /** Where an embedded language ends by its own mark, such as `?>`. */
  readonly endMark?: string;
  /** A data or prose format: its quotes are read, so that no comment begins in them, and are not strings. */
  readonly data?: true;
}

export interface LineComment {
  readonly open: string;
  /** Must match at the opener; usually a look-around. */
  readonly when?: RegExp;
  /** A backslash at the line's end carries the comment on to the next line. */
  readonly continued?: true;
  /** Ends the comment before the line does; not part of it. */
  readonly endMark?: string;
  /** The comment takes the following lines that are indented deeper than its own. */
  readonly indented?: true;
}

export interface BlockComment {
  readonly open: string;
  readonly close: string;
  readonly when?: RegExp;
  readonly nested?: true;
}

export interface StringForm {
  readonly open: string;
  /** The same as `open` when left out. */
  readonly close?: string;
  readonly when?: RegExp;
  /** The character that takes the next one out of the language: `\` in most. */
  readonly escape?: string;
  /** Sequences that stand for themselves and neither end the string nor open code, such as `""` or `{{`. */
  readonly literals?: readonly string[];
  /** Where an unclosed string ends: at the line's end, at a line's end without an escape, or with the text. */
  readonly lines: 'one' | 'escaped' | 'many';
  /** Code inside the string. */
  readonly islands?: readonly Island[];
}

/** Code inside text: an interpolation, or a language inside another. */
export interface Island {
  readonly open: string;
  readonly when?: RegExp;
  /** Its brackets are balanced before the close counts; empty where the language ends by its own `endMark`. */
  readonly close: string;
  /** A language id, or the id of a part; the language around it when left out. */
  readonly language?: string;
}

/** `/regular expressions/` where an operand may stand. */
export interface RegexLiterals {
  /** The words that an operand follows, as it follows an operator. */
  readonly after: readonly string[];
  /** A slash after a name and a space, and before anything else than a space, opens one too. */
  readonly spaced?: true;
}

/** A form whose closing delimiter repeats part of the opening one: raw strings, long brackets. */
export interface FencedForm {
  /** The characters that `open` can begin with. */
  readonly starts: string;
  readonly open: RegExp;
  /** `$1` stands for what the first group of `open` matched. */
  readonly close: string;
  readonly kind: RegionKind | 'code';
  /** A language id, or the id of a part: what stands between is its code, and what is open in it ends at `close`. */
  readonly language?: string;
}

/** `q{...}`, `%w[...]`, `s/.../.../`: the last character that `open` matches is the delimiter. */
export interface QuoteOperator {
  readonly starts: string;
  readonly open: RegExp;
  readonly parts: 1 | 2;
  /** It is an operator's argument elsewhere, so it counts only where an operand may stand. */
  readonly operandOnly?: true;
}

/** A text that begins on the next line and ends with a line of its own. */
export interface Heredoc {
  readonly starts: string;
  /** The group named `tag` is what the last line repeats. */
  readonly open: RegExp;
  /** What the last line holds: the tag alone, the tag and then anything but a word, a fence at least as long. */
  readonly end: 'line' | 'word' | 'fence';
  readonly kind: RegionKind | 'code';
}

/** A short form that one expression matches whole. `code` protects its characters from the other rules. */
export interface Pattern {
  readonly starts: string;
  readonly pattern: RegExp;
  readonly kind: RegionKind | 'code';
}

export interface Markup {
  /** The language inside an element, by its name in lower case. */
  readonly elements: Readonly<Record<string, string>>;
}
