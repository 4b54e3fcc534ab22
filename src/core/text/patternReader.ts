import type { PatternError } from './patternSyntax';

/** A pattern, and how far it has been read. */
export class PatternReader {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** The next UTF-16 unit; empty at the end. */
  get next(): string {
    return this.source.charAt(this.at);
  }

  lookingAt(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** Steps over `text` where it comes next. */
  take(text: string): boolean {
    if (!this.lookingAt(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what a sticky expression matches here. */
  takeMatch(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match ?? undefined;
  }

  /** The next code point, which is there. */
  takeChar(): number {
    const code = this.source.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  /** Throws. The construct begins at `start` and ends where the reader is. */
  refuse(start: number, { what, instead }: { readonly what: string; readonly instead: string }): never {
    const text = this.source.slice(start, Math.max(this.at, start + 1));
    const quoted = text === '' ? '' : ` (\`${text.length > 40 ? `${text.slice(0, 40)}...` : text}\`)`;
    const end = start + text.length;
    throw new PatternRefusal({ start, end, message: `${what} at offset ${start}${quoted}. ${instead}` });
  }
}

/** Ends the reading of a pattern; it does not leave `parsePattern`. */
export class PatternRefusal extends Error {
  readonly problem: PatternError;

  constructor(problem: PatternError) {
    super(problem.message);
    this.problem = problem;
  }
}
