import { expandBraces } from '../../text/braces';

/** A path with names in braces, such as `src/{name}.ts`; a name stands for one or more characters, slashes too. */
export interface PathTemplate {
  readonly names: ReadonlySet<string>;
  /** What the names stand for in a path, the first ones as short as they can be; `undefined` where it does not fit. */
  read(path: string): ReadonlyMap<string, string> | undefined;
  /** The paths that it stands for, where every name has a value. */
  write(values: ReadonlyMap<string, string>): readonly string[];
}

/** Names in one template: more would take too long to find in a path that was made for it. */
const maxNames = 3;
const maxAlternatives = 16;

/** Compiles a template; alternatives are written `{ts,tsx}`. A text is the reason why it is none, a
 * sentence. */
export function compilePathTemplate(source: string): PathTemplate | string {
  if (/[*?[\]\\]/.test(source)) return 'A path here has no wildcards: write "{name}" for what differs.';
  // A name in braces is no list of alternatives.
  const marked = source.replace(/\{(\w+)\}/g, '\ue000$1\ue001');
  const texts = expandBraces(marked, maxAlternatives);
  if (typeof texts === 'string')
    return texts === 'unbalanced'
      ? 'A brace in this path has no partner.'
      : `The braces of this path give more than ${maxAlternatives} alternatives.`;
  const alternatives = texts.map((text) => text.split(/\ue000(\w+)\ue001/));
  const names = new Set(alternatives.flatMap(namesOf));
  if (alternatives.some((pieces) => namesOf(pieces).length > maxNames))
    return `A path here has at most ${maxNames} names in braces.`;
  if (alternatives.some((pieces) => pieces.slice(1, -1).includes('')))
    return 'Between two names of this path there must be text.';
  return {
    names,
    read(path) {
      for (const pieces of alternatives) {
        const values = readPieces(pieces, path);
        if (values !== undefined) return values;
      }
      return undefined;
    },
    write: (values) =>
      alternatives.map((pieces) =>
        pieces.map((piece, index) => (index % 2 === 0 ? piece : values.get(piece))).join(''),
      ),
  };
}

/** Texts stand at even places, names between them. */
type Pieces = readonly string[];

function namesOf(pieces: Pieces): readonly string[] {
  return pieces.filter((_, index) => index % 2 === 1);
}

function readPieces(pieces: Pieces, path: string): ReadonlyMap<string, string> | undefined {
  if (!path.startsWith(pieces[0]!) || !path.endsWith(pieces.at(-1)!)) return undefined;
  const values = new Map<string, string>();
  return readFrom(pieces, 1, { path, at: pieces[0]!.length, values }) ? values : undefined;
}

interface Reading {
  readonly path: string;
  readonly at: number;
  readonly values: Map<string, string>;
}

/** Reads the name at `index` and all that follows it. */
function readFrom(pieces: Pieces, index: number, { path, at, values }: Reading): boolean {
  const name = pieces[index];
  if (name === undefined) return at === path.length;
  const text = pieces[index + 1]!;
  const known = values.get(name);
  if (known !== undefined) {
    if (!path.startsWith(known + text, at)) return false;
    return readFrom(pieces, index + 2, { path, at: at + known.length + text.length, values });
  }
  const isLast = index + 2 >= pieces.length;
  let end = isLast ? path.length - text.length : path.indexOf(text, at + 1);
  for (; end > at; end = isLast ? -1 : path.indexOf(text, end + 1)) {
    values.set(name, path.slice(at, end));
    if (readFrom(pieces, index + 2, { path, at: end + text.length, values })) return true;
  }
  values.delete(name);
  return false;
}
