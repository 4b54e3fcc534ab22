/** UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text, and what is to stand there instead. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A step as its source has it. */
export interface WrittenStep {
  readonly id: string;
  readonly title: string;
  /** Whether its source names the id, which is made of the title else. */
  readonly hasId: boolean;
  /** What goes with it when it is moved: the comments above it too, and no white space behind it. */
  readonly block: Span;
  /** What it says, as plain data without its title and id, to tell whether an edit left it alone. */
  readonly rest: unknown;
  retitled(title: string): Replacement;
  withId(id: string): Replacement;
}

/** The steps of a walkthrough in its source. */
export interface WrittenSteps {
  readonly steps: readonly WrittenStep[];
  /** What else the source says, as plain data. */
  readonly rest: unknown;
  /** The edits that take its only step away. */
  emptied(): readonly Replacement[];
}
