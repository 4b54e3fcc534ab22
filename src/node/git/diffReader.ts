import type { DiffFile } from '../../core/review/diff';
import { FileDiff, type Room } from './fileDiff';
import { HunkReader } from './hunkReader';
import { patchHead, type RawRecord, rawRecords } from './rawRecord';

export interface DiffReaderOptions {
  readonly room: Room;
  isWanted(record: RawRecord): boolean;
  /** A path as it is told outside, of one by byte. */
  pathOf(bytes: string): string;
}

/**
 * Reads what `git diff-index --raw -z -p -U1 --full-index` prints, as it comes: first all records, then a patch for
 * each, but for those of which git only thought that they might differ.
 */
export class DiffReader {
  readonly #options: DiffReaderOptions;
  readonly #files: DiffFile[] = [];
  #tokens: string[] = [];
  #records: readonly RawRecord[] | undefined;
  /** Which record's patch is read. */
  #at = -1;
  #file: FileDiff | undefined;
  #hunk: HunkReader | undefined;
  /** Ids of the old and the new content. */
  #blobs = '';
  /** The beginning of a piece that goes on in the next chunk. */
  #rest = '';

  constructor(options: DiffReaderOptions) {
    this.#options = options;
  }

  /** The wanted files of which all was read until now. */
  get files(): readonly DiffFile[] {
    return this.#files;
  }

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.#hunk !== undefined) {
        at = this.#hunk.take(chunk, at);
        if (this.#hunk.isWhole) this.#hunk = undefined;
      } else {
        const end = chunk.indexOf(this.#records === undefined ? 0 : 10, at);
        this.#rest += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1) return;
        this.#takePiece(this.#rest);
        this.#rest = '';
        at = end + 1;
      }
    }
  }

  /** All records, and the wanted files that differ; `undefined` where the output was cut short or is not git's. */
  finish(): { readonly records: readonly RawRecord[]; readonly files: readonly DiffFile[] } | undefined {
    this.#endPatch();
    const records = this.#records ?? [];
    const isWhole = this.#hunk === undefined && this.#rest === '';
    const isKnown = this.#at < records.length || records.length === 0;
    return isWhole && isKnown ? { records, files: this.#files } : undefined;
  }

  #takePiece(piece: string): void {
    if (this.#records === undefined) {
      if (piece === '') this.#records = rawRecords(this.#tokens);
      else this.#tokens.push(piece);
    } else if (piece.startsWith('\\')) {
      // Nothing ends the last line of the hunk before.
      this.#file?.hash(Buffer.from(`${piece}\n`));
    } else if (piece.startsWith('diff --git ')) this.#startPatch(piece);
    else if (piece.startsWith('@@ ')) this.#startHunk(piece);
    else if (piece.startsWith('index ')) this.#blobs = piece.split(' ', 2)[1]!;
    else if (piece.startsWith('Binary files ')) this.#file?.takeBinary(this.#blobs);
  }

  #startPatch(head: string): void {
    this.#blobs = '';
    const records = this.#records!;
    const isOfRecord = () => {
      const record = records[this.#at];
      return record !== undefined && patchHead(record) === head;
    };
    // A file that became a link has two patches.
    if (records[this.#at]?.status === 'T' && isOfRecord()) {
      this.#file?.startSecondPatch();
      return;
    }
    this.#endPatch();
    do this.#at += 1;
    while (this.#at < records.length && !isOfRecord());
    const record = records[this.#at];
    const { room, isWanted } = this.#options;
    this.#file = record && isWanted(record) ? new FileDiff(record, room) : undefined;
  }

  #endPatch(): void {
    if (this.#file !== undefined) this.#files.push(this.#file.finish(this.#options.pathOf));
    this.#file = undefined;
  }

  #startHunk(head: string): void {
    const [, oldLine, olds = '1', newLine, news = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(head) ?? [];
    const [oldLines, newLines] = [Number(olds), Number(news)];
    // Where a side has no line, git names the one before.
    this.#file?.startHunk(Number(oldLine) - Math.min(oldLines, 1), Number(newLine) - Math.min(newLines, 1));
    this.#hunk = new HunkReader(this.#file, { oldLines, newLines });
  }
}
