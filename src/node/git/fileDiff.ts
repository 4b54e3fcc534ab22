import { createHash } from 'node:crypto';
import type { DiffFile, FileStatus } from '../../core/review/diff';
import type { RawRecord } from './rawRecord';

/** How many bytes of lines may be kept: of one file, and still of all together. */
export interface Room {
  readonly ofFile: number;
  ofAll: number;
}

/** Collects what a patch says of a file. */
export class FileDiff {
  readonly record: RawRecord;
  readonly #room: Room;
  /** Bytes of lines. */
  #kept = 0;
  #isCut = false;
  #hunks: { oldStart: number; newStart: number; removed: string[]; added: string[] }[] = [];
  #isBinary = false;
  #added = 0;
  #deleted = 0;
  /** Where the next line stands. */
  #oldLine = 0;
  #newLine = 0;
  /** Whether the next changed line belongs to the last hunk. */
  #isInHunk = false;
  /** Lines that were deleted before this patch: a file that became a link has two patches. */
  #deletedBefore = 0;
  readonly #hash = createHash('sha256');

  constructor(record: RawRecord, room: Room) {
    this.record = record;
    this.#room = room;
    const { modes, oldPath, path } = record;
    // A mode that both have is not in it: where the base switches it, what was changed here is still the same.
    const switched = modes[0] === modes[1] ? '' : modes.join(' ');
    this.#hash.update(`${statusOf(record)}\0${switched}\0${oldPath}\0${path}\0`, 'latin1');
  }

  /** Whether so many bytes more can be kept; where not, the file is cut. */
  hasRoom(bytes: number): boolean {
    if (this.#isCut) return false;
    if (this.#kept + bytes <= this.#room.ofFile && bytes <= this.#room.ofAll) return true;
    this.#room.ofAll += this.#kept;
    this.#isCut = true;
    this.#hunks = [];
    return false;
  }

  startSecondPatch(): void {
    this.#deletedBefore = this.#deleted;
  }

  /** `blobs` are the ids of both contents. */
  takeBinary(blobs: string): void {
    this.#isBinary = true;
    this.#hash.update(blobs);
  }

  startHunk(oldLine: number, newLine: number): void {
    this.#isInHunk = false;
    this.#oldLine = oldLine + this.#deletedBefore;
    this.#newLine = newLine;
  }

  /** Bytes of the patch: changed lines with their signs, and one line around them, by which they are moved or not. */
  hash(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  takeContext(count: number): void {
    this.#isInHunk = false;
    this.#oldLine += count;
    this.#newLine += count;
  }

  /** Lines that follow each other, with their signs but for the first one's. */
  takeLines(sign: '+' | '-', count: number, bytes: Buffer): void {
    if (this.hasRoom(bytes.length)) {
      this.#kept += bytes.length;
      this.#room.ofAll -= bytes.length;
      this.#keep(sign, bytes.toString().split(`\n${sign}`));
    }
    if (sign === '+') {
      this.#added += count;
      this.#newLine += count;
    } else {
      this.#deleted += count;
      this.#oldLine += count;
    }
  }

  #keep(sign: '+' | '-', lines: readonly string[]): void {
    if (!this.#isInHunk)
      this.#hunks.push({ oldStart: this.#oldLine, newStart: this.#newLine, removed: [], added: [] });
    this.#isInHunk = true;
    const hunk = this.#hunks.at(-1)!;
    const kept = sign === '+' ? hunk.added : hunk.removed;
    for (const line of lines) kept.push(line);
  }

  /** `pathOf` gives a path as it is told outside. */
  finish(pathOf: (bytes: string) => string): DiffFile {
    const { record } = this;
    const status = statusOf(record);
    const [from, to] = record.modes;
    return {
      path: pathOf(record.path),
      ...(status === 'renamed' ? { oldPath: pathOf(record.oldPath) } : {}),
      status,
      kind: kindOfMode(status === 'deleted' ? from : to) ?? (this.#isBinary ? 'binary' : 'text'),
      ...(status === 'added' || status === 'deleted' || from === to ? {} : { modes: { from, to } }),
      ...(status === 'added' ? {} : { oldBlob: record.oldBlob }),
      added: this.#added,
      deleted: this.#deleted,
      hunks: this.#hunks,
      isCut: this.#isCut,
      fingerprint: this.#hash.digest('hex').slice(0, 32),
    };
  }
}

const statuses: Readonly<Record<string, FileStatus>> = { A: 'added', D: 'deleted', R: 'renamed' };

function statusOf({ status }: RawRecord): FileStatus {
  return statuses[status] ?? 'modified';
}

function kindOfMode(mode: string): DiffFile['kind'] | undefined {
  if (mode === '160000') return 'submodule';
  return mode === '120000' ? 'link' : undefined;
}
