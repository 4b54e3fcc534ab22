import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Format, formats } from '../guidance/formats';
import type { Guidance } from '../guidance/guidance';
import type { Source } from '../guidance/model';
import { createCompilers } from '../match/compilers';
import { sameData } from '../text/sameData';
import type { TextChange } from '../text/minimalEdit';
import { type WrittenEntry, entriesIn } from './writtenText';
import type { SourceKind } from './writtenSource';

/** A source with something wrong in it. */
export interface FixInput {
  readonly document: TextDocument;
  readonly kind: SourceKind;
  /** URI, ending in `/`, of the folder that it speaks for. */
  readonly folder: string;
  readonly guidance: Guidance;
}

/** What mends a problem by a change of its source. */
export interface SourceFix {
  /** Plain text. */
  readonly title: string;
  readonly change: TextChange;
  /** Where in the new text a person has to write the rest. */
  readonly blank?: number;
}

/** The text of a source with a change. */
export function changed(text: string, { start, end, text: newText }: TextChange): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** What a text would say as the source; by itself, without others. */
export function readAs(text: string, { document, kind, folder }: FixInput): Source {
  const format: Format = formats[kind];
  return format.read({ uri: document.uri, folder, linkBase: folder, text, compilers: createCompilers() });
}

/** Whether a change makes the source say what it said before, with one entry as `edit` makes it, and nothing else. */
export function saysOnly(
  change: TextChange,
  input: FixInput,
  edit: { readonly at: WrittenEntry; of(value: Record<string, unknown>): void },
): boolean {
  const text = input.document.getText();
  const after = readAs(changed(text, change), input);
  const before = readAs(text, input);
  if (after.broken || after.written === undefined || before.written === undefined) return false;
  const entries = [...entriesIn(before.written)];
  const place = entries.findIndex(({ tree }) => tree.start === edit.at.tree.start);
  const said = entries.map(({ tree }) => plain(tree.value));
  edit.of(said[place] as Record<string, unknown>);
  return sameData(
    said,
    [...entriesIn(after.written)].map(({ tree }) => plain(tree.value)),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
