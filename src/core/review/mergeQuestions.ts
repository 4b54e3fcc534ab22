import { createIsMe } from '../features/debtMarkers';
import { cut } from '../text/cut';
import { cleanLine } from '../text/markdown';
import { filesIn, fingerprintOf, withoutDiff } from './fingerprints';
import type { HeldItem } from './heldItem';
import type { JudgedQuestion, Judgement } from './question';
import type { ReviewFacts } from './verdict';

/** A longer question is cut. */
const maxAsk = 300;
/** Of what does not apply for many reasons, the first are told. */
const maxReasons = 3;

/**
 * One item for all that ask the same; it takes its name and its place from the first, applies where one of them does,
 * and gives all their reasons. Without facts nothing is known of a diff.
 */
export function mergeQuestions(judged: readonly JudgedQuestion[], facts?: ReviewFacts): readonly HeldItem[] {
  const byAsk = new Map<string, [JudgedQuestion, ...JudgedQuestion[]]>();
  for (const each of judged) {
    const key = askKey(each.question.ask);
    const same = byAsk.get(key);
    if (same === undefined) byAsk.set(key, [each]);
    else same.push(each);
  }
  const ids = new Set<string>();
  const part = facts && partOf(facts);
  return [...byAsk.values()].map((same) => {
    const id = freeId(same[0].question.id, ids);
    ids.add(id);
    return itemOf(id, same, part);
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
  part: PartOf | undefined,
): HeldItem {
  const [{ question }] = same;
  const { ask, source, group } = question;
  const why = same.find((each) => each.question.why !== undefined)?.question.why;
  const { scope, ...judgement } = mergeJudgements(same.map((each) => each.judgement));
  const { fingerprint, isMine } = part?.(scope) ?? { fingerprint: withoutDiff, isMine: true };
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

type PartOf = (
  scope: readonly string[] | undefined,
) => Pick<HeldItem, 'isMine'> & { readonly fingerprint: string };

/** What is said of a part of a diff; much of what is asked is about the whole, which is looked at once. */
function partOf(facts: ReviewFacts): PartOf {
  const { diff, me } = facts;
  const isMe = createIsMe(me);
  const look: PartOf = (scope) => {
    const files = filesIn(diff, scope);
    return {
      fingerprint: fingerprintOf(files),
      isMine: me.length > 0 && files.some(({ path }) => facts.ownersOf(path).some(isMe)),
    };
  };
  let whole: ReturnType<PartOf> | undefined;
  return (scope) => (scope === undefined ? (whole ??= look(scope)) : look(scope));
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
