import { type FormatId, formats, ownFile } from '../guidance/formats';

/** A file that a person writes guidance in. Paths are relative to the workspace folder. */
export interface WrittenSource {
  readonly path: string;
  /** The folder that it speaks for: empty, or ending in `/`. */
  readonly folder: string;
  /** A YAML file with sections, or a page with front matter. */
  readonly kind: SourceKind;
}

export type SourceKind = Extract<FormatId, 'leadlight' | 'philosophy' | 'walkthrough'>;

const kinds: readonly SourceKind[] = ['leadlight', 'philosophy', 'walkthrough'];

/** What is written at a path; `undefined` for all but Leadlight's own guidance. */
export function writtenSource(path: string): WrittenSource | undefined {
  const file = ownFile(path);
  const kind = kinds.find((each) => formats[each] === file?.format);
  return file && kind && { path, folder: file.folder, kind };
}
