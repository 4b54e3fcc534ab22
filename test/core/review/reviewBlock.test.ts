import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { reviewOf } from '../../../src/core/features/checklist';
import { reviewExport } from '../../../src/core/features/reviewExport';
import type { Answer, AnswerState, Concern } from '../../../src/core/review/answer';
import { readBlock } from '../../../src/core/review/readBlock';
import { cleanText } from '../../../src/core/text/markdown';
import { changed, diffOf, heldItem, heldReview, hostileText } from './diffFixture';

const now = '2026-11-22T12:00:00.000Z';
const earlier = '2026-11-20T08:00:00.000Z';
const diff = diffOf([changed('a.ts'), changed('b.ts')]);
const items = [
  heldItem(diff, 'r/reason', { ask: 'Is the reason written down?' }),
  heldItem(diff, 'r/tested', { ask: 'Is it tested?', scope: ['a.ts'] }),
  heldItem(diff, 'r/docs', { ask: 'Does the README say so?', scope: ['b.ts'] }),
  heldItem(diff, 'e/errors', { ask: 'Do errors say more?', title: 'Errors carry context' }),
  heldItem(diff, 'r/tests', { ask: 'Only tests?', applies: false }),
];
const held = heldReview(diff, items);

function answer(item: string, state: Answer['state'], more: Partial<Answer> = {}): Answer {
  const { fingerprint } = items.find((each) => each.item.id === item)!.item;
  return { version: 1, item, state, role: 'author', at: earlier, fingerprint, ...more };
}

const answers = [
  answer('r/reason', 'pass'),
  answer('r/tested', 'concern', { note: 'Nobody looked\nat *Windows*.' }),
  answer('r/docs', 'na', { note: 'Not visible.' }),
  answer('e/errors', 'pass', { fingerprint: '00000000000000' }),
];

function block(given: readonly Answer[] = answers, concerns: readonly Concern[] = []): string {
  return reviewExport(reviewOf(held, { answers: given }), { format: 'markdown', concerns });
}

/** What is read from a text as `item state@day[: note]`, and the problems. */
function check(
  text: string,
  expected: { readonly answers?: readonly string[]; readonly problems?: readonly string[] },
  known: readonly Answer[] = [],
) {
  const read = readBlock(text, held, { role: 'author', now, known });
  assert.deepEqual(
    read.answers.map(
      ({ item, state, at, note }) =>
        `${item} ${state}@${at.slice(8, 10)}${note === undefined ? '' : `: ${note}`}`,
    ),
    expected.answers ?? [],
  );
  assert.deepEqual(read.problems, expected.problems ?? []);
}

const all = [
  'r/reason pass@20',
  'r/tested concern@20: Nobody looked\nat *Windows*.',
  'r/docs na@20: Not visible.',
];

/** The block without its comments, as some editors leave it. */
const bare = block().replace(/ ?<!--.*?-->/g, '');

