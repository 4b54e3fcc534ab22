import type { AnchorPlaces } from '../guidance/model';
import { yamlMapping } from '../text/yamlText';
import type { ReadText } from './anchorText';
import { proposeAnchor } from './proposeAnchor';
import type { AnchorRepair } from './resolvedAnchor';
import { isNumber, type StepAnchor } from './stepAnchor';
import type { Range } from 'vscode-languageserver-types';

/** An anchor whose place is known for sure, and that its source does not say any more. */
export interface RepairedAnchor {
  readonly at: StepAnchor;
  /** The source. */
  readonly uri: string;
  readonly anchored: AnchorPlaces;
  /** Its file as the source should name it. */
  readonly file: string;
}

/** An edit that names a file by the name that it has now. */
export function renameRepair({ at, uri, anchored, file }: RepairedAnchor): AnchorRepair | undefined {
  if (anchored.form !== 'yaml') return undefined;
  return {
    title: `Change the file to ${file}`,
    uri,
    range: anchored.range,
    newText: yamlMapping({ ...at, file }),
  };
}

/** An edit that says where a place is now: by what does not move with every edit, where there is such a thing. */
export function placeRepair(
  { at, uri, anchored, file }: RepairedAnchor,
  { text, range }: { readonly text: ReadText; readonly range: Range },
): AnchorRepair | undefined {
  const span = { start: range.start.line, end: range.end.line };
  if (anchored.form !== 'yaml') {
    if (at.line === undefined || anchored.number === undefined || !isNumber(at)) return undefined;
    const line = String(span.start + 1);
    return { title: `Change the line to ${line}`, uri, range: anchored.number, newText: line };
  }
  const { at: place, label } =
    at.selection === undefined || !isNumber(at) ? proposeAnchor(text, span) : selectionOf(range);
  return {
    title: `Anchor it by ${label}`,
    uri,
    range: anchored.range,
    newText: yamlMapping({ file, ...place }),
  };
}

/** Who wrote a selection wants all of it. */
export function selectionOf({ start, end }: Range): { readonly at: StepAnchor; readonly label: string } {
  const spot = ({ line, character }: Range['start']) => ({ line: line + 1, character: character + 1 });
  return {
    at: { selection: { start: spot(start), end: spot(end) } },
    label: `lines ${start.line + 1} to ${end.line + 1}`,
  };
}
