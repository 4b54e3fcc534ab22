/** A task of a Markdown list. UTF-16 offsets, `end` exclusive. */
export interface Task {
  /** Markdown, on one line; what a nested task belongs to stands before it. */
  readonly ask: string;
  /** The comments about it, as text. */
  readonly why?: string;
  /** The heading above it, as Markdown; absent above the first heading. */
  readonly heading?: string;
  readonly start: number;
  readonly end: number;
}

const itemLine = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX./~-])\][ \t]+)?(.*)$/;

/**
 * The tasks of a Markdown text: list items with a box, ticked (`[x]`), begun (`[/]`, `[.]`) or not. A comment on a
 * task's lines or right above it is about that task; one that stands alone above a list is about each of the list.
 * Fenced code and what is inside comments is left out. One pass over the lines.
 */
export function readTasks(text: string): readonly Task[] {
  const reader = new TaskReader();
  for (const line of linesOf(text)) reader.take(line);
  return reader.done();
}

interface Line {
  /** Without comments. */
  readonly text: string;
  readonly comments: readonly string[];
  readonly start: number;
  readonly end: number;
}

interface OpenTask {
  readonly indent: number;
  readonly above: readonly string[];
  readonly comments: string[];
  readonly heading: string | undefined;
  readonly start: number;
  end: number;
  ask: string;
}

class TaskReader {
  readonly #tasks: Task[] = [];
  #heading: string | undefined;
  #open: OpenTask | undefined;
  /** Items around the next line, the outermost first. */
  #parents: { readonly indent: number; readonly ask: string }[] = [];
  /** Comments since the last line that says anything, and whether an empty line came after them. */
  #comments: string[] = [];
  #forList: readonly string[] = [];
  #isApart = false;
  #fence: string | undefined;

  take(line: Line): void {
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (this.#fence !== undefined) {
      if (mark?.startsWith(this.#fence)) this.#fence = undefined;
      return;
    }
    this.#fence = mark;
    if (mark !== undefined) return this.#close();
    if (line.text.trim() === '') this.#skip(line);
    else this.#read(line);
  }

  done(): readonly Task[] {
    this.#close();
    return this.#tasks;
  }

  /** What follows may be about the same task still. */
  #skip({ comments }: Line): void {
    this.#comments.push(...comments);
    this.#isApart = comments.length === 0;
  }

  #read(line: Line): void {
    const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line.text)?.[1];
    const [, indent = '', box, words = ''] = itemLine.exec(line.text) ?? [];
    const isItem = itemLine.test(line.text);
    if (heading !== undefined) {
      this.#close();
      this.#heading = heading;
      this.#parents = [];
      this.#forget();
    } else if (isItem) {
      this.#item(line, { indent: indent.replaceAll('\t', '    ').length, box, words: words.trim() });
    } else if (this.#open !== undefined && /^[ \t]/.test(line.text)) {
      this.#open.ask = `${this.#open.ask} ${line.text.trim()}`;
      this.#open.comments.push(...line.comments);
      this.#open.end = line.end;
    } else {
      this.#close();
      this.#parents = [];
      this.#forget();
      this.#comments = [...line.comments];
    }
  }

  #item(
    line: Line,
    { indent, box, words }: { indent: number; box: string | undefined; words: string },
  ): void {
    const isFirst = this.#open === undefined && this.#parents.length === 0;
    this.#close();
    const isAlone = this.#isApart || isFirst;
    if (isAlone && this.#comments.length > 0) this.#forList = this.#comments;
    const own = isAlone ? [] : this.#comments;
    this.#comments = [];
    this.#isApart = false;
    this.#parents = this.#parents.filter((parent) => parent.indent < indent);
    if (box !== undefined && words !== '')
      this.#open = {
        indent,
        above: this.#parents.map(({ ask }) => ask),
        comments: [...own, ...line.comments],
        heading: this.#heading,
        start: line.start,
        end: line.end,
        ask: words,
      };
    this.#parents.push({ indent, ask: words });
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const why = (open.comments.length > 0 ? open.comments : this.#forList).join('\n\n');
    this.#tasks.push({
      ask: [...open.above.slice(-1), open.ask].join(': '),
      ...(why !== '' && { why }),
      ...(open.heading !== undefined && { heading: open.heading }),
      start: open.start,
      end: open.end,
    });
  }

  #forget(): void {
    this.#comments = [];
    this.#forList = [];
    this.#isApart = false;
  }
}

/** The lines of a text with the comments of each apart; one of several lines belongs to the line on which it ends. */
function* linesOf(text: string): Generator<Line> {
  let inside: string[] | undefined;
  let at = 0;
  for (const raw of text.split('\n')) {
    const start = at;
    at += raw.length + 1;
    const comments: string[] = [];
    let rest = '';
    let from = 0;
    while (from <= raw.length) {
      const mark = inside === undefined ? '<!--' : '-->';
      const found = raw.indexOf(mark, from);
      const piece = raw.slice(from, found < 0 ? raw.length : found);
      if (inside === undefined) rest += piece;
      else inside.push(piece.trim());
      if (found < 0) break;
      from = found + mark.length;
      if (inside !== undefined) comments.push(inside.filter(Boolean).join('\n'));
      inside = inside === undefined ? [] : undefined;
    }
    if (inside !== undefined && rest.trim() === '' && comments.length === 0) continue;
    yield {
      text: rest.trimEnd(),
      comments: comments.filter(Boolean),
      start,
      end: start + raw.trimEnd().length,
    };
  }
}
