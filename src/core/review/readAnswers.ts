import { counted } from '../text/counted';
import { cut } from '../text/cut';
import { cleanLine } from '../text/markdown';
import type { Answer, AnswerState, ReviewRole } from './answer';
import { statePrefixes } from './blockFormat';
import type { HeldItem, HeldReview } from './heldItem';
import { askKey } from './mergeQuestions';
import { type ListLine, readLines } from './readLines';
import { readTrailers } from './readTrailers';

/** More are counted. */
const maxProblems = 20;

export interface ReadOptions {
  /** Whose answer it is where the text does not say. */
  readonly role: ReviewRole;
  /** ISO 8601 in UTC: when what was changed by hand counts as answered. */
  readonly now: string;
}

/** What a text says to the items of a review. */
export interface TextAnswers {
  /** At most one for each item. */
  readonly answers: readonly TextAnswer[];
  /** Ids of items that were stale when the text was written, and that nobody answered since. */
  readonly stale: ReadonlySet<string>;
  /** Ids of items that a line answers without saying what it was about: its comment is gone. */
  readonly bare: ReadonlySet<string>;
  readonly problems: readonly string[];
}

export interface TextAnswer {
  readonly answer: Answer;
  /** Whether the text says just what Leadlight wrote, or was changed by hand, or has lost what would tell. */
  readonly is: 'written' | 'changed' | 'bare';
}

/** All that a text says: its lists, and the trailers of a commit message. Problems are sentences; nothing throws. */
export function readAnswers(text: string, held: HeldReview, options: ReadOptions): TextAnswers {
  const { lines, hasBlock, bases, problems: broken } = readLines(text);
  const problems = [...broken];
  const foreign = bases.find((base) => held.diff !== undefined && base !== held.diff.base);
  if (foreign !== undefined)
    problems.push(
      `It was written against ${cleanLine(foreign)}, and this review is against ${held.diff!.base}.`,
    );
  const find = itemFinder(held.items);
  const read = new Map<string, ReadLine>();
  for (const line of lines) {
    const item = find(line);
    if (item === undefined) {
      // Without a block any other list may stand in the text.
      if (line.comment !== undefined || (hasBlock && line.box !== 'none'))
        problems.push(`${named(line.text)} is not asked in this review.`);
      continue;
    }
    const said = readLine(line, item, options);
    if (said === undefined)
      problems.push(`${named(item.ask)} has no box any more, so it counts as not answered.`);
    else {
      const other = read.get(item.id);
      // A line that nobody touched takes nothing back.
      if (other?.answer !== undefined && said.answer === undefined) continue;
      if (other?.answer !== undefined && other.state !== said.state)
        problems.push(`${named(item.ask)} is answered twice: the last one counts.`);
      read.set(item.id, said);
    }
  }
  const trailers = readTrailers(text, options).filter(({ answer }) =>
    held.items.some(({ item }) => item.id === answer.item),
  );
  if (read.size === 0 && trailers.length === 0 && problems.length === 0)
    problems.push('There is no review in this text: no block that Leadlight wrote was found.');
  const fromLines = [...read.values()].flatMap((said) => (said.answer === undefined ? [] : [said.answer]));
  const answered = new Set(fromLines.map(({ answer }) => answer.item));
  return {
    answers: [...trailers.filter(({ answer }) => !answered.has(answer.item)), ...fromLines],
    stale: new Set([...read].flatMap(([id, { state }]) => (state === 'stale' ? [id] : []))),
    bare: new Set(fromLines.flatMap(({ answer, is }) => (is === 'bare' ? [answer.item] : []))),
    problems: firstOf(problems),
  };
}

type OpenItem = HeldItem['item'];

interface ReadLine {
  readonly state: AnswerState | 'open' | 'stale';
  /** Absent for what is stale or was never answered. */
  readonly answer?: TextAnswer;
}

/** By its id, else by what it asks, as it is or behind the word that names a state. */
function itemFinder(items: readonly HeldItem[]): (line: ListLine) => OpenItem | undefined {
  const byId = new Map(items.map(({ item }) => [item.id, item]));
  const byAsk = new Map(items.map(({ item }) => [askKey(item.ask), item]));
  return ({ text, comment }) =>
    byId.get(comment?.id ?? '') ?? byAsk.get(askKey(text)) ?? byAsk.get(askKey(withoutPrefix(text).rest));
}

function withoutPrefix(text: string): { readonly rest: string; readonly state?: keyof typeof statePrefixes } {
  for (const state of ['na', 'concern', 'stale'] as const) {
    const prefix = statePrefixes[state];
    if (text.toLowerCase().startsWith(prefix.toLowerCase()))
      return { rest: text.slice(prefix.length).trim(), state };
  }
  return { rest: text };
}

/** `undefined` where it has neither a box nor the words that go without one. */
function readLine(
  line: ListLine,
  { id, ask, fingerprint }: OpenItem,
  options: ReadOptions,
): ReadLine | undefined {
  const { comment } = line;
  const prefix = askKey(line.text) === askKey(ask) ? undefined : withoutPrefix(line.text).state;
  const state = stateOf(line.box, prefix);
  if (state === undefined || state === 'stale') return state && { state };
  const isWritten = comment?.state === state;
  if (state === 'open' && (comment === undefined || isWritten)) return { state };
  const hasNote = line.note !== undefined && comment?.state !== 'stale' && state !== 'open';
  const answer: Answer = {
    version: 1,
    item: id,
    state,
    ...(hasNote && { note: line.note }),
    role: comment?.by?.role ?? options.role,
    at: isWritten ? earlier(comment.by?.at ?? options.now, options.now) : options.now,
    fingerprint: comment?.fingerprint ?? fingerprint,
  };
  return {
    state,
    answer: { answer, is: comment === undefined ? 'bare' : isWritten ? 'written' : 'changed' },
  };
}

function stateOf(
  box: ListLine['box'],
  prefix: keyof typeof statePrefixes | undefined,
): ReadLine['state'] | undefined {
  if (box === 'ticked') return 'pass';
  if (box === 'empty') return prefix === 'concern' || prefix === 'stale' ? prefix : 'open';
  return prefix === 'na' ? 'na' : undefined;
}

/** No text may claim an answer of tomorrow, which nobody could take back. */
function earlier(at: string, now: string): string {
  return at < now ? at : now;
}

/** Each once, and of many the first. */
function firstOf(problems: readonly string[]): readonly string[] {
  const all = [...new Set(problems)];
  const more = all.length - maxProblems;
  return more > 0 ? [...all.slice(0, maxProblems), `${counted(more, 'more line')} could not be read.`] : all;
}

function named(text: string): string {
  return `"${cut(cleanLine(text), 80)}"`;
}
