import assert from 'node:assert/strict';
import { reviewOf } from '../../../src/core/features/checklist';
import { reviewExport } from '../../../src/core/features/reviewExport';
import { verifyReview } from '../../../src/core/features/verifyReview';
import type { Answer } from '../../../src/core/review/answer';
import type { HeldItem } from '../../../src/core/review/heldItem';
import { readBlock } from '../../../src/core/review/readBlock';
import type { ReviewFormat, ReviewResult } from '../../../src/core/review/reviewItem';
import { changed, diffOf, heldItem, heldReview } from '../review/diffFixture';

const now = '2026-11-22T12:00:00.000Z';
const diff = diffOf([changed('a.ts', ['x', 'y']), changed('b.ts', [], { deleted: 3 })]);

function item(id: string, more: Partial<HeldItem['item']> = {}, options = {}): HeldItem {
  const held = heldItem(diff, id, options);
  return { ...held, item: { ...held.item, ...more } };
}

const items = [
  item('r/a'),
  item('r/b', { for: 'author' }, { scope: ['a.ts'] }),
  item('p/c', { applies: undefined, reason: 'It cannot be told.' }, { title: 'Errors carry context' }),
  { ...item('r/d', { for: 'reviewer' }), isMine: false },
  item('r/e', { applies: false, reason: 'No lock file changed.' }),
  item('r/f', { applies: false, reason: 'No test changed.' }),
  item('r/g', { applies: false, reason: 'No test changed.' }),
];
const held = heldReview(diff, items);

function answer(id: string, state: Answer['state'], more: Partial<Answer> = {}): Answer {
  const { fingerprint } = items.find((each) => each.item.id === id)!.item;
  return { version: 1, item: id, state, role: 'author', at: now, fingerprint, ...more };
}

/** Groups as `title: id=state ...`. */
function groupLines({ groups }: ReviewResult): readonly string[] {
  return groups.map(
    ({ title, items: own }) => `${title}: ${own.map(({ id, state }) => `${id}=${state}`).join(' ')}`,
  );
}

describe('a review', () => {
  it('tells which of the files that it names are new', () => {
    const files = Array.from({ length: 210 }, (_, at) =>
      changed(`${String(at).padStart(3, '0')}.ts`, [], { status: at % 100 === 5 ? 'added' : 'modified' }),
    );
    const large = diffOf(files);
    const one = heldItem(large, 'r/a');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const named = { ...one, item: { ...one.item, evidence: [{ path: '205.ts', range }] } };
    assert.deepEqual(reviewOf(heldReview(large, [one]), { answers: [] }).addedPaths, ['005.ts', '105.ts']);
    assert.deepEqual(reviewOf(heldReview(large, [named]), { answers: [] }).addedPaths, [
      '005.ts',
      '105.ts',
      '205.ts',
    ]);
  });

  it('has the items that apply in groups, and one line on the others', () => {
    const result = reviewOf(held, { answers: [] });
    assert.deepEqual(groupLines(result), [
      'Code review: r/a=open r/b=open r/d=open',
      'Errors carry context: p/c=open',
    ]);
    assert.deepEqual(
      result.others.map(({ id }) => id),
      ['r/e', 'r/f', 'r/g'],
    );
    assert.equal(result.othersLine, '3 items do not apply. 2: No test changed. 1: No lock file changed.');
    assert.deepEqual(
      result.paths,
      held.diff?.files.map(({ path }) => path),
    );
    assert.deepEqual(result.addedPaths, []);
    assert.deepEqual([result.files, result.added, result.deleted, result.branch], [2, 2, 3, 'work']);
  });

  it('counts each state, and what is stale as nothing else', () => {
    const answers = [answer('r/a', 'pass'), answer('r/b', 'na', { fingerprint: '0' }), answer('p/c', 'open')];
    const result = reviewOf(held, { answers });
    assert.deepEqual(result.counts, { open: 2, pass: 1, na: 0, concern: 0, stale: 1 });
    assert.equal(result.groups[0]?.items[1]?.stale, 'What it is about changed.');
    assert.equal(result.groups[1]?.items[0]?.answer, undefined);
  });

  it('shows a role its own items and answers', () => {
    const answers = [
      answer('r/a', 'pass'),
      answer('r/a', 'concern', { role: 'reviewer', at: '2026-11-23T00:00:00Z' }),
    ];
    assert.deepEqual(
      groupLines(reviewOf(held, { answers, role: 'author' }))[0],
      'Code review: r/a=pass r/b=open',
    );
    assert.deepEqual(
      groupLines(reviewOf(held, { answers, role: 'reviewer' }))[0],
      'Code review: r/a=concern r/d=open',
    );
    assert.deepEqual(
      groupLines(reviewOf(held, { answers }))[0],
      'Code review: r/a=concern r/b=open r/d=open',
    );
  });

  it('leaves out what is about files of others, and says so', () => {
    const result = reviewOf(held, { answers: [], mine: true });
    assert.deepEqual(groupLines(result)[0], 'Code review: r/a=open r/b=open');
    assert.deepEqual(result.notes, ['1 item about files of others is left out.']);
  });

  it('ignores answers to items that are no longer asked', () => {
    const gone: Answer = { ...answer('r/a', 'pass'), item: 'r/gone' };
    assert.equal(reviewOf(held, { answers: [gone] }).counts.pass, 0);
  });
});

