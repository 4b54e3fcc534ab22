import type { MarkedText } from '../match/codeTokens';
import type { Declaration } from './outline';
import { headAt, type OutlineHead, type Surroundings } from './outlineHead';
import type { OutlineLanguage } from './outlineLanguages';

/** A declaration whose end is not reached yet. */
interface Begun {
  readonly head: OutlineHead;
  readonly path: string;
  readonly start: number;
  readonly isTop: boolean;
}

/** A pair of braces that is open. */
interface Scope {
  readonly begun: Begun | undefined;
  readonly around: Surroundings;
  /** Of what is declared in it. */
  readonly path: string;
  readonly name: string | undefined;
  /** How many brackets were open outside. */
  readonly brackets: number;
}

/** Declarations of a language with braces, whatever its lines look like. */
export function braceOutline(marked: MarkedText, language: OutlineLanguage): readonly Declaration[] {
  return new BraceWalk(marked, language).run();
}

/** One pass over the code: `{`, `}` and `;` end statements, and so do lines where a new one can begin. */
class BraceWalk {
  readonly #marked: MarkedText;
  readonly #language: OutlineLanguage;
  readonly #found: Declaration[] = [];
  readonly #scopes: Scope[] = [{ begun: undefined, around: 'top', path: '', name: undefined, brackets: 0 }];
  #brackets = 0;
  #begun: Begun | undefined;
  /** The function that was closed last, and where: its brace may have been that of the type it returns. */
  #closed: { readonly begun: Begun; readonly index: number } | undefined;
  /** Behind the last code. */
  #codeEnd = 0;
  #isStart = true;
  #isNewLine = false;
  /** What may end a line or a statement, or what nests. */
  readonly #mark = /[\n;(){}[\]]/g;
  /** Where the next one is: remembered, as it may lie behind many strings. */
  #nextMark = -1;

  constructor(marked: MarkedText, language: OutlineLanguage) {
    this.#marked = marked;
    this.#language = language;
  }