describe('a review in the body of a pull request', () => {
  it('is a task list that people can read', () => {
    assert.equal(
      block().replace(/(?<= )[0-9a-f]{14}(?= )/g, 'f'),
      `<!-- leadlight:review v1 origin%2Fmain -->

**Review against origin/main:** 3 of 4 items answered, 1 stale.

**Code review**

- [x] Is the reason written down? <!-- r/reason pass f author 2026-11-20T08:00:00.000Z -->
- [ ] Concern: Is it tested? <!-- r/tested concern f author 2026-11-20T08:00:00.000Z -->
  > Nobody looked
  > at \\*Windows\\*.
- Not needed: Does the README say so? <!-- r/docs na f author 2026-11-20T08:00:00.000Z -->
  > Not visible.

**Errors carry context**

- [ ] Stale: Do errors say more? <!-- e/errors stale f -->
  > It was passed before. What it is about changed.

1 item does not apply. No changed file matches test/\\*\\*.

<!-- /leadlight:review -->
`,
    );
  });

  it('reads back where nothing is known, and says nothing new where all is', () => {
    check(block(), { answers: all });
    check(block(), {}, answers);
  });

  it('reads back between other text, with the line ends of Windows, in any order and with other bullets', () => {
    const lines = block().split('\n');
    const moved = [...lines.slice(10, 12), ...lines.slice(6, 10)].map((line) => line.replace(/^- /, '* '));
    const text = ['# Fix', '', '- [x] Is it tested?', '', lines[0], ...moved, lines.at(-2), 'Bye'].join(
      '\r\n',
    );
    check(text, { answers: [all[2]!, ...all.slice(0, 2)] });
  });

  it('gives what was ticked and unticked by hand, as answered now', () => {
    const edited = block()
      .replace('[x] Is the reason', '[ ] Is the reason')
      .replace('[ ] Concern: Is', '[X] Is')
      .replace('[ ] Stale:', '[x] Stale:');
    check(
      edited,
      {
        answers: ['r/reason open@22', 'r/tested pass@22: Nobody looked\nat *Windows*.', 'e/errors pass@22'],
      },
      answers,
    );
    const [, , ticked] = readBlock(edited, held, { role: 'author', now, known: answers }).answers;
    assert.equal(ticked?.fingerprint, items[3]!.item.fingerprint);
  });

  it('gives notes that were edited by hand, and words that were put before an item', () => {
    check(
      block().replace('Not visible.', 'Not *yet*\\!'),
      { answers: ['r/docs na@22: Not *yet*!'] },
      answers,
    );
    check(
      block([])
        .replace('[ ] Is it tested', '[ ] Concern: is it tested')
        .replace('[ ] Does', 'not needed: Does'),
      { answers: ['r/tested concern@22', 'r/docs na@22'] },
    );
  });

  it('takes nothing back for lines that are gone', () => {
    const text = block()
      .split('\n')
      .filter((line) => !line.includes('r/reason'))
      .join('\n');
    check(text, {}, answers);
  });

  it('is matched by what it asks where its comments are gone', () => {
    check(bare, {
      answers: [
        'r/reason pass@22',
        'r/tested concern@22: Nobody looked\nat *Windows*.',
        'r/docs na@22: Not visible.',
      ],
    });
    check(bare, {}, answers);
    check(bare.replace('[x]', '[ ]'), {}, answers);
  });

  it('keeps an answer that is later than the block, and takes one that is earlier', () => {
    const later = answer('r/reason', 'na', { at: '2026-11-21T00:00:00.000Z' });
    check(block([answer('r/reason', 'pass')]), {}, [later]);
    check(block([later]), { answers: ['r/reason na@21'] }, [answer('r/reason', 'pass')]);
  });

  it('claims no answer of tomorrow', () => {
    check(block([answer('r/reason', 'pass', { at: '9999-01-01T00:00:00.000Z' })]), {
      answers: ['r/reason pass@22'],
    });
  });

  it('keeps apart what an author and a reviewer answered', () => {
    const given = [answer('r/reason', 'pass', { role: 'reviewer' })];
    const { answers: read } = readBlock(block(given), held, {
      role: 'author',
      now,
      known: [answer('r/reason', 'na', { at: now })],
    });
    assert.deepEqual(read, given);
  });

  it('says what it cannot read', () => {
    check('', { problems: ['There is no review in this text: no block that Leadlight wrote was found.'] });
    check('Some text\n- with a list\n', {
      problems: ['There is no review in this text: no block that Leadlight wrote was found.'],
    });
    check(block().replace('<!-- /leadlight:review -->', ''), {
      answers: all,
      problems: ['The review has no end: it was read as far as it goes.'],
    });
    check(block().slice(0, block().indexOf('r/tested') + 15), {
      answers: ['r/reason pass@20', 'r/tested concern@22'],
      problems: ['The review has no end: it was read as far as it goes.'],
    });
    check(block().replace(' v1 ', ' v2 '), {
      problems: ['A newer version of Leadlight wrote this review, so it was left alone.'],
    });
    check(block().replace('origin%2Fmain', 'dev'), {
      answers: all,
      problems: ['It was written against dev, and this review is against origin/main.'],
    });
    check(block().replace('r/reason pass', 'r/old pass').replace('Is the reason', 'Was the reason'), {
      answers: all.slice(1),
      problems: ['"Was the reason written down?" is not asked in this review.'],
    });
    check(block().replace('- [x] Is the reason', '- Is the reason'), {
      answers: all.slice(1),
      problems: ['"Is the reason written down?" has no box any more, so it counts as not answered.'],
    });
  });

  it('counts what cannot be read where that is much', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `- [x] Item ${at}\n- [x] Item ${at}`).join('\n');
    const text = `<!-- leadlight:review v1 -->\n${lines}\n<!-- /leadlight:review -->\n`;
    const { problems } = readBlock(text, held, { role: 'author', now, known: [] });
    assert.deepEqual(
      [problems.length, problems[0], problems.at(-1)],
      [21, '"Item 0" is not asked in this review.', '10 more lines could not be read.'],
    );
  });

  it('of two blocks lets the last count, and says where they differ', () => {
    check(`${block()}\n${block()}`, { answers: all });
    check(`${block()}\n${block([answer('r/reason', 'na')])}`, {
      answers: ['r/reason na@20', ...all.slice(1)],
      problems: ['"Is the reason written down?" is answered twice: the last one counts.'],
    });
  });

  it('lists concerns with path and lines', () => {
    const anchor = { line: 4, lines: ['a', 'b'], before: [], after: [] };
    const concern: Concern = {
      version: 1,
      id: '1',
      path: 'src/[a]_b.ts',
      anchor,
      comments: [
        { text: '- [x] Is it tested?', at: now },
        { text: 'Yes\n<b>', at: now },
      ],
      state: 'open',
      at: now,
    };
    const given = [
      concern,
      { ...concern, anchor: { ...anchor, lines: ['a'] }, comments: [], state: 'resolved' as const },
      { ...concern, state: 'deleted' as const },
    ];
    const text = block([], given);
    assert.ok(
      text.includes(`**Concerns**

- src/\\[a\\]\\_b.ts:5-6
  > \\- \\[x\\] Is it tested?
  > Yes
  > \\<b\\>
- src/\\[a\\]\\_b.ts:5 (resolved)

`),
      text,
    );
    check(text, {});
  });
});

