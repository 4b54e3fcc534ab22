import type { SourcePath } from './yamlBlocks';
import type { Written } from './place';
import { isBlank, quoteEnd } from './yamlLine';

export interface FlowQuery {
  /** Of the bracket that opens it. */
  readonly start: number;
  /** Where what belongs to it ends at the latest. */
  readonly limit: number;
  readonly offset: number;
  /** Of the value that it is. */
  readonly path: SourcePath;
}

/** What is at an offset of a mapping in braces or a list in brackets; `undefined` where it ended before. */
export function flowPlaceAt(text: string, query: FlowQuery): Written | undefined {
  return new FlowReader(text, query).read();
}

interface Frame {
  readonly kind: '[' | '{';
  index: number;
  /** The one whose value is next, and where it ends with its quotes. */
  key: { readonly name: string; readonly end: number } | undefined;
  isBehindColon: boolean;
  readonly keys: Token[];
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly quote: Written['quote'];
}

interface Hit {
  readonly frame: Frame;
  readonly path: SourcePath;
  readonly isValue: boolean;
  readonly token: Token;
}

/** One walk from the opening bracket to where the mapping or list of the cursor ends. */
class FlowReader {
  readonly #text: string;
  readonly #query: FlowQuery;
  readonly #frames: Frame[] = [];
  #hit: Hit | undefined;
  /** Whether what holds the cursor was read to its end. */
  #isDone = false;

  constructor(text: string, query: FlowQuery) {
    this.#text = text;
    this.#query = query;
  }

  read(): Written | undefined {
    const { start, limit, offset } = this.#query;
    if (offset <= start) return undefined;
    let at = start;
    while (at < limit && !this.#isDone) {
      if (at > offset && this.#hit === undefined) return undefined;
      const next = this.#step(at);
      if (next === undefined) return undefined;
      at = next;
      if (this.#frames.length === 0) break;
    }
    if (this.#hit === undefined && this.#frames.length > 0 && at === offset) this.#touch(emptyAt(offset));
    return this.#hit && this.#result(this.#hit);
  }

  /** Reads what begins at an offset, and returns where it ends; `undefined` where nothing is written at the cursor. */
  #step(at: number): number | undefined {
    const { limit, offset } = this.#query;
    const character = this.#text[at]!;
    const frame = this.#frames.at(-1);
    if (character === '"' || character === "'") return this.#quoted(at);
    if (character === '#' && isSpace(this.#text[at - 1])) {
      const end = lineEnd(this.#text, at, limit);
      return offset > at && offset <= end ? undefined : end;
    }
    if (character === '[' || character === '{') {
      if (at === offset) return undefined;
      this.#frames.push({ kind: character, index: 0, key: undefined, isBehindColon: false, keys: [] });
      return at + 1;
    }
    const isEnd = character === ',' || character === ']' || character === '}';
    if (isEnd || isSpace(character)) {
      if (at === offset && this.#hit === undefined) this.#touch(emptyAt(offset));
      if (character === ']' || character === '}') this.#isDone = this.#frames.pop() === this.#hit?.frame;
      else if (character === ',' && frame !== undefined) {
        frame.index++;
        frame.key = undefined;
        frame.isBehindColon = false;
      }
      return at + 1;
    }
    if (character === ':' && (frame?.key?.end === at || isFlowBreak(this.#text[at + 1]))) {
      if (frame?.key !== undefined) frame.isBehindColon = true;
      return at + 1;
    }
    return this.#plain(at);
  }

  #quoted(start: number): number | undefined {
    const { limit, offset } = this.#query;
    const closed = quoteEnd(this.#text, start, limit);
    // What is never closed ends with its line, or the rest of the text would be in it.
    const end = closed ?? lineEnd(this.#text, start, limit);
    const inner = { start: start + 1, end: closed === undefined ? end : end - 1 };
    const quote = this.#text[start] as '"' | "'";
    if (offset === start || (closed === offset && this.#hit === undefined)) return undefined;
    if (start < offset && offset <= inner.end)
      this.#touch({ start: inner.start, end: closed === undefined ? offset : inner.end, quote });
    this.#take({ ...inner, quote }, end);
    return end;
  }

  #plain(start: number): number {
    const { limit, offset } = this.#query;
    let end = start + 1;
    let at = start + 1;
    for (; at < limit; at++) {
      const character = this.#text[at]!;
      if (',[]{}\n\r'.includes(character)) break;
      if (character === ':' && isFlowBreak(this.#text[at + 1])) break;
      if (character === '#' && isBlank(this.#text[at - 1])) break;
      if (!isBlank(character)) end = at + 1;
    }
    const token: Token = { start, end, quote: '' };
    if (start <= offset && offset <= end) this.#touch(token);
    this.#take(token, end);
    return end;
  }

  /** A scalar of a mapping that stands before its colon is a key. */
  #take({ start, end, quote }: Token, behind: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind !== '{' || frame.isBehindColon || frame.key !== undefined) return;
    frame.key = { name: this.#text.slice(start, end), end: behind };
    frame.keys.push({ start, end, quote });
  }

  #touch(token: Token): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || this.#hit !== undefined) return;
    const isValue = frame.kind === '[' || frame.isBehindColon;
    const path = this.#frames.slice(0, -1).map((each) => this.#partOf(each));
    if (isValue) path.push(this.#partOf(frame));
    this.#hit = { frame, path: [...this.#query.path, ...path], isValue, token };
  }

  #partOf({ kind, index, key }: Frame): string | number {
    return kind === '[' ? index : (key?.name ?? '');
  }

  #result({ frame, path, isValue, token }: Hit): Written {
    const { start, end, quote } = token;
    const others = frame.keys.filter((key) => key.start !== start);
    return {
      on: isValue ? 'value' : 'key',
      path,
      start,
      end,
      quote,
      keys: isValue ? [] : others.map((key) => this.#text.slice(key.start, key.end)),
      hasColon: !isValue && /^["']?[ \t]*:/.test(this.#text.slice(end, end + 20)),
      isFlow: true,
      needsSpace: quote === '' && start === end && this.#text[start - 1] === ':',
    };
  }
}

function emptyAt(offset: number): Token {
  return { start: offset, end: offset, quote: '' };
}

function isSpace(character: string | undefined): boolean {
  return isBlank(character) || character === '\n' || character === '\r';
}

/** What ends a key's colon in flow: a space, or a sign of flow. */
function isFlowBreak(character: string | undefined): boolean {
  return isSpace(character) || ',[]{}'.includes(character!);
}

function lineEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