  run(): readonly Declaration[] {
    const { text, regions } = this.#marked;
    let at = 0;
    for (const { kind, start, end } of regions) {
      this.#walk(at, start);
      if (kind === 'string') [this.#codeEnd, this.#isStart] = [end, false];
      // A comment that spans lines ends none of the code around it.
      at = end;
    }
    this.#walk(at, text.length);
    while (this.#scopes.length > 1) this.#closeScope(this.#codeEnd);
    this.#end(this.#codeEnd);
    return this.#found;
  }

  get #scope(): Scope {
    return this.#scopes.at(-1)!;
  }

  #walk(from: number, to: number): void {
    const { text } = this.#marked;
    for (let at = from; at < to; at += 1) {
      if (!this.#isStart) at = this.#skip(at, to);
      if (at === to) return;
      const unit = text.charCodeAt(at);
      if (isBlank(unit)) continue;
      if (unit === 10) {
        this.#isStart = this.#isNewLine = true;
        continue;
      }
      if (this.#isStart && unit !== 123 && unit !== 125) this.#begin(at, unit);
      this.#isStart = this.#isNewLine = false;
      if (unit === 123) this.#openScope(at);
      else if (unit === 125) this.#closeScope(at + 1);
      else if (unit === 40 || unit === 91) this.#brackets += 1;
      else if (unit === 41 || unit === 93)
        this.#brackets = Math.max(this.#brackets - 1, this.#scope.brackets);
      else if (unit === 59 && this.#brackets === this.#scope.brackets) {
        this.#end(at + 1);
        this.#isStart = true;
      }
      this.#codeEnd = at + 1;
    }
  }

  /** Within a statement only marks count: where the next one is, or else `to`. */
  #skip(from: number, to: number): number {
    const { text } = this.#marked;
    if (this.#nextMark < from) {
      this.#mark.lastIndex = from;
      this.#nextMark = this.#mark.test(text) ? this.#mark.lastIndex - 1 : text.length;
    }
    const at = Math.min(this.#nextMark, to);
    let end = at;
    while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
    if (end > from) this.#codeEnd = end;
    return at;
  }

  /** A statement may begin here. */
  #begin(at: number, unit: number): void {
    const { around, path, name, brackets } = this.#scope;
    if (this.#brackets !== brackets) return;
    if (this.#isNewLine && this.#begun !== undefined && this.#goesOn(unit)) return;
    const { text } = this.#marked;
    const head = headAt(text, at, { language: this.#language, around, within: name });
    // What follows a constant on a line of its own is no part of it; of a function it may be, such as `where`.
    if (head !== undefined || this.#begun?.head.kind === 'constant') this.#end(this.#codeEnd);
    if (head === undefined) return;
    this.#begun = { head, path: joined(path, head.name), start: at, isTop: around === 'top' };
  }

  /** Whether a line goes on with the statement before it. */
  #goesOn(unit: number): boolean {
    const last = this.#marked.text.charAt(this.#codeEnd - 1);
    return '=,+-*/%&|^<?:(.[!~'.includes(last) || '.?:+-*/%&|=<>,)]'.includes(String.fromCharCode(unit));
  }

  #openScope(at: number): void {
    const { text } = this.#marked;
    const outer = this.#scope;
    let begun = this.#brackets === outer.brackets ? this.#begun : undefined;
    if (this.#closed !== undefined && this.#brackets === outer.brackets && begun === undefined) {
      const { begun: closed, index } = this.#closed;
      const between = text.slice(this.#found[index]!.end, Math.min(at, this.#found[index]!.end + 80));
      // `total(): Promise<{ cents: number }> {`: only now its body begins.
      if (/^[ \t\w>[\]|&]*$/.test(between)) {
        begun = closed;
        this.#found.splice(index, 1);
      }
    }
    this.#closed = undefined;
    this.#scopes.push({
      begun,
      around: this.#surroundingsOf(begun, at),
      path: begun?.path ?? outer.path,
      name: begun?.head.name,
      brackets: this.#brackets,
    });
    if (begun !== undefined) this.#begun = undefined;
    this.#isStart = true;
  }

  #surroundingsOf(begun: Begun | undefined, at: number): Surroundings {
    if (begun === undefined) return 'function';
    const { kind } = begun.head;
    if (kind === 'type') return 'type';
    if (kind === 'scope') return this.#language.functionsLikeMethods ? 'top' : 'type';
    if (kind === 'function') return 'function';
    const { text } = this.#marked;
    const before = text.slice(Math.max(0, Math.min(this.#codeEnd, at) - 2), Math.min(this.#codeEnd, at));
    return before.endsWith('=>') || before.endsWith(')') || this.#language.methods !== 'name'
      ? 'function'
      : 'object';
  }

  #closeScope(end: number): void {
    this.#end(this.#codeEnd);
    const { begun, brackets } = this.#scope;
    // One brace too many closes nothing.
    if (this.#scopes.length > 1) this.#scopes.pop();
    this.#brackets = brackets;
    this.#closed = undefined;
    this.#isStart = true;
    if (begun === undefined) return;
    if (begun.head.kind === 'constant') {
      // `const prices = { ... } as const;`
      this.#begun = begun;
      return;
    }
    if (begun.head.kind === 'scope') return;
    this.#found.push({ path: begun.path, start: begun.start, end });
    if (begun.head.kind === 'function') this.#closed = { begun, index: this.#found.length - 1 };
  }

  /** A statement has ended, without a body of its own. */
  #end(end: number): void {
    const begun = this.#begun;
    this.#begun = undefined;
    if (begun === undefined || begun.head.kind === 'scope') return;
    // A function or a type that is only announced is declared elsewhere.
    const isAnnounced = this.#language.functionsLikeMethods && begun.isTop && begun.head.kind !== 'constant';
    if (!isAnnounced) this.#found.push({ path: begun.path, start: begun.start, end });
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
