import { unquotePath } from './unquotePath';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Takes what `git diff -U0` prints line by line, and keeps where lines were added, by path. Contents are counted, not read. */
export class AddedSpans {
  readonly spans = new Map<string, Span[]>();
  #path: string | undefined;
  /** Lines of the hunk that are still to come. */
  #left = 0;

  take(line: string): void {
    // `\ No newline at end of file` is in none of the counts.
    if (line.startsWith('\\')) return;
    if (this.#left > 0) {
      this.#left -= 1;
      return;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line);
    if (hunk !== null) this.#takeHunk(hunk);
    else if (line.startsWith('diff ')) this.#path = undefined;
    else if (line.startsWith('+++ ')) this.#path = pathOf(line.slice(4));
  }

  #takeHunk([, removed = '1', first, added = '1']: RegExpExecArray): void {
    this.#left = Number(removed) + Number(added);
    if (this.#path === undefined || Number(added) === 0) return;
    const from = Number(first) - 1;
    const spans = this.spans.get(this.#path) ?? [];
    this.spans.set(this.#path, spans);
    spans.push({ from, to: from + Number(added) });
  }
}

/** `b/a file<TAB>`, `"b/\303\244"`, `/dev/null` */
function pathOf(written: string): string | undefined {
  const path = unquotePath(written.replace(/\t$/u, ''));
  return path.startsWith('b/') ? path.slice(2) : undefined;
}
