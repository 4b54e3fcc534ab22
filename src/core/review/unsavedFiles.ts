import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host';
import { scanLimits } from '../markers/scanFile';
import { counted } from '../text/counted';
import { decode } from '../text/decode';
import { cleanLine } from '../text/markdown';

/** A document of an editor, and its path in the workspace folder. */
export interface OpenFile {
  readonly path: string;
  readonly document: TextDocument;
}

/** The paths of the open files whose text is another than on disk. What is no UTF-8 there cannot be compared. */
export async function unsavedFiles(open: readonly OpenFile[], host: Host): Promise<readonly string[]> {
  const lists = await Promise.all(
    open.map(async ({ path, document }) => {
      const content = await host.readFile(document.uri, scanLimits.fileBytes);
      if (content?.kind === 'tooLarge') return [];
      const onDisk = content === undefined ? undefined : decode(content.bytes);
      if (onDisk?.kind === 'notText') return [];
      return withoutLineEnds(onDisk?.text ?? '') === withoutLineEnds(document.getText()) ? [] : [path];
    }),
  );
  return lists.flat().sort();
}

/** An editor has one kind of line end for a whole file. */
function withoutLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

const mostNamed = 3;

/** That a review is of what is on disk, as a sentence; none where everything is saved. */
export function unsavedNote(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const names = paths.slice(0, mostNamed).map(cleanLine).join(', ');
  const rest = paths.length - mostNamed;
  const count = `${counted(paths.length, 'open file')} ${paths.length === 1 ? 'is' : 'are'} not saved`;
  return [
    `${count}, and what is not saved does not count yet: ${names}${rest > 0 ? ` and ${rest} more` : ''}.`,
  ];
}
