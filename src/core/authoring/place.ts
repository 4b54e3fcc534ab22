import { limits } from '../guidance/limits';
import { flowPlaceAt } from './flowPlace';
import { type Block, blockAround, keysBelow, pathOf, type SourcePath } from './yamlBlocks';
import { isBlank, plainEnd, quoteEnd, readYamlLine, type YamlLine } from './yamlLine';
import { isWhite, type Lines } from './yamlLines';

/** What is written at a place of YAML, which may be half-written. Offsets are UTF-16, `end` is exclusive. */
export interface Written {
  /** An item of a list is a value; the first key of a mapping may come of it. */
  readonly on: 'key' | 'value';
  /** Of a key the mapping that it is in, of a value the value. */
  readonly path: SourcePath;
  /** What stands there, without its quotes: what another text would replace. */
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
  /** The other keys of the mapping; of an item, of the mapping that it may become. */
  readonly keys: readonly string[];
  /** Of a key: whether its colon is there. */
  readonly hasColon: boolean;
  /** Whether it stands in braces or brackets. */
  readonly isFlow: boolean;
  /** Whether what is written must begin with a space, as directly behind a colon or a dash. */
  readonly needsSpace: boolean;
}

export interface Place extends Written {
  /** Whether a key may stand there, and not only a value. */
  readonly mayBeKey: boolean;
  /** Column at which keys stand here, or would. */
  readonly indent: number;
  /** Column at which the line begins. */
  readonly lineIndent: number;
}

/** What is at an offset of a text of YAML; `undefined` where nothing is offered, as in a block scalar or a comment. */
export function yamlPlaceAt(lines: Lines, offset: number): Place | undefined {
  const row = lines.rowAt(offset);
  if (lines.isMark(row)) return undefined;
  const text = lines.line(row);
  const cursor = { row, text, line: readYamlLine(text), base: lines.start(row), offset };
  const place = placeAt(lines, cursor);
  return place === undefined || place.path.length > limits.depth ? undefined : place;
}

interface Cursor {
  readonly row: number;
  /** Of the line. */
  readonly text: string;
  readonly line: YamlLine;
  /** Where the line starts. */
  readonly base: number;
  readonly offset: number;
}

function placeAt(lines: Lines, cursor: Cursor): Place | undefined {
  const { row, text, line, base, offset } = cursor;
  const column = offset - base;
  const isEmpty = isWhite(text);
  if (isEmpty && isInScalar(lines, row)) return undefined;
  const kind = line.openers[0]?.kind ?? 'key';
  const block = blockAround(lines, { row, column: isEmpty ? column : line.indent, kind });
  const holder = block.ancestors.findIndex(
    ({ restKind }) => restKind !== 'nothing' && restKind !== 'comment',
  );
  if (holder !== -1) return inHolder(lines, { block, holder, offset });
  const written = { ...nothingWritten, path: pathOf(block.ancestors), start: offset, end: offset };
  if (isEmpty)
    return { ...written, on: 'key', keys: block.keys, mayBeKey: true, indent: column, lineIndent: column };
  return onLine(lines, cursor, block);
}

/** Inside of what began further up: braces and brackets may be written in, scalars not. */
function inHolder(
  lines: Lines,
  { block, holder, offset }: { readonly block: Block; readonly holder: number; readonly offset: number },
): Place | undefined {
  const { restKind, rest, row, column } = block.ancestors[holder]!;
  if (restKind !== 'flow') return undefined;
  return flowPlace(lines, {
    row,
    column: rest,
    offset,
    path: pathOf(block.ancestors.slice(0, holder + 1)),
    limit: lines.blockEnd(row, column),
  });
}

