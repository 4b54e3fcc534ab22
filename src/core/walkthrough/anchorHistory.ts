import type { Range } from 'vscode-languageserver-types';
import type { Blame, Git } from '../git';
import { anchorAt, resolveAnchor } from '../text/contentAnchor';
import type { RegexEngine } from '../text/pattern';
import { relativePath } from '../text/links';
import { mostAnchorBytes, textOf, type AnchorFiles } from './anchorFiles';
import type { ReadText } from './anchorText';
import { findInText, linesRange } from './findInText';
import { isPlaced, quoted, type StepAnchor, type TextPlace } from './stepAnchor';

export interface AnchorHistoryOptions {
  readonly git: Git;
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  readonly files: AnchorFiles;
  readonly engine?: RegexEngine | undefined;
}

/** An anchor as its source has it. */
export interface WrittenAnchor {
  readonly at: StepAnchor;
  /** The source, and the 0-based line in it that says where. */
  readonly uri: string;
  readonly line: number;
  /** Of the file, relative to the workspace folder, as it was called then. */
  readonly path: string;
}

/** What git knows about anchors: what they were about when they were written. */
export class AnchorHistory {
  readonly #options: AnchorHistoryOptions;
  readonly #blames = new Map<string, Promise<Blame | undefined>>();
  readonly #texts = new Map<string, Promise<ReadText | undefined>>();

  constructor(options: AnchorHistoryOptions) {
    this.#options = options;
  }

  /**
   * Where that is now which the anchor was about in the commit that wrote it, word for word; `undefined` where that
   * is not known: it is not committed, or git cannot tell.
   */
  async follow(written: WrittenAnchor, now: ReadText): Promise<TextPlace | undefined> {
    const commit = await this.#commitOf(written);
    const then = commit === undefined ? undefined : await this.#textIn(commit, written.path);
    if (then === undefined) return undefined;
    const place = findInText(written.at, then, this.#options.engine);
    if (!isPlaced(place)) {
      const message =
        'What it says did not fit when it was written: see what it should be about, and anchor it anew.';
      return { state: place.state, message };
    }
    return place.range && followed(place.range, then, now);
  }

  /** Where a file that is gone is now. */
  async renamed(path: string): Promise<string | undefined> {
    return this.#options.git.renamed(this.#options.root, path);
  }

  async #commitOf({ uri, line }: WrittenAnchor): Promise<string | undefined> {
    const blame = this.#blames.get(uri) ?? this.#blame(uri);
    this.#blames.set(uri, blame);
    return (await blame)?.lines[line]?.commit;
  }

  async #blame(uri: string): Promise<Blame | undefined> {
    const { git, root, files } = this.#options;
    const source = await files.read({ uri, path: relativePath(uri, root) ?? uri });
    return source.kind === 'text' ? git.blame(uri, source.file.text) : undefined;
  }

  #textIn(commit: string, path: string): Promise<ReadText | undefined> {
    const { git, root } = this.#options;
    const key = `${commit} ${path}`;
    const known =
      this.#texts.get(key) ??
      git
        .fileIn(root, { commit, path, maxBytes: mostAnchorBytes })
        .then((bytes) => bytes && textOf(bytes, path));
    this.#texts.set(key, known);
    return known;
  }
}

/** Where the lines of a range are in a later text; never others. */
function followed(range: Range, then: ReadText, now: ReadText): TextPlace {
  const { start, end } = range;
  const place = resolveAnchor(anchorAt(then.content, { start: start.line, end: end.line }), now.content);
  const old = then.lines.slice(start.line, end.line + 1).find((line) => line.trim() !== '') ?? '';
  if (!('span' in place)) {
    const gone = place.state === 'missing' ? 'is not there any more' : 'cannot be told from other places now';
    const message = `What stood in line ${start.line + 1} when this was written ${gone}: ${quoted(old)}`;
    return { state: place.state, message };
  }
  const { span } = place;
  const whole = linesRange(now.lines, span.start, span.end);
  const isWhole =
    start.character <= indentOf(then.lines[start.line]!) && end.character >= then.lines[end.line]!.length;
  const shifted = {
    start: shift(start.character, {
      from: then.lines[start.line]!,
      to: now.lines[span.start]!,
      line: span.start,
    }),
    end: shift(end.character, { from: then.lines[end.line]!, to: now.lines[span.end]!, line: span.end }),
  };
  const message = `It moved from line ${start.line + 1} to line ${span.start + 1}.`;
  return {
    state: place.state,
    range: isWhole ? whole : shifted,
    ...(place.state === 'moved' && { message }),
  };
}

/** The same character of a line that may be indented in another way. */
function shift(
  character: number,
  { from, to, line }: { readonly from: string; readonly to: string; readonly line: number },
): Range['start'] {
  const moved = character + indentOf(to) - indentOf(from);
  return { line, character: Math.max(0, Math.min(moved, to.length)) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
