/** A cell of a notebook, apart from the file that holds it. */
export interface NotebookCell {
  readonly languageId: string;
  readonly text: string;
  /** Where in the notebook's file the character at an offset of the cell's text is written. */
  offsetAt(offset: number): number;
}

/** A string of JSON in the file, with its quotes. */
interface Written {
  readonly start: number;
  readonly end: number;
}

interface CellParts {
  type: string;
  languageId: string | undefined;
  readonly source: Written[];
}

/**
 * The cells of a Jupyter notebook (nbformat 4: https://nbformat.readthedocs.io/en/latest/format_description.html) from
 * the text of its file. Their language is that of the kernel, or the one that VS Code wrote down for a cell. Never
 * fails: what is no notebook has no cells, and one that is cut off has those before the cut.
 */
export function notebookCells(text: string): readonly NotebookCell[] {
  const cells: CellParts[] = [];
  let kernel: string | undefined;
  for (const { path, ...written } of stringsIn(text)) {
    const [top, index, key, ...inner] = path;
    const isKernel =
      top === 'metadata' && /^(?:kernelspec\/language|language_info\/name)$/.test(path.slice(1).join('/'));
    if (isKernel) kernel = valueOf(text, written);
    if (top !== 'cells' || typeof index !== 'number') continue;
    const cell = (cells[index] ??= { type: '', languageId: undefined, source: [] });
    if (key === 'source' && inner.length <= 1) cell.source.push(written);
    else if (key === 'cell_type') cell.type = valueOf(text, written);
    else if (key === 'metadata' && inner.join('/') === 'vscode/languageId')
      cell.languageId = valueOf(text, written);
  }
  return cells
    .filter(({ source }) => source.length > 0)
    .map(({ type, languageId, source }) => {
      const usual = type === 'code' ? (kernel ?? 'python').toLowerCase() : 'plaintext';
      return readCell(text, source, languageId ?? (type === 'markdown' ? 'markdown' : usual));
    });
}

/** The lines of a source are one text; only at escapes does the file go ahead of it. */
function readCell(text: string, source: readonly Written[], languageId: string): NotebookCell {
  const starts: { readonly inCell: number; readonly inFile: number }[] = [];
  let cell = '';
  for (const { start, end } of source) {
    let from = start + 1;
    for (const escape of text.slice(from, end - 1).matchAll(/\\(?:u[0-9a-fA-F]{4}|[^])/g)) {
      const at = start + 1 + escape.index;
      starts.push({ inCell: cell.length, inFile: from });
      cell += text.slice(from, at);
      starts.push({ inCell: cell.length, inFile: at });
      cell += unescaped(escape[0]);
      from = at + escape[0].length;
    }
    starts.push({ inCell: cell.length, inFile: from });
    cell += text.slice(from, end - 1);
  }
  return {
    languageId,
    text: cell,
    offsetAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (starts[middle]!.inCell <= offset) low = middle;
        else high = middle - 1;
      }
      return starts[low]!.inFile + offset - starts[low]!.inCell;
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(escape: string): string {
  const code = escape.charAt(1);
  if (code === 'u' && escape.length === 6) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return ESCAPES[code] ?? code;
}

function valueOf(text: string, { start, end }: Written): string {
  return text.slice(start + 1, end - 1).replace(/\\(?:u[0-9a-fA-F]{4}|[^])/g, unescaped);
}

interface FoundString extends Written {
  /** The keys and indexes that lead to it. */
  readonly path: readonly (string | number)[];
}

/** What matters in a notebook lies less deep. */
const DEEPEST = 8;

/** The strings of a JSON text that are values, in order. In linear time, whatever the text is. */
function* stringsIn(text: string): Generator<FoundString> {
  const path: (string | number)[] = [];
  let isKey = false;
  const token = /["{}[\],:]/g;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const at = found.index;
    switch (found[0]) {
      case '"': {
        const end = endOfString(text, at);
        token.lastIndex = end;
        if (isKey) path[path.length - 1] = valueOf(text, { start: at, end });
        else if (path.length <= DEEPEST) yield { start: at, end, path: [...path] };
        break;
      }
      case '{':
        path.push('');
        isKey = true;
        break;
      case '[':
        path.push(0);
        isKey = false;
        break;
      case ':':
        isKey = false;
        break;
      case ',':
        isKey = typeof path.at(-1) === 'string';
        if (!isKey && path.length > 0) path[path.length - 1] = Number(path.at(-1)) + 1;
        break;
      default:
        path.pop();
        isKey = false;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(text.length, at + 1);
}
