import type { YamlPair, YamlProblem, YamlTree } from '../yamlTree';
import type { GlobText } from './foreignGlobs';
import type { InstructionKeys } from './instructionKeys';

export interface WrittenGlobs {
  /** Absent where no globs are given; each text may be a comma list. */
  readonly texts?: readonly GlobText[];
  readonly problems: readonly YamlProblem[];
}

/**
 * The globs of a front matter, in whatever form they were written. YAML takes `*` for a reference, `{` for a mapping
 * and `!` for a type: such a value is read from its line. Forms that the format's own tool does not read are problems.
 */
export function readWrittenGlobs(
  text: string,
  pair: YamlPair | undefined,
  keys: Pick<InstructionKeys, 'globs' | 'form' | 'readsUnquoted' | 'otherwise'>,
): WrittenGlobs {
  if (pair === undefined) return { problems: [] };
  const { texts, isList, isMisread } = readForms(text, pair);
  if (texts.length === 0) return isList ? { texts, problems: [] } : { problems: [] };
  const isOther = keys.form !== 'any' && isList !== (keys.form === 'list');
  const wrong = isOther ? keys.otherwise : isMisread && !keys.readsUnquoted ? misread : undefined;
  return {
    texts,
    problems: wrong === undefined ? [] : [problemOf(text, pair, { texts, isList, keys, wrong })],
  };
}

const misread = 'YAML does not take this for text, so tools may read none of it.';

interface Forms {
  readonly texts: readonly GlobText[];
  readonly isList: boolean;
  /** Whether YAML does not give the text that was meant. */
  readonly isMisread: boolean;
}

function readForms(text: string, { tree, keyEnd }: YamlPair): Forms {
  const line = lineAfter(text, keyEnd);
  const isFlow = line.value.startsWith('[') && line.value.endsWith(']');
  if (startsOddly(line.value) && !isFlow) return { texts: [line], isList: false, isMisread: true };
  const items = tree.items?.flatMap((item) => itemsOf(text, item));
  if (items !== undefined && items.length === tree.items!.length)
    return {
      texts: items.map(({ text: item }) => item),
      isList: true,
      isMisread: items.some((item) => item.isOdd),
    };
  if (isFlow) return { texts: flowItems(line), isList: true, isMisread: true };
  if (typeof tree.value === 'string' && tree.value.trim() !== '')
    return { texts: [{ value: tree.value, ...unquoted(text, tree) }], isList: false, isMisread: false };
  return { texts: [], isList: tree.items !== undefined, isMisread: false };
}

function itemsOf(
  text: string,
  item: YamlTree,
): readonly { readonly text: GlobText; readonly isOdd: boolean }[] {
  const line = lineAt(text, item.start);
  const isOdd = startsOddly(line.value);
  if (isOdd) return [{ text: line, isOdd }];
  if (typeof item.value !== 'string') return [];
  return [{ text: { value: item.value, ...unquoted(text, item) }, isOdd }];
}

/** Where the text of a value stands, without quotes around it. */
function unquoted(text: string, { start, end }: YamlTree): { readonly start: number; readonly end: number } {
  const isQuoted = /^["']/.test(text.slice(start, start + 1)) && text[start] === text[end - 1];
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Characters with which a value is something else than text in YAML. */
function startsOddly(value: string): boolean {
  return /^[*&!@%`{[]/.test(value);
}

/** What stands behind a key on its line. */
function lineAfter(text: string, keyEnd: number): GlobText {
  return lineAt(text, keyEnd + /^[ \t]*:?[ \t]*/.exec(text.slice(keyEnd, keyEnd + 200))![0].length);
}

/** The rest of a line, without a comment. */
function lineAt(text: string, start: number): GlobText {
  const value = /^.*/
    .exec(text.slice(start, start + 4_000))![0]
    .replace(/\s#.*$/, '')
    .trimEnd();
  return { value, start, end: start + value.length };
}

function flowItems({ value, start }: GlobText): readonly GlobText[] {
  const items: GlobText[] = [];
  for (const match of value.slice(1, -1).matchAll(/[^,{}]*(?:\{[^{}]*\}[^,{}]*)*/g)) {
    const item = match[0].trim().replace(/^(["'])(.*)\1$/, '$2');
    const at = start + 1 + match.index + match[0].indexOf(item);
    if (item !== '') items.push({ value: item, start: at, end: at + item.length });
  }
  return items;
}

interface Wrong {
  readonly texts: readonly GlobText[];
  readonly isList: boolean;
  readonly keys: Pick<InstructionKeys, 'globs' | 'form'>;
  readonly wrong: string;
}

/** Names the form that works, and replaces the whole value by it. */
function problemOf(
  text: string,
  { keyStart, keyEnd, tree }: YamlPair,
  { texts, isList, keys, wrong }: Wrong,
): YamlProblem {
  const newText = ` ${inForm(texts, keys.form === 'list' || (keys.form === 'any' && isList))}`;
  const colon = text.indexOf(':', keyEnd) + 1;
  const lines = lineAfter(text, keyEnd);
  const end = Math.max(lines.end, ...texts.map((each) => each.end), tree.end);
  const last = text.slice(0, end).trimEnd().length;
  const quote = /^["']/.test(text.slice(last, last + 1)) ? 1 : 0;
  return {
    code: 'ignored-form',
    message: `${wrong} Write \`${keys.globs}:${newText}\`.`,
    start: keyStart,
    end: keyEnd,
    fix: { title: `Write ${keys.globs}:${newText}`, start: colon, end: last + quote, newText },
  };
}

function inForm(texts: readonly GlobText[], asList: boolean): string {
  const values = texts.map(({ value }) => value);
  return asList ? `[${values.map(quoted).join(', ')}]` : quoted(values.join(','));
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
