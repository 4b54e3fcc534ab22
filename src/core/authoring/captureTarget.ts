import { URI, Utils } from 'vscode-uri';
import { formats, ownFile } from '../guidance/formats';
import type { Guidance } from '../guidance/guidance';
import type { Kind } from '../guidance/model';
import { relativePath } from '../text/links';

/** Where a new entry is to be written. */
export interface CaptureTarget {
  /** URI of the file, which may not be there yet. */
  readonly uri: string;
  /** Path of the folder that it speaks for, in the workspace folder: empty, or ending in `/`. */
  readonly folder: string;
}

/**
 * The file of the innermost folder with guidance of its own around a path: the one that has most entries of the kind,
 * or else the one for everything, or the only one; and a new one where there is none.
 */
export function captureTarget(guidance: Guidance, path: string, kind: Kind): CaptureTarget {
  const own = guidance.sources.flatMap((source) => {
    const file = ownFile(relativePath(source.uri, guidance.root) ?? '');
    // What a pack says is not this team's to write.
    const isHere = file !== undefined && source.folder === source.linkBase && path.startsWith(file.folder);
    return isHere ? [{ source, file }] : [];
  });
  const folder = own.map(({ file }) => file.folder).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const files = own
    .filter(({ file }) => file.folder === folder && file.format === formats.leadlight)
    .map(({ source }) => ({
      uri: source.uri,
      entries: source.entries.filter((entry) => entry.kind === kind).length,
    }));
  const most = Math.max(0, ...files.map(({ entries }) => entries));
  const fitting =
    (most > 0 ? files.findLast(({ entries }) => entries === most) : undefined) ??
    files.find(({ uri }) => /\/guidance\.ya?ml$/.test(uri)) ??
    (files.length === 1 ? files[0] : undefined);
  const uri =
    fitting?.uri ?? Utils.joinPath(URI.parse(guidance.root), folder, '.leadlight/guidance.yaml').toString();
  return { uri, folder };
}
