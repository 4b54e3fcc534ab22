import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { entryHover } from './authoring/entryHover';
import { globHover } from './authoring/globHover';
import { type PatternScope, patternHover, scopeIn } from './authoring/patternHover';
import { definitionsOf } from './authoring/sameName';
import type { SourceHover } from './authoring/sourceHover';
import { type Scalar, scalarsIn, textOf } from './authoring/writtenText';
import type { AuthoringNavigation } from './authoringNavigation';
import type { AuthoredSource, AuthoringServiceOptions } from './authoringService';
import { currentText } from './currentText';
import type { Entry } from './guidance/model';
import { rangeOf } from './guidance/parts';
import { keyAt } from './guidance/schemaKeys';
import type { CancelSignal } from './host';
import { scopeAt } from './match/scope';
import { splitGlobs } from './text/globs';
import { relativePath } from './text/links';
import { dayOf } from './text/day';
import type { WorkspaceFolder } from './workspaceFolders';
import { uriAt } from './text/uriAt';

/** What an id, a glob or a regular expression at a place of a source means; `undefined` where none stands. */
export async function valueHover(
  document: TextDocument,
  position: Position,
  { navigation, source, options, signal }: ValueHoverInput,
): Promise<SourceHover | undefined> {
  const named = await namedHover(document, position, { navigation, options });
  if (named !== undefined || source === undefined) return named;
  const offset = document.offsetAt(position);
  for (const scalar of scalarsIn(navigation.written(document, source))) {
    if (offset < scalar.start || offset > scalar.end) continue;
    const hover = await scalarHover(scalar, { document, offset, source, options, signal });
    if (hover !== undefined) return hover;
  }
  return undefined;
}

export interface ValueHoverInput {
  readonly navigation: AuthoringNavigation;
  /** Absent for a document that is code, where only ids in comments say something. */
  readonly source: AuthoredSource | undefined;
  readonly options: AuthoringServiceOptions;
  readonly signal?: CancelSignal | undefined;
}

async function namedHover(
  document: TextDocument,
  position: Position,
  { navigation, options }: Pick<ValueHoverInput, 'navigation' | 'options'>,
): Promise<SourceHover | undefined> {
  const at = await navigation.nameAt(document, position);
  if (at === undefined) return undefined;
  const { name, names, folder } = at;
  const entries = definitionsOf(name, names).flatMap((each) => entryOf(each, folder) ?? []);
  const { guidance } = folder.guidance;
  if (entries.length === 0) return undefined;
  const today = dayOf(options.host.now());
  const path = relativePath(name.uri, folder.root);
  const { languageId } = document;
  const scope = scopeAt(guidance, { path, languageId, today });
  return {
    range: name.range,
    markdown: entryHover(entries, { root: folder.root, scope, languageId: '', today }),
  };
}

function entryOf(
  { of, name, uri }: { readonly of: string; readonly name: string; readonly uri: string },
  { guidance }: WorkspaceFolder,
): Entry | undefined {
  return guidance.guidance.entries.find(
    (entry) => entry.kind === of && entry.id === name && entry.uri === uri,
  );
}

interface ScalarPlace extends Pick<ValueHoverInput, 'options' | 'signal'> {
  readonly document: TextDocument;
  readonly offset: number;
  readonly source: AuthoredSource;
}

async function scalarHover(scalar: Scalar, place: ScalarPlace): Promise<SourceHover | undefined> {
  const keys = scalar.path.filter((part) => typeof part === 'string');
  const holds = keyAt(keys)?.holds;
  const { document, source, options, signal } = place;
  const { root, guidance } = source.workspace;
  const shared = { root, folder: source.folder, turns: options.turns, signal };
  // Files that the team ignores are not listed, and a mate's glob has a gap.
  if (holds === 'glob' && keys[0] !== 'ignore' && !keys.includes('counterpart')) {
    const glob = globAt(scalar, place);
    const markdown = await globHover(glob.text, { ...shared, files: guidance.files?.files });
    return markdown === undefined ? undefined : { range: rangeOf(document, glob), markdown };
  }
  if (holds !== 'pattern') return undefined;
  const markdown = await patternHover(scalar.value, {
    ...shared,
    scope: patternScope(keys.at(-1), scalar.mapping),
    files: filesOf(source, options),
    engine: options.engine,
    read: (path) => currentText(uriAt(source.workspace.root, path), options),
  });
  const range = rangeOf(document, textOf(document.getText(), scalar));
  return markdown === undefined ? undefined : { range, markdown };
}

/** The glob of a comma list that is at the place. */
function globAt(scalar: Scalar, { document, offset }: ScalarPlace) {
  const { start, end } = textOf(document.getText(), scalar);
  const whole = { text: scalar.value, start, end };
  if (end - start !== scalar.value.length) return whole;
  const part = splitGlobs(scalar.value).find(
    (each) => offset >= start + each.start && offset <= start + each.end,
  );
  return part === undefined ? whole : { text: part.source, start: start + part.start, end: start + part.end };
}

/** Where a pattern looks: in the files of its selector, or in the file of its anchor; patterns about a diff look at none. */
function patternScope(key: string | undefined, mapping: Scalar['mapping']): PatternScope | undefined {
  if (key === 'text') return scopeIn(mapping);
  if (key !== 'pattern' || typeof mapping['file'] !== 'string') return undefined;
  return { ...scopeIn({ files: mapping['file'] }), in: 'any' };
}

/** Those that are open come first. */
function filesOf({ workspace }: AuthoredSource, { open }: AuthoringServiceOptions): Iterable<string> {
  const opened = [...open().keys()].flatMap((uri) => relativePath(uri, workspace.root) ?? []);
  const isSource = (path: string) => path.includes('.leadlight/');
  return new Set([...opened, ...(workspace.guidance.files?.files ?? [])].filter((path) => !isSource(path)));
}
