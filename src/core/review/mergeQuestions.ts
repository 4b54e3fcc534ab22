import { createIsMe } from '../features/debtMarkers';
import { cut } from '../text/cut';
import { cleanLine } from '../text/markdown';
import type { DiffFile } from './diff';
import { filesIn, fingerprintOf, withoutDiff } from './fingerprints';
import type { HeldItem } from './heldItem';
import type { JudgedQuestion, Judgement } from './question';
import type { ReviewFacts } from './verdict';
import { grouped } from '../text/grouped';

/** A longer question is cut. */
const maxAsk = 300;
/** Of what does not apply for many reasons, the first are told. */
const maxReasons = 3;

/**
 * One item for all that ask the same; it takes its name and its place from the first, applies where one of them does,
 * and gives all their reasons. Without facts nothing is known of a diff.
 */
export function mergeQuestions(judged: readonly JudgedQuestion[], facts?: ReviewFacts): readonly HeldItem[] {
  const byAsk = grouped(judged, ({ question }) => [askKey(question.ask)]);
  const ids = new Set<string>();
  const partAt = facts === undefined ? () => noPart : partsOf(facts);
  return [...byAsk.values()].map((same) => {
    const id = freeId(same[0].question.id, ids);
    ids.add(id);
    return itemOf(id, same, partAt);
  });
}

/** What is the same in two questions that differ in case, in white space and in how they end. */
export function askKey(ask: string): string {
  return shownAsk(ask)
    .toLowerCase()
    .replace(/[\s.?!]+$/, '');
}

function shownAsk(ask: string): string {
  return cut(cleanLine(ask), maxAsk);
}

function itemOf(
  id: string,
  same: readonly [JudgedQuestion, ...JudgedQuestion[]],
  partAt: (scope: HeldItem['scope']) => Part,
): HeldItem {
  const [{ question }] = same;
  const { ask, source, group } = question;
  const why = same.find((each) => each.question.why !== undefined)?.question.why;
  const { scope, ...judgement } = mergeJudgements(same.map((each) => each.judgement));
  const { fingerprint, isMine } = partAt(scope);
  return {
    item: {
      id,
      ask: shownAsk(ask),
      ...(why !== undefined && { why }),
      for: same.every((each) => each.question.for === question.for) ? question.for : 'anyone',
      source,
      ...judgement,
      fingerprint,
    },
    group,
    scope,
    isMine,
  };
}

/** The part of a diff that an item is about. */
type Part = Pick<HeldItem, 'isMine'> & Pick<HeldItem['item'], 'fingerprint'>;

const noPart: Part = { fingerprint: withoutDiff, isMine: true };

/** Most items are about the whole diff, which is looked at once for all of them. */
function partsOf(facts: ReviewFacts): (scope: HeldItem['scope']) => Part {
  const { diff } = facts;
  const isMe = createIsMe(facts.me);
  const partOf = (files: readonly DiffFile[]): Part => ({
    fingerprint: fingerprintOf(files),
    isMine: facts.me.length === 0 || files.some(({ path }) => facts.ownersOf(path).some(isMe)),
  });
  let whole: Part | undefined;
  return (scope) => {
    const files = filesIn(diff, scope);
    return files.length === diff.files.length ? (whole ??= partOf(files)) : partOf(files);
  };
}

function mergeJudgements(all: readonly Judgement[]): Judgement {
  const asking = all.filter(({ applies }) => applies !== false);
  const telling = asking.length === 0 ? all : asking;
  const auto = telling.find(({ auto }) => auto?.result === 'attention') ?? telling.find(({ auto }) => auto);
  return {
    applies: asking.length === 0 ? false : asking.some(({ applies }) => applies === true) ? true : undefined,
    reason: unique(telling.map(({ reason }) => reason))
      .slice(0, maxReasons)
      .join(' '),
    evidence: telling.flatMap(({ evidence }) => evidence),
    scope: telling.some(({ scope }) => scope === undefined)
      ? undefined
      : unique(telling.flatMap(({ scope }) => scope ?? [])),
    ...(auto?.auto && { auto: auto.auto }),
  };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  return free;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
