import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { type EntryPreview, previewEntry } from './authoring/previewEntry';
import type { Host } from './host';
import { createCompilers } from './match/compilers';
import { dayOf } from './text/day';
import type { RegexEngine } from './text/pattern';
import type { WorkspaceFolders } from './workspaceFolders';
import { uriAt } from './text/uriAt';

export interface PreviewParts {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly engine?: RegexEngine | undefined;
}

/** The card of the entry at a position of a text as an editor holds it; `undefined` for a text that is no guidance. */
export function previewAt(
  document: TextDocument,
  position: Position,
  { host, folders, engine }: PreviewParts,
): EntryPreview | undefined {
  const place = folders.placeOf(document.uri);
  if (place?.path === undefined) return undefined;
  const { guidance, files } = place.folder.guidance;
  const [file] = place.folder.guidance.formatsAt(place.path);
  if (file === undefined) return undefined;
  const folder = uriAt(guidance.root, file.folder);
  const text = document.getText();
  const compilers = createCompilers(engine);
  const source = file.format.read({
    text,
    uri: uriAt(guidance.root, file.path),
    folder,
    linkBase: folder,
    compilers,
  });
  const today = dayOf(host.now());
  return previewEntry(source, position, { guidance, files: files?.files ?? [], today });
}
