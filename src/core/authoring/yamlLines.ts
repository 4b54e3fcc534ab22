import { readYamlLine, type YamlLine } from './yamlLine';

/** The lines of a text of YAML, or of a part of a text; a lone CR ends one, as in editors. Offsets are the text's. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** The last line that begins at an offset or before. */
  rowAt(offset: number): number;
  start(row: number): number;
  /** Before its line break. */
  end(row: number): number;
  /** Without its line break. */
  line(row: number): string;
  /** As far as the line tells alone. */
  read(row: number): YamlLine;
  /** Of a line that says something; `undefined` for an empty one, a comment and a mark. */
  indent(row: number): number | undefined;
  /** Whether it parts documents, or the sides of a merge. */
  isMark(row: number): boolean;
  /** The document of a line begins with the first row and ends before the second. */
  documentAt(row: number): readonly [from: number, to: number];
  /** The first line below that is not empty. */
  nextWritten(row: number): number | undefined;
  /** How far the next line that says something is indented, where that is further than a column. */
  indentBelow(row: number, column: number): number | undefined;
  /** Where what a key or a dash at a column holds ends, by indentation; an offset. */
  blockEnd(row: number, column: number): number;
}

export interface Region {
  readonly start: number;
  readonly end: number;
}

export function linesOf(text: string, region: Region = { start: 0, end: text.length }): Lines {
  return new TextLines(text, region);
}

export function isWhite(text: string): boolean {
  return text.trim() === '';
}

class TextLines implements Lines {
  readonly text: string;
  readonly #starts: number[];
  readonly #ends: number[] = [];
  /** Rows that part documents. */
  readonly #parting: number[] = [];

  constructor(text: string, { start, end }: Region) {
    this.text = text;
    // A mark of the byte order belongs to no line.
    this.#starts = [start === 0 && text.startsWith('\ufeff') ? 1 : start];
    const breaks = /\r\n|\r|\n/g;
    breaks.lastIndex = this.#starts[0]!;
    for (let match = breaks.exec(text); match !== null && match.index < end; match = breaks.exec(text)) {
      this.#ends.push(match.index);
      this.#starts.push(Math.min(breaks.lastIndex, end));
    }
    this.#ends.push(Math.max(end, this.#starts.at(-1)!));
    for (const [row, at] of this.#starts.entries())
      if (text.startsWith('---', at) || text.startsWith('...', at))
        if (this.isMark(row)) this.#parting.push(row);
  }

  get count(): number {
    return this.#starts.length;
  }

  rowAt(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  start(row: number): number {
    return this.#starts[row]!;
  }

  end(row: number): number {
    return this.#ends[row]!;
  }

  line(row: number): string {
    return this.text.slice(this.#starts[row], this.#ends[row]);
  }

  read(row: number): YamlLine {
    return readYamlLine(this.line(row));
  }

  indent(row: number): number | undefined {
    const end = this.#ends[row]!;
    let at = this.#starts[row]!;
    while (at < end && (this.text[at] === ' ' || this.text[at] === '\t')) at++;
    if (at === end || this.text[at] === '#') return undefined;
    const indent = at - this.#starts[row]!;
    return indent === 0 && this.isMark(row) ? undefined : indent;
  }

  isMark(row: number): boolean {
    return /^(?:(?:---|\.\.\.)(?:[ \t]|$)|<{7}|={7}|>{7}|\|{7})/.test(
      this.text.slice(this.#starts[row], Math.min(this.#ends[row]!, this.#starts[row]! + 8)),
    );
  }

  documentAt(row: number): readonly [number, number] {
    const before = this.#parting.findLast((each) => each < row) ?? -1;
    return [before + 1, this.#parting.find((each) => each > row) ?? this.#starts.length];
  }

  nextWritten(row: number): number | undefined {
    for (let each = row + 1; each < this.#starts.length; each++) if (!isWhite(this.line(each))) return each;
    return undefined;
  }

  indentBelow(row: number, column: number): number | undefined {
    for (let each = row + 1; each < this.#starts.length; each++) {
      const indent = this.indent(each);
      if (indent !== undefined) return indent > column ? indent : undefined;
    }
    return undefined;
  }

  blockEnd(row: number, column: number): number {
    for (let each = row + 1; each < this.#starts.length; each++) {
      const indent = this.indent(each);
      // A bracket that closes may stand under the key.
      if (indent !== undefined && indent <= column && !/^[\]}]/.test(this.line(each).trimStart()))
        return this.#starts[each]!;
    }
    return this.#ends.at(-1)!;
  }
}
