import type { Range } from 'vscode-languageserver-types';
import type { Change, Decision, Philosophy } from '../guidance/model';
import type { LocatedGlob } from '../match/selector';
import type { Diff, DiffFile } from './diff';

/** What a condition says of a diff. */
export interface Verdict {
  /** `undefined` where it cannot be told: then an item stays in, marked. */
  readonly holds: boolean | undefined;
  /** One plain sentence, such as `2 changed files match src/**.` */
  readonly reason: string;
  /** What made it so. */
  readonly evidence: readonly Evidence[];
  /**
   * Paths of the changed files that it is about, so that an answer lasts until one of them changes; `undefined`: the
   * whole diff.
   */
  readonly scope: readonly string[] | undefined;
}

/** A place in the working tree; without a range the whole file, which may be deleted. */
export interface Evidence {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly range?: Range;
}

/** A diff, and what can be asked about it. What cannot be told is `undefined`; nothing rejects. */
export interface ReviewFacts {
  readonly diff: Diff;
  /** URI of the folder that the diff's paths are relative to, ending in `/`: nested guidance sees only its own files. */
  readonly folder: string;
  /** The handles of who reads. */
  readonly me: readonly string[];
  /** As it is on disk, where the diff is taken from; what is not saved does not count yet. */
  newText(file: DiffFile): Promise<string | undefined>;
  oldText(file: DiffFile): Promise<string | undefined>;
  languageOf(path: string): string | undefined;
  /** Handles. */
  ownersOf(path: string): readonly string[];
  isGuidance(path: string): boolean;
  debtOf(file: DiffFile): Promise<DebtChange | undefined>;
  /** Whether who commits here never changed any of these files before the branch left its base. */
  isFirstChange(paths: readonly string[]): Promise<boolean | undefined>;
  /** What has questions of its own (`checklist`) and governs a changed file, the nearest first. */
  matchesOf(file: DiffFile): Promise<readonly FileMatch[]>;
  /** Lets other work go first where this took long; asked for between pieces of work. */
  turn(): Promise<void>;
}

/** The debt markers of a changed file. */
export interface DebtChange {
  /** How many there were. */
  readonly before: number;
  readonly now: number;
  /** Of those of now, the tags of which a part is on an added line; none where nobody keeps which lines these are. */
  readonly added: readonly Range[];
}

/** What governs a changed file. */
export interface FileMatch {
  readonly entry: Philosophy | Decision | Change;
  /**
   * Where, in the new text, in order; `undefined` where it governs the whole file. Empty where that cannot be told, as
   * in a file that is too large, or where only findings of other tools would tell.
   */
  readonly places: readonly Range[] | undefined;
}

/** What an item's `when` asks of a diff, compiled; `auto` holds two more. */
export interface Condition {
  /** Whether it may have to read files. */
  readonly reads: boolean;
  /** Globs of files that are there, whatever changes. */
  readonly lasting: readonly LocatedGlob[];
  /** Never rejects. */
  evaluate(facts: ReviewFacts): Promise<Verdict>;
}

/** What a machine may say beside a person's answer: always, or where a condition holds. */
export type Auto =
  'attention' | { readonly pass?: Condition | undefined; readonly attention?: Condition | undefined };
