import { URI, Utils } from 'vscode-uri';
import type { FileContent, Host } from '../host';
import { createFileScanner, type FileScan, type FileScanner, scanLimits, skipReasons } from './scanFile';
import { type MarkerScanner, type ScanRequest, type ScanTarget, slowFileMilliseconds } from './scanner';
import { createSpellingSearch } from './spellingSearch';

/** Reads files through a host, a few ahead, and scans them in between: for hosts without threads or a file system. */
export function createHostScanner(host: Host): MarkerScanner {
  return { scan: (request) => scanWith(host, request), dispose: () => undefined };
}

/** High enough to hide what a round trip costs, low enough to hold the files in memory. */
const readsAhead = 8;

/** How long the event loop may wait; one file of the largest size takes about as long again. */
const sliceMilliseconds = 16;

async function scanWith(host: Host, request: ScanRequest): Promise<void> {
  const { root, files, tagSets, signal, onFile, onSkipped, onSlow, onProgress } = request;
  const scanners = tagSets.map((tags) => createFileScanner(tags, createSpellingSearch));
  const folder = URI.parse(root);
  const read = ({ path }: ScanTarget, most: number = scanLimits.fileBytes) =>
    host.readFile(Utils.joinPath(folder, path).toString(), most);
  const reads = files.slice(0, readsAhead).map((target) => read(target));
  let sliceStart = host.now().getTime();
  for (const [index, target] of files.entries()) {
    const { path, tagSet } = target;
    const content = await reads.shift();
    if (signal?.aborted) return;
    const ahead = files[index + readsAhead];
    if (ahead !== undefined) reads.push(read(ahead));
    const begun = host.now().getTime();
    const { markers, skipped } = scanContent(content, path, scanners[tagSet]);
    const milliseconds = host.now().getTime() - begun;
    if (milliseconds >= slowFileMilliseconds) onSlow?.({ path, milliseconds });
    if (markers.length > 0) onFile({ path, markers });
    if (skipped !== undefined) onSkipped({ path, reason: skipped });
    if (host.now().getTime() - sliceStart < sliceMilliseconds) continue;
    // Files that were read ahead need no wait; an answer to a new question does, so the event loop has its turn.
    await read(target, 0);
    if (signal?.aborted) return;
    onProgress?.(index + 1);
    sliceStart = host.now().getTime();
  }
  onProgress?.(files.length);
}

function scanContent(
  content: FileContent | undefined,
  path: string,
  scan: FileScanner | undefined,
): FileScan {
  if (content === undefined) return { markers: [], skipped: skipReasons.unreadable };
  if (content.kind === 'tooLarge') return { markers: [], skipped: skipReasons.tooLarge };
  return scan?.(content.bytes, path) ?? { markers: [] };
}