function shared(format: ReviewFormat, answers: readonly Answer[]): string {
  return reviewExport(reviewOf(held, { answers }), { format, concerns: [] });
}

describe('a review as text', () => {
  const answers = [
    answer('r/a', 'concern', { note: 'Look\nhere' }),
    answer('r/b', 'pass', { fingerprint: '00000000000000' }),
  ];

  it('is plain', () => {
    assert.equal(
      shared('text', answers),
      `Against origin/main: 2 changed files, +2 -3
4 items, 2 open, 1 stale, 1 concern

Code review
  [concern] Is r/a so?
            It is asked of every change.
            note: Look here
  [stale]   Is r/b so?
            It is asked of every change.
            stale: What it is about changed.
  [open]    Is r/d so?
            It is asked of every change.

Errors carry context
  [open]    Is p/c so?
            ? It cannot be told.

3 items do not apply. 2: No test changed. 1: No lock file changed.
`,
    );
  });

  it('is JSON with every item', () => {
    const { base, items: own } = JSON.parse(shared('json', answers)) as {
      readonly base: string;
      readonly items: readonly Readonly<Record<string, unknown>>[];
    };
    assert.equal(base, 'origin/main');
    assert.deepEqual(
      own.map(({ id, applies }) => [id, applies]),
      [
        ['r/a', true],
        ['r/b', true],
        ['r/d', true],
        ['p/c', null],
        ['r/e', false],
        ['r/f', false],
        ['r/g', false],
      ],
    );
    assert.deepEqual(Object.keys(own[0]!), [
      'id',
      'ask',
      'why',
      'applies',
      'reason',
      'evidence',
      'auto',
      'answer',
      'fingerprint',
    ]);
    const { fingerprint } = items[0]!.item;
    const kept = { state: 'concern', note: 'Look\nhere', role: 'author', at: now, fingerprint, stale: null };
    assert.deepEqual(own[0]!.answer, kept);
  });

  it('is a trailer for each answer, and reads back where nothing is known', () => {
    const text = shared('trailers', answers);
    const { fingerprint } = items[0]!.item;
    assert.equal(
      text,
      `Leadlight-Review: r/a concern ${fingerprint}\nLeadlight-Review: r/b pass 00000000000000\n`,
    );
    const read = (known: readonly Answer[]) =>
      readBlock(`Subject\n\n${text.replaceAll('\n', '\r\n')}Leadlight-Review: r/gone pass no-diff\n`, held, {
        role: 'reviewer',
        now,
        known,
      });
    assert.deepEqual(
      read([]).answers.map(({ item: id, state, role }) => [id, state, role]),
      [
        ['r/a', 'concern', 'reviewer'],
        ['r/b', 'pass', 'reviewer'],
      ],
    );
    const own = answers.map((each) => ({ ...each, role: 'reviewer' as const }));
    assert.deepEqual(read(own), { answers: [], problems: [] });
  });
});

describe('a text that is held against a review', () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const verify = (text: string, role?: 'author' | 'reviewer') => {
    const {
      unanswered,
      stale,
      items: count,
      problems,
    } = verifyReview(text, held, { now, ...(role && { role }) });
    return { unanswered: ids(unanswered), stale: ids(stale), count, problems };
  };

  it('lacks all where there is none', () => {
    assert.deepEqual(verify('Nothing'), {
      unanswered: ['r/a', 'r/b', 'r/d', 'p/c'],
      stale: [],
      count: 4,
      problems: ['There is no review in this text: no block that Leadlight wrote was found.'],
    });
  });

  it('counts nothing that has lost the comment which tells what it was about', () => {
    const text = shared('markdown', [answer('r/a', 'pass'), answer('r/b', 'na'), answer('p/c', 'pass')]);
    const bare = verify(`- [x] I ran the tests\n\n${text.replace(/ ?<!--.*?-->/gu, '')}`);
    assert.deepEqual([bare.unanswered, bare.stale], [['r/a', 'r/b', 'r/d', 'p/c'], []]);
    assert.match(bare.problems.join('\n'), /^3 answers counted as not given[^\n]+$/u);
    const one = verify(text.replace(/(r\/a.*|\[x\].*) <!-- r\/a .*?-->/u, '$1'));
    assert.deepEqual(one.unanswered, ['r/a', 'r/d']);
    assert.match(one.problems.join('\n'), /^1 answer counted as not given[^\n]+$/u);
  });

  it('tells what is not answered from what was answered before it changed', () => {
    const text = shared('markdown', [
      answer('r/a', 'concern'),
      answer('r/b', 'pass', { fingerprint: '00000000000000' }),
      answer('p/c', 'na'),
    ]);
    assert.deepEqual(verify(text), { unanswered: ['r/d'], stale: ['r/b'], count: 4, problems: [] });
    assert.deepEqual(verify(text.replace('[ ] Stale:', '[x] Stale:')).stale, []);
    const older = text.replaceAll(items[0]!.item.fingerprint, '11111111111111');
    assert.deepEqual(verify(older).stale, ['r/a', 'r/b', 'p/c']);
  });

  it('is asked for one role, whoever answered', () => {
    const text = shared('markdown', [answer('r/a', 'pass', { role: 'reviewer' })]);
    assert.deepEqual(verify(text, 'author'), {
      unanswered: ['r/b', 'p/c'],
      stale: [],
      count: 3,
      problems: [],
    });
  });
});
