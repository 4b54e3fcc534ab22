import { languageIdOf } from '../comments/languages';
import { scanRegions } from '../comments/scanRegions';
import { decodeCode, isBinary, utf16Of } from '../text/decode';
import { findMarkers, type MarkerTag } from './findMarkers';
import { walkLines } from './lineWalk';
import { toScannedMarker } from './scannedMarker';
import type { ScannedMarker } from './scanner';
import { type SpellingBytes, spellingBytesOf } from './spellingBytes';
import type { SpellingSearch } from './spellingSearch';

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
} as const;

/** `createSearch` makes the fastest search that this process has. */
export function createFileScanner(
  tags: readonly MarkerTag[],
  createSearch: (spellings: SpellingBytes) => SpellingSearch,
): FileScanner {
  const search = createSearch(spellingBytesOf(tags));
  return (bytes, path) => {
    if (isBinary(bytes)) return { markers: [], skipped: skipReasons.binary };
    const where = utf16Of(bytes) === undefined ? whereSpelled(bytes, search) : 'somewhere';
    if (where === 'nowhere') return { markers: [] };
    if (where === 'in long lines') return { markers: [], skipped: skipReasons.longLines };
    const decoded = decodeCode(bytes);
    return decoded.kind === 'text' ? scanText(decoded.text, path, tags) : { markers: [] };
  };
}

/** Most files hold no spelling at all, or only in lines that are too long: these need not be decoded. */
function whereSpelled(bytes: Uint8Array, search: SpellingSearch): 'nowhere' | 'in long lines' | 'somewhere' {
  let isInLongLine = false;
  for (let at = search(bytes, 0); at !== -1;) {
    let start = at;
    while (start > 0 && !isLineEnd(bytes[start - 1])) start--;
    let end = at;
    while (end < bytes.length && !isLineEnd(bytes[end])) end++;
    if (end - start <= scanLimits.lineLength) return 'somewhere';
    const line = decodeCode(bytes.subarray(start, end));
    if (line.kind === 'text' && line.text.length <= scanLimits.lineLength) return 'somewhere';
    isInLongLine = true;
    at = search(bytes, end);
  }
  return isInLongLine ? 'in long lines' : 'nowhere';
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

function scanText(text: string, path: string, tags: readonly MarkerTag[]): FileScan {
  const found = findMarkers(text, scanRegions(text, languageIdOf(path)), tags);
  const lines = walkLines(text);
  const markers: ScannedMarker[] = [];
  let isInLongLine = false;
  for (const marker of found) {
    const scanned = toScannedMarker(lines, marker);
    if (lines.lineLength() <= scanLimits.lineLength) markers.push(scanned);
    else isInLongLine = true;
  }
  return isInLongLine ? { markers, skipped: skipReasons.longLines } : { markers };
}
