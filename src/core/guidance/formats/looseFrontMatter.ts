import { parseYaml, type YamlPair, type YamlProblem, type YamlTree } from '../yamlTree';

export interface LooseFrontMatter {
  /** The values by their keys as written, with offsets in the whole text. */
  readonly keys: ReadonlyMap<string, YamlPair>;
  /** Where the text after it begins. */
  readonly bodyStart: number;
  readonly problems: readonly YamlProblem[];
}

/**
 * The front matter of a Markdown file as people write it: behind a byte order mark, without its first line, never
 * closed, twice in a row, or with values that are no YAML, which are then read line by line. Each of these is a problem.
 * Only YAML is looked at: after `---js` or the like there is no front matter.
 */
export function readLooseFrontMatter(text: string): LooseFrontMatter {
  const keys = new Map<string, YamlPair>();
  const problems: YamlProblem[] = [];
  const take = (block: Block) => {
    const read = readBlock(text, block);
    for (const [key, pair] of read.keys) if (!keys.has(key)) keys.set(key, pair);
    problems.push(...read.problems);
  };
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const first = blockAt(text, start);
  if (first === undefined) return { keys, bodyStart: start, problems };
  take(first);
  const { opening, problem } = first;
  if (problem !== undefined) problems.push({ code: 'front-matter', ...problem });
  let bodyStart = first.after;
  const gap = /^\s*/.exec(text.slice(bodyStart))![0].length;
  const second = opening ? blockAt(text, bodyStart + gap) : undefined;
  if (second?.opening && second.problem === undefined) {
    take(second);
    const message =
      'This is a second front matter, which most tools take for text: join it with the first one.';
    problems.push({ code: 'front-matter', message, start: bodyStart + gap, end: bodyStart + gap + 3 });
    bodyStart = second.after;
  }
  return { keys, bodyStart, problems };
}

type Slip = Omit<YamlProblem, 'code'>;

/** A stretch of `key: value` lines. */
interface Block {
  readonly start: number;
  readonly end: number;
  /** Where the text behind its last line begins. */
  readonly after: number;
  readonly opening: boolean;
  readonly problem?: Slip;
}

const rule = /^---[ \t]*$/;
const pair = /^[\p{L}][\p{L}\d_ .-]{0,40}:(?:[ \t]|$)/u;
const inside = /^(?:[ \t]+\S|-[ \t]|#|[ \t]*$|[\]}])/;

function blockAt(text: string, at: number): Block | undefined {
  const lines = linesFrom(text, at);
  const first = lines.next().value;
  if (first === undefined) return undefined;
  const opening = rule.test(first.text);
  if (!opening && !pair.test(first.text)) return undefined;
  const start = opening ? first.after : at;
  let end = start;
  let hasPair = !opening;
  let isAfterGap = false;
  for (const line of lines) {
    const isEmpty = line.text.trim() === '';
    if (rule.test(line.text)) {
      if (!hasPair) return undefined;
      const block = { start, end: line.start, after: line.after, opening };
      return opening ? block : { ...block, problem: neverOpened(at) };
    }
    // What looks like a heading is a comment of YAML, unless it begins the body.
    if (isAfterGap && /^#{1,6}[ \t]/.test(line.text)) break;
    if (pair.test(line.text)) hasPair = true;
    else if (!hasPair ? !/^#|^[ \t]*$/.test(line.text) : !opening && !inside.test(line.text))
      return undefined;
    isAfterGap = isEmpty;
    end = line.after;
  }
  return opening && hasPair ? { start, end, after: end, opening, problem: neverClosed(at, end) } : undefined;
}

function neverOpened(at: number): Slip {
  return {
    message: 'The front matter lacks its first line, so most tools take it for text: add a line "---" above.',
    start: at,
    end: at,
    fix: { title: 'Add the line "---"', start: at, end: at, newText: '---\n' },
  };
}

function neverClosed(at: number, end: number): Slip {
  return {
    message: 'The front matter that begins here is never closed: add a line "---" after it.',
    start: at,
    end: at + 3,
    fix: { title: 'Add the line "---"', start: end, end, newText: '---\n' },
  };
}

/** In UTF-16 units; what is longer was written by a program. */
const longest = 32_000;

function readBlock(text: string, { start, end }: Block): Omit<LooseFrontMatter, 'bodyStart'> {
  if (end - start > longest) {
    const message = `The front matter has over ${longest} characters, so it is not read.`;
    return { keys: new Map(), problems: [{ code: 'too-many-values', message, start, end: start }] };
  }
  const { trees, problems, broken } = parseYaml(
    start === 0 ? text.slice(0, end) : `${' '.repeat(start - 1)}\n${text.slice(start, end)}`,
  );
  if (!broken) return { keys: trees[0]?.keys ?? new Map<string, YamlPair>(), problems };
  return { keys: pairsByLine(text, start, end), problems };
}

/** `key: value` lines, and `- value` lines below a key, as they stand there. */
function pairsByLine(text: string, start: number, end: number): ReadonlyMap<string, YamlPair> {
  const keys = new Map<string, YamlPair>();
  let items: YamlTree[] | undefined;
  for (const line of linesFrom(text.slice(0, end), start)) {
    const [, mark = '', item = ''] = /^([ \t]*-[ \t]+)(.*\S)/.exec(line.text) ?? [];
    if (mark !== '' && items !== undefined) {
      items.push(plainTree(item, line.start + mark.length));
      continue;
    }
    const [, key, gap = '', value = ''] = /^([^\s:#][^:]*)(:[ \t]*)(.*)$/.exec(line.text) ?? [];
    if (key === undefined || keys.has(key)) continue;
    const from = line.start + key.length + gap.length;
    items = value.trim() === '' ? [] : undefined;
    const tree: YamlTree = items
      ? { value: [], items, start: from, end: from }
      : plainTree(value.trim(), from);
    keys.set(key, { keyStart: line.start, keyEnd: line.start + key.length, tree });
  }
  return keys;
}

function plainTree(written: string, start: number): YamlTree {
  return { value: unquoted(written), start, end: start + written.length };
}

/** With what the two kinds of quotes escape, as far as it is plain. */
function unquoted(written: string): string {
  const [, mark, quoted] = /^(["'])(.*)\1$/.exec(written) ?? [];
  if (quoted === undefined) return written;
  return mark === "'" ? quoted.replaceAll("''", "'") : quoted.replace(/\\(["\\/])/g, '$1');
}

function* linesFrom(text: string, at: number) {
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const after = found < 0 ? text.length : found + 1;
    yield { text: text.slice(at, after).replace(/\r?\n$/, ''), start: at, after };
    at = after;
  }
}
