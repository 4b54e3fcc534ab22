import { readLooseFrontMatter } from '../guidance/formats/looseFrontMatter';
import { headingWord, keyOfLine, keyOfName, readDecisionText } from '../guidance/formats/decisionText';
import { type DecisionKey, sectionWords } from '../guidance/formats/decisionWords';
import { headingsIn } from '../guidance/markdownSections';
import { lineEndOf } from '../text/lineEnds';
import { yamlLine } from '../text/yamlText';

/** What a new record says. */
export interface NewDecision {
  readonly title: string;
  readonly number: number | undefined;
  /** `2026-11-22` */
  readonly today: string;
  /** The glob of the code that it is about, for records that say which files they govern. */
  readonly files: string;
  /** Markdown that leads to the code. */
  readonly link: string;
}

export interface DecisionRecord {
  readonly text: string;
  /** UTF-16 offset where the context is to be written. */
  readonly cursor: number;
}

/**
 * A record like those that are there, of which the newest comes first: its front matter's keys, its lines, its title's
 * form, and the headings that records have in common; none of what they say. `undefined` where the newest has no title
 * that can be told, or nothing under which to write.
 */
export function decisionLike(records: readonly string[], decision: NewDecision): DecisionRecord | undefined {
  const [model = ''] = records;
  const text = model.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const { bodyStart } = readLooseFrontMatter(text);
  const headings = [...headingsIn(text, bodyStart, 6)];
  const [first] = headings;
  const old = readDecisionText(text, bodyStart).title;
  if (first === undefined || old === undefined || headings.length < 2) return undefined;
  const front = frontLines(text.slice(0, bodyStart), decision);
  const title = `${'#'.repeat(first.depth)} ${titleLike(first.name, old.value, decision)}`;
  const lines = keyLines(text.slice(first.end, headings[1]!.start), decision);
  const above = [...(front.length === 0 ? [] : [front]), [title], ...(lines.length === 0 ? [] : [lines])];
  const kept = headings.slice(1).filter(({ name }) => isCommon(name, records));
  const context = kept.findIndex(({ name }) => sectionWords.get(headingWord(name)) === 'context');
  const at =
    context < 0 ? kept.findIndex(({ name }) => sectionWords.get(headingWord(name)) !== 'status') : context;
  if (at < 0) return undefined;
  const sections = kept.map(({ name, depth, start, end }, index) => {
    const heading = `${'#'.repeat(depth)} ${name}`;
    if (index === at) return { heading, body: decision.link };
    const next = headings.find((other) => other.start > start)?.start ?? text.length;
    const isStatus = sectionWords.get(headingWord(name)) === 'status';
    return { heading, body: isStatus ? proposedLike(text.slice(end, next).trim()) : '' };
  });
  const block = (section: (typeof sections)[number]) =>
    [section.heading, section.body].filter(Boolean).join('\n\n');
  const head = [
    ...above.map((each) => each.join('\n')),
    ...sections.slice(0, at).map(block),
    sections[at]!.heading,
  ].join('\n\n');
  const rest = [sections[at]!.body, ...sections.slice(at + 1).map(block)].join('\n\n');
  const lineEnd = lineEndOf(model);
  const before = `${head}\n\n`.replaceAll('\n', lineEnd);
  return { text: before + `\n\n${rest}\n`.replaceAll('\n', lineEnd), cursor: before.length };
}

/** The keys of the front matter with new values; what a person has to say is left empty. */
function frontLines(front: string, decision: NewDecision): readonly string[] {
  return front.split('\n').flatMap((line) => {
    if (/^---[ \t]*$/.test(line)) return ['---'];
    const [, name, gap, old] = /^([\p{L}][\p{L}\d_ .-]{0,40})(:[ \t]*)(.*)$/u.exec(line) ?? [];
    if (name === undefined) return [];
    const value = valueLike(keyOfName(name), old!, decision) ?? numberLike(name, old!, decision);
    return [`${name}${gap!.trimEnd()}${value === '' ? '' : ` ${value}`}`];
  });
}

/** The lines between the title and the first section that say what is known. */
function keyLines(text: string, decision: NewDecision): readonly string[] {
  return text.split('\n').flatMap((written) => {
    const { key, value } = keyOfLine(written);
    if (key === undefined) return /^\s*\|[\s|:-]+\|\s*$/.test(written) ? [written] : [];
    const at = written.lastIndexOf(value);
    return [
      `${written.slice(0, at)}${valueLike(key, value, decision) ?? ''}${written.slice(at + value.length)}`.trimEnd(),
    ];
  });
}

function valueLike(
  key: DecisionKey | undefined,
  old: string,
  { title, today, files }: NewDecision,
): string | undefined {
  switch (key) {
    case 'status':
      return proposedLike(old);
    case 'date':
      return old.replace(/[^"'].*[^"']|^$/, today);
    case 'title':
      return yamlLine(title);
    case 'files':
      return JSON.stringify(files);
    case undefined:
      return undefined;
    default:
      return '';
  }
}

/** Tools that number records in their front matter, too, call it so. */
function numberLike(name: string, old: string, { number }: NewDecision): string {
  return number !== undefined && /^(?:id|adr|number|no)$/i.test(name) ? withNumber(old, number) : '';
}

function proposedLike(old: string): string {
  const [, quote = '', word = ''] = /^(["']?)[\W_]*(\p{L}*)/u.exec(old) ?? [];
  const isUpper = /^\p{Lu}/u.test(word);
  const isLoud = word.length > 1 && word === word.toUpperCase();
  const proposed = isLoud ? 'PROPOSED' : isUpper ? 'Proposed' : 'proposed';
  return `${quote}${proposed}${quote}`;
}

/** `# 7. Old` becomes `# 8. New`, and `# Old` becomes `# New`. */
function titleLike(name: string, old: string, { title, number }: NewDecision): string {
  const at = name.indexOf(old);
  const lead = at < 0 ? '' : name.slice(0, at);
  return `${number === undefined ? lead.replace(/.*\d.*/, '') : withNumber(lead, number)}${title}`;
}

/** The same with another number, as wide as the old one. */
function withNumber(text: string, number: number): string {
  return text.replace(/\d+/, (digits) => String(number).padStart(digits.length, '0'));
}

/** Headings of records that are none of one decision alone. */
const otherHeadings: ReadonlySet<string> = new Set([
  'alternatives',
  'alternatives considered',
  'assumptions',
  'confirmation',
  'considered options',
  'decision drivers',
  'negative consequences',
  'options',
  'positive consequences',
  'pros and cons of the options',
  'validation',
]);

/** Whether a heading is one of the format: a word for a part of a record, or in more than half of several. */
function isCommon(name: string, records: readonly string[]): boolean {
  const word = headingWord(name);
  if (sectionWords.has(word) || otherHeadings.has(word)) return true;
  const having = records.filter((record) =>
    [...headingsIn(record, 0, 6)].some((each) => headingWord(each.name) === word),
  );
  return records.length > 1 && having.length * 2 > records.length;
}