/** What a reader of Markdown takes for HTML, comments among it. */
function htmlIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') found.push(node.value);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text));
  return found;
}

describe('whatever people write', () => {
  const states = fc.constantFrom<AnswerState>('pass', 'na', 'concern');
  const plain = (note: string | undefined) => {
    const lines = cleanText(note ?? '')
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim());
    return lines.join('\n');
  };

  it('comes back from the block, and closes no comment and forges no item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostileText, hostileText, states, hostileText), { minLength: 1, maxLength: 5 }),
        hostileText,
        (drafts, title) => {
          const asked = drafts.map(([ask, note, state], at) => ({
            held: heldItem(diff, `r/${at}--x`, { ask: `${at} ${ask}`.replace(/\s+/g, ' '), title }),
            note,
            state,
          }));
          const review = heldReview(
            diff,
            asked.map((each) => each.held),
          );
          const given = asked.map(({ held: { item }, note, state }): Answer => ({
            version: 1,
            item: item.id,
            state,
            note,
            role: 'reviewer',
            at: earlier,
            fingerprint: item.fingerprint,
          }));
          const comment = { text: drafts[0]![3], at: now };
          const anchor = { line: 0, lines: [], before: [], after: [] };
          const concern = {
            version: 1,
            id: '1',
            path: title,
            anchor,
            comments: [comment],
            state: 'open',
            at: now,
          } as const;
          const text = reviewExport(reviewOf(review, { answers: given }), {
            format: 'markdown',
            concerns: [concern],
          });
          assert.deepEqual(
            htmlIn(text).filter((html) => !/^<!-- (?:r\/|\/?leadlight:)(?:(?!--).)* -->$/.test(html)),
            [],
          );
          assert.equal(htmlIn(text).length, given.length + 2);
          const read = readBlock(text, review, { role: 'author', now, known: [] });
          assert.deepEqual(read.problems, []);
          assert.deepEqual(
            read.answers.map((each) => ({ ...each, note: plain(each.note) })),
            given.map((each) => ({ ...each, note: plain(each.note) })),
          );
          assert.deepEqual(readBlock(text, review, { role: 'author', now, known: given }), {
            answers: [],
            problems: [],
          });
        },
      ),
    );
  });

  it('throws nothing, and costs no answer, when the block is cut and torn', () => {
    const pieces = fc.array(fc.oneof(fc.nat(block().length), hostileText), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (cuts) => {
        let text = block();
        for (const each of cuts) {
          if (typeof each === 'number')
            text = text.slice(0, each % (text.length + 1)) + text.slice((each % 97) + each);
          else text = text.slice(0, text.length / 2) + each + text.slice(text.length / 2);
        }
        const { answers: read, problems } = readBlock(text, held, { role: 'author', now, known: [] });
        assert.equal(new Set(read.map(({ item }) => item)).size, read.length);
        for (const { item, state, at } of read) {
          assert.ok(items.some((each) => each.item.id === item));
          assert.ok(['pass', 'na', 'concern', 'open'].includes(state));
          assert.ok(at <= now);
        }
        assert.ok(
          problems.every((problem) => /^[^\n]+\.$/.test(problem)),
          problems.join('|'),
        );
      }),
    );
  });
});