function onLine(lines: Lines, cursor: Cursor, block: Block): Place | undefined {
  const { row, text, line, base, offset } = cursor;
  const { openers, rest, restKind, indent } = line;
  const column = offset - base;
  let path = pathOf(block.ancestors);
  let keys = block.keys;
  for (const [index, opener] of openers.entries()) {
    if (column < opener.column) return undefined;
    const isBehind = column === (opener.kind === 'dash' ? opener.end : opener.colon + 1);
    // Where more follows, a space is missing to write in.
    if (isBehind && !isWhite(text.slice(column))) return undefined;
    if (opener.kind === 'key') {
      if (index > 0) keys = keysBelow(lines, { row, column: opener.column });
      if (column <= opener.end) {
        const quote = quoteAt(text, opener.column);
        const [start, end] = [opener.column + quote.length, opener.end - quote.length];
        if (column < start || column > end) return undefined;
        const place = { ...nothingWritten, path, keys, quote, start: base + start, end: base + end };
        return {
          ...place,
          on: 'key',
          hasColon: true,
          mayBeKey: true,
          indent: opener.column,
          lineIndent: indent,
        };
      }
      if (column <= opener.colon) return undefined;
      const value = valueAt(lines, { ...cursor, path: [...path, opener.name] });
      const mayBeKey = value?.isFlow === true && value.on === 'key';
      return value && { ...value, mayBeKey, indent: opener.column + step, lineIndent: indent };
    }
    if (column === opener.column) return undefined;
    path = [...path, index === 0 ? block.index : 0];
    keys = [];
  }
  if (openers.length === 0 && (column < rest || restKind === 'comment')) return undefined;
  const value = valueAt(lines, { ...cursor, path });
  if (value === undefined) return undefined;
  if (value.isFlow) return { ...value, mayBeKey: value.on === 'key', indent, lineIndent: indent };
  const place = { ...value, mayBeKey: true, lineIndent: indent };
  if (openers.length === 0) return { ...place, on: 'key', keys, indent };
  const dash = openers.at(-1)!;
  const keyColumn = Math.max(dash.end + 1, Math.min(rest, column));
  keys = keysBelow(lines, { row, column: lines.indentBelow(row, dash.column) ?? keyColumn });
  return { ...place, keys, indent: keyColumn };
}

/** The scalar at the cursor, or what is at it in braces or brackets, behind all that opens a block on its line. */
function valueAt(
  lines: Lines,
  { row, text, line, base, offset, path }: Cursor & { readonly path: SourcePath },
): Written | undefined {
  const { rest, restKind } = line;
  const column = offset - base;
  const written = { ...nothingWritten, on: 'value' as const, path };
  if (column < rest || restKind === 'nothing' || (restKind === 'comment' && column === rest)) {
    const needsSpace = /[-:]/.test(text.charAt(column - 1));
    return needsSpace || isBlank(text[column - 1])
      ? { ...written, start: offset, end: offset, needsSpace }
      : undefined;
  }
  if (restKind === 'comment' || restKind === 'blockScalar') return undefined;
  if (restKind === 'flow') {
    const limit = lines.blockEnd(row, line.openers.at(-1)?.column ?? line.indent - 1);
    return flowPlace(lines, { row, column: rest, offset, path, limit });
  }
  if (restKind === 'text') {
    const end = plainEnd(text, rest);
    return column > end ? undefined : { ...written, start: base + rest, end: base + end };
  }
  const closed = quoteEnd(text, rest, text.length);
  const end = closed === undefined ? column : closed - 1;
  if (column <= rest || column > end) return undefined;
  return { ...written, start: base + rest + 1, end: base + end, quote: quoteAt(text, rest) };
}

interface Flow {
  readonly row: number;
  /** Of its bracket. */
  readonly column: number;
  readonly limit: number;
  readonly offset: number;
  readonly path: SourcePath;
}

function flowPlace(lines: Lines, { row, column, ...query }: Flow): Place | undefined {
  const found = flowPlaceAt(lines.text, { start: lines.start(row) + column, ...query });
  return found && { ...found, mayBeKey: found.on === 'key', indent: 0, lineIndent: 0 };
}

/** Whether a line without text is between the lines of a block scalar, however little it is indented. */
function isInScalar(lines: Lines, row: number): boolean {
  const next = lines.nextWritten(row);
  if (next === undefined) return false;
  const { ancestors } = blockAround(lines, {
    row: next,
    column: readYamlLine(lines.line(next)).indent,
    kind: 'key',
  });
  return ancestors.some((each) => each.restKind === 'blockScalar' && each.row < row);
}

function quoteAt(text: string, column: number): Written['quote'] {
  const character = text[column];
  return character === '"' || character === "'" ? character : '';
}

const nothingWritten = { quote: '', keys: [], hasColon: false, isFlow: false, needsSpace: false } as const;

/** How far keys are indented under others. */
const step = 2;
