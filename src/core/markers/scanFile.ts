import { languageIdOf } from '../comments/languages';
import { scanRegions } from '../comments/scanRegions';
import { excusesByLine } from '../match/excuses';
import { isLineEnd } from '../comments/characters';
import { decodeCode, isBinary, withoutUtf16 } from '../text/decode';
import { compileDocumentTags, type DocumentSearch } from './documentSearch';
import type { MarkerTag } from './findMarkers';
import { walkLines } from './lineWalk';
import type { Stretch } from './markerBody';
import { notebookCells } from './notebookCells';
import { toScannedMarker } from './scannedMarker';
import type { ScannedMarker } from './scanner';
import { type SpellingBytes, spellingBytesOf } from './spellingBytes';
import { createSpellingSearch, type SpellingSearch } from './spellingSearch';

/** What one file holds. It may have markers and yet not have been searched as a whole. */
export interface FileScan {
  readonly markers: readonly ScannedMarker[];
  /** See `SkippedFile.reason`. */
  readonly skipped?: string;
}

/** Looks for the same tags in one file after the other; `path` tells the language. Linear in the file's length. */
export type FileScanner = (bytes: Uint8Array, path: string) => FileScan;

export const scanLimits = {
  /** Larger files are not read. */
  fileBytes: 2 * 1024 * 1024,
  /** Lines that are longer, in UTF-16 units, were written by a program. */
  lineLength: 20_000,
} as const;

/** Why files are skipped, in words that end the sentence "was not scanned: it ...". */
export const skipReasons = {
  binary: 'is binary',
  tooLarge: 'is larger than 2 MB',
  longLines: 'has lines of more than 20,000 characters, and these are not searched',
  gone: 'is no longer there',
  noFile: 'is no regular file',
  unreadable: 'cannot be read',
  failed: 'made the search fail, which is a mistake in Leadlight',
  unlisted: 'lies beyond the first 300,000 files, and only these are listed',
  /** Of a folder. */
  tooManyFiles: 'has more than 300,000 files, and only the first of them are listed',
} as const;

/**
 * `createSearch` makes the fastest search that this process has, for bytes that are handed to the scanner. The scanner
 * does not throw: what goes wrong in one file is no reason to look at no other.
 */
export function createFileScanner(
  tags: readonly MarkerTag[],
  createSearch: (spellings: SpellingBytes) => SpellingSearch,
): FileScanner {
  const scan = createThrowingScanner(tags, createSearch);
  return (bytes, path) => {
    try {
      return scan(bytes, path);
    } catch {
      return { markers: [], skipped: skipReasons.failed };
    }
  };
}

function createThrowingScanner(
  tags: readonly MarkerTag[],
  createSearch: (spellings: SpellingBytes) => SpellingSearch,
): FileScanner {
  const spellings = spellingBytesOf(tags);
  const search = createSearch(spellings);
  const otherSearch = createSpellingSearch(spellings);
  const markerSearch = compileDocumentTags(tags);
  return (bytes, path) => {
    if (isBinary(bytes)) return { markers: [], skipped: skipReasons.binary };
    const utf8 = withoutUtf16(bytes);
    const { lines, hasLongLines } = spelledLines(utf8, utf8 === bytes ? search : otherSearch);
    // Most files hold no spelling at all: these are not even decoded.
    const markers = lines.length === 0 ? [] : markersOf(utf8, path, { lines, markerSearch });
    return hasLongLines ? { markers, skipped: skipReasons.longLines } : { markers };
  };
}

/** The lines in which a spelling stands, as stretches of bytes, and whether others were left out as too long. */
function spelledLines(bytes: Uint8Array, search: SpellingSearch) {
  const lines: Stretch[] = [];
  let hasLongLines = false;
  const textStart = markLength(bytes);
  for (let at = search(bytes, textStart); at !== -1;) {
    let start = at;
    while (start > textStart && !isLineEnd(bytes[start - 1]!)) start--;
    let end = at;
    while (end < bytes.length && !isLineEnd(bytes[end]!)) end++;
    const isLong =
      end - start > scanLimits.lineLength && utf16Length(bytes, start, end) > scanLimits.lineLength;
    if (isLong) hasLongLines = true;
    else lines.push({ start, end });
    at = search(bytes, end + 1);
  }
  return { lines, hasLongLines };
}

interface Search {
  readonly lines: readonly Stretch[];
  readonly markerSearch: DocumentSearch;
}

function markersOf(
  bytes: Uint8Array,
  path: string,
  { lines, markerSearch }: Search,
): readonly ScannedMarker[] {
  const text = decodeCode(bytes);
  if (/\.ipynb$/i.test(path)) return markersOfNotebook(text, markerSearch);
  const languageId = languageIdOf(path, text);
  const ownLines = text.length === bytes.length ? lines : inUtf16(bytes, lines);
  const regions = scanRegions(text, languageId, ownLines.at(-1)!.end + longestReach);
  const positions = walkLines(text);
  const excused = excusesByLine(text, { regions, positions: walkLines(text) });
  return markerSearch.find({ text, languageId, regions, lines: ownLines }).map((marker) => {
    const { line } = positions.positionAt(marker.start);
    return toScannedMarker(positions, marker, excused.get(line));
  });
}

/** Beyond the line of an attribute, the comment that gives its reason begins at most so far behind, in UTF-16 units. */
const longestReach = 4096;

/** In a notebook's file, where strings of JSON hold the code. */
function markersOfNotebook(text: string, search: DocumentSearch): readonly ScannedMarker[] {
  const positions = walkLines(text);
  return notebookCells(text).flatMap((cell) => {
    const regions = scanRegions(cell.text, cell.languageId);
    // Its lines may all stand in one line of the file.
    const inCell = walkLines(cell.text);
    const excused = excusesByLine(cell.text, { regions, positions: walkLines(cell.text) });
    return search
      .find({ ...cell, regions })
      .map((marker) =>
        toScannedMarker(
          positions,
          { ...marker, start: cell.offsetAt(marker.start), end: cell.offsetAt(marker.end - 1) + 1 },
          excused.get(inCell.positionAt(marker.start).line),
        ),
      );
  });
}

/** The lines as stretches of the text that the bytes are in UTF-8. */
function inUtf16(bytes: Uint8Array, lines: readonly Stretch[]): readonly Stretch[] {
  let offset = 0;
  let from = markLength(bytes);
  return lines.map(({ start, end }) => {
    const first = offset + utf16Length(bytes, from, start);
    offset = first + utf16Length(bytes, start, end);
    from = end;
    return { start: first, end: offset };
  });
}

/** A byte order mark is no part of the text. */
function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** How many UTF-16 units a stretch of UTF-8 is. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}
