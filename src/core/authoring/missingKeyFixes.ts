import { headingsIn } from '../guidance/markdownSections';
import { splitFrontMatter } from '../guidance/frontMatter';
import type { Problem } from '../guidance/problem';
import { type Section, sections } from '../guidance/schema';
import { keyAt } from '../guidance/schemaKeys';
import { lineEndAt, lineEndOf, lineStartAt } from '../text/lineEnds';
import { yamlValue } from '../text/yamlText';
import { type FixInput, readAs, saysOnly, type SourceFix } from './fixInput';
import { idOfTitle, titleOfId } from './ownName';
import { entriesIn, type WrittenEntry } from './writtenText';

/** The keys that an entry lacks: its id and its title from each other, and room for what only a person knows. */
export function missingKeyFixes(problem: Problem, input: FixInput): readonly SourceFix[] {
  const { document } = input;
  const start = document.offsetAt(problem.range.start);
  const { written } = readAs(document.getText(), input);
  const entry = written && [...entriesIn(written)].find(({ tree }) => tree.start === start);
  if (entry === undefined) return [];
  const missing = Object.keys(sections[entry.section].required).filter((key) => !entry.tree.keys?.has(key));
  return missing.flatMap((key) => {
    const isOfProblem = problem.code === 'missing-why' ? key === 'why' : problem.message.includes(`"${key}"`);
    if (!isOfProblem) return [];
    const fix = input.kind === 'leadlight' ? keyFix(key, entry, input) : headingFix(key, entry, input);
    return fix ?? [];
  });
}

function keyFix(key: string, entry: WrittenEntry, input: FixInput): SourceFix | undefined {
  const made = madeValue(key, entry, input);
  if (made === undefined && !isText(entry.section, key)) return undefined;
  const isFlow = input.document.getText()[entry.tree.start] === '{';
  const added = isFlow ? inBraces(key, made, entry, input) : inBlock(key, made, entry, input);
  const says = (value: Record<string, unknown>) => {
    value[key] = made ?? (isFlow ? '' : null);
  };
  if (added === undefined || !saysOnly(added.change, input, { at: entry, of: says })) return undefined;
  const title = made === undefined ? `Add "${key}"` : `Add ${key}: ${made}`;
  return { title, ...added };
}

/** A value that can be told from the others; `undefined` where only a person knows it. */
function madeValue(key: string, entry: WrittenEntry, { document, guidance }: FixInput): string | undefined {
  const { id, title } = entry.tree.value as Readonly<Record<string, unknown>>;
  if (key === 'title' && typeof id === 'string') return titleOfId(id);
  if (key !== 'id' || typeof title !== 'string') return undefined;
  return idOfTitle(
    title,
    guidance,
    ({ uri, range }) => uri === document.uri && document.offsetAt(range.start) === entry.tree.start,
  );
}

function isText(section: Section, key: string): boolean {
  const known = keyAt([section, key]);
  return known !== undefined && known.keys.size === 0;
}

type Added = Pick<SourceFix, 'change' | 'blank'>;

/** An id comes first, and all else behind the title. */
function inBraces(
  key: string,
  made: string | undefined,
  { tree }: WrittenEntry,
  { document }: FixInput,
): Added | undefined {
  const [first] = tree.keys?.values() ?? [];
  if (first === undefined) return undefined;
  if (key === 'id' && made !== undefined)
    return { change: { start: first.keyStart, end: first.keyStart, text: `id: ${made}, ` } };
  const before = tree.keys?.get('title') ?? tree.keys?.get('id') ?? first;
  const at = document.getText().slice(0, Math.max(before.tree.end, before.keyEnd)).trimEnd().length;
  const lead = `, ${key}: `;
  if (made !== undefined) return { change: { start: at, end: at, text: `${lead}${yamlValue(made)}` } };
  return { change: { start: at, end: at, text: `${lead}""` }, blank: lead.length + 1 };
}

function inBlock(
  key: string,
  made: string | undefined,
  { tree }: WrittenEntry,
  { document }: FixInput,
): Added | undefined {
  const text = document.getText();
  const [first] = tree.keys?.values() ?? [];
  if (first === undefined) return undefined;
  const lineEnd = lineEndOf(text);
  const indent = ' '.repeat(first.keyStart - lineStartAt(text, first.keyStart));
  if (key === 'id' && made !== undefined) {
    return { change: { start: first.keyStart, end: first.keyStart, text: `id: ${made}${lineEnd}${indent}` } };
  }
  const before = tree.keys?.get('title') ?? tree.keys?.get('id') ?? first;
  const lead = `${indent}${key}: `;
  const value = made === undefined ? '' : yamlValue(made);
  const blank = made === undefined ? { blank: lead.length } : {};
  const written = text.slice(0, Math.max(before.tree.end, before.keyEnd)).trimEnd().length;
  const end = lineEndAt(text, written);
  // Editors indent what a snippet puts behind a line end once more, so that it is a line of its own, from its start on.
  const next = text.slice(end).replace(/^(?:\r\n|\r|\n)/, '');
  const start = text.length - next.length;
  if (start > end) return { change: { start, end: start, text: `${lead}${value}${lineEnd}` }, ...blank };
  const own = lineStartAt(text, before.keyStart);
  if (before === first) return undefined;
  return { change: { start: own, end: own, text: `${lead}${value}${lineEnd}` }, ...blank };
}

/** In a page the title is its first heading, and the why a section of its own. */
function headingFix(
  key: string,
  { tree }: WrittenEntry,
  { document, kind }: FixInput,
): SourceFix | undefined {
  const text = document.getText();
  const lineEnd = lineEndOf(text);
  const { bodyStart } = splitFrontMatter(text);
  const [title] = [...headingsIn(text, bodyStart)].filter(({ depth }) => depth === 1);
  // The front matter may end with the text, in a line that has no end yet.
  const ended = bodyStart === 0 || text[bodyStart - 1] === '\n' ? '' : lineEnd;
  if (key === 'title') {
    const { id } = tree.value as { readonly id?: unknown };
    const name = titleOfId(String(id));
    const newText = `${ended}# ${name}${lineEnd}${lineEnd}`;
    return { title: `Add the title "${name}"`, change: { start: bodyStart, end: bodyStart, text: newText } };
  }
  if (key !== 'why' || kind !== 'philosophy') return undefined;
  const at = title?.end ?? bodyStart;
  const lead =
    title === undefined
      ? `${ended}## Why${lineEnd}${lineEnd}`
      : `${lineEnd}${lineEnd}## Why${lineEnd}${lineEnd}`;
  const rest = title === undefined ? lineEnd + lineEnd : '';
  return {
    title: 'Add "## Why"',
    change: { start: at, end: at, text: `${lead}${rest}` },
    blank: lead.length,
  };
}
