import assert from 'node:assert/strict';
import {
  evidenceOf,
  itemOf,
  pathsOf,
  type ReviewNode,
  reviewTree,
} from '../../../src/client/views/reviewTree';
import type { ReviewItem } from '../../../src/core/review/reviewItem';
import { answered, at, item, review } from './reviewItems';

describe('reviewTree', () => {
  it('shows each state with a box, an icon and words', () => {
    const items = [
      item(),
      answered('pass'),
      answered('na', { note: 'No money is divided.' }),
      answered('concern', { note: 'The last cent is lost.' }),
      answered('pass', { stale: 'src/payments/refunds.ts changed.' }),
      item({ applies: undefined }),
    ];
    assert.deepEqual(
      items.map((one) => drawn(nodeOf(one))),
      [
        '[ ] circle-large-outline open',
        '[x] pass pass',
        '[x] circle-slash not applicable: No money is divided.',
        '[ ] comment-unresolved concern: The last cent is lost.',
        '[ ] history stale, was pass',
        '[ ] circle-large-outline open · may not apply',
      ],
    );
  });

  it('says the same in words to whoever listens', () => {
    assert.equal(
      nodeOf(answered('na', { note: 'No money is divided.' })).spoken,
      'Do the parts of every division of money add up to the whole?, not applicable: No money is divided.. 1 changed file matches src/payments/**.',
    );
  });

  it('puts what changed, what a machine saw and the lines under an item', () => {
    const node = nodeOf(
      answered('pass', {
        stale: 'src/payments/refunds.ts changed.',
        auto: { result: 'attention', reason: 'No test changed.', evidence: [at('src/cart/cart.ts', 2)] },
      }),
    );
    assert.deepEqual(outline(node.children?.() ?? []), [
      'src/payments/refunds.ts changed.',
      'auto: look closer (No test changed.)',
      '  src/cart/cart.ts:3',
      'src/payments/refunds.ts:12',
    ]);
  });

  it('says who owns the files, by which rule in which line', () => {
    const owner = { path: 'src/cart/cart.ts', who: '@web', rule: '*.ts · .github/CODEOWNERS:4' };
    const auto = { result: 'attention' as const, reason: 'No test.', evidence: [at('src/cart/cart.ts')] };
    const evidence = [at('src/cart/cart.ts', 2), at('constructor')];
    const nodes = everything(reviewTree(review([item({ auto, evidence })], { owners: [owner] }))).filter(
      ({ kind }) => kind === 'evidence',
    );
    assert.deepEqual(
      nodes.map(({ label, description, tooltip, spoken }) => [label, description, tooltip, spoken]),
      [
        [
          'src/cart/cart.ts',
          '@web',
          'src/cart/cart.ts\n\nOwner: @web (\\*.ts · .github/CODEOWNERS:4)',
          'src/cart/cart.ts, owner @web',
        ],
        [
          'src/cart/cart.ts:3',
          '@web',
          'src/cart/cart.ts:3\n\nOwner: @web (\\*.ts · .github/CODEOWNERS:4)',
          'src/cart/cart.ts, line 3, owner @web',
        ],
        ['constructor', undefined, undefined, 'constructor'],
      ],
    );
  });

  it('has the lines below an item stand for it', () => {
    const stale = answered('pass', { stale: 'src/payments/refunds.ts changed.' });
    const lines = nodeOf(stale).children?.() ?? [];
    assert.deepEqual(
      lines.map((line) => itemOf(line)?.id),
      lines.map(() => stale.id),
    );
    assert.equal(lines.length, 2);
  });

  it('keeps what a machine saw apart from what a person said', () => {
    const auto = { result: 'pass' as const, reason: 'A test changed.', evidence: [] };
    const open = nodeOf(item({ auto }));
    assert.equal(open.isChecked, false);
    assert.equal(open.description, 'open · auto: looks fine');
    assert.equal(nodeOf(answered('concern', { auto })).isChecked, false);
  });

  it('counts what is answered in each group', () => {
    const [group] = reviewTree(
      review([item(), answered('concern'), answered('pass', { stale: 'It changed.' })]),
    );
    assert.equal(group?.label, 'Code review');
    assert.equal(group?.description, '1 of 3');
    assert.equal(group?.spoken, 'Code review, 1 of 3 items answered');
  });

  it('ends with one line for all that does not apply, which opens into the reasons', () => {
    const other = item({
      id: 'o',
      ask: 'Does the schema move?',
      applies: false,
      reason: 'No migration changed.',
    });
    const othersLine = '2 items do not apply. No migration changed.';
    const nodes = reviewTree(review([item()], { others: [other, { ...other, id: 'p' }], othersLine }));
    assert.equal(nodes.length, 2);
    assert.equal(nodes[1]?.label, othersLine);
    const children = nodes[1]?.children?.() ?? [];
    assert.deepEqual(outline(children), [
      'Does the schema move? (No migration changed.)',
      'Does the schema move? (No migration changed.)',
    ]);
    assert.deepEqual(
      children.map(({ isChecked }) => isChecked),
      [undefined, undefined],
    );
  });

  it('does not list thousands of lines', () => {
    const evidence = Array.from({ length: 5_000 }, (_, line) => at('src/a.ts', line));
    const children = nodeOf(item({ evidence })).children?.() ?? [];
    assert.equal(children.length, 101);
    assert.equal(children.at(-1)?.label, '4900 more');
  });

  it('gives each line an id of its own, which stays when the answer changes', () => {
    const items = [
      item({ evidence: [at('a'), at('a'), at('a', 0)] }),
      answered('pass', { id: 'review/b', stale: 'x' }),
    ];
    const ids = everything(reviewTree(review(items, { others: [item({ id: 'c' })] }))).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(nodeOf(item()).id, nodeOf(answered('na')).id);
  });

  it('shows what a stranger wrote as plain words', () => {
    const hostile = 'Run `x`\u202e\n[me](command:workbench.action.quit) <img src=x>';
    const node = nodeOf(answered('na', { ask: hostile, reason: hostile, why: hostile, note: hostile }));
    for (const text of [node.label, node.description, node.spoken])
      assert.doesNotMatch(text ?? '', /[\n\u202e]/);
    assert.doesNotMatch(node.tooltip ?? '', /(?<!\\)\]\(|(?<!\\)<img|\u202e/);
    assert.match(node.tooltip ?? '', /me/);
  });

  it('shows the why with its links, as far as they stay in the workspace or lead to the web', () => {
    const why = 'See [money](docs/money.md), [up](../../secret) and https://example.com/a.';
    const { tooltip } = nodeOf(item({ why }));
    assert.match(tooltip ?? '', /\[money\]\(file:\/\/\/shop\/docs\/money\.md\)/);
    assert.doesNotMatch(tooltip ?? '', /secret/);
    assert.match(tooltip ?? '', /<https:\/\/example\.com\/a>|\(https:\/\/example\.com\/a\)/);
  });
});

describe('what the view hands to a command', () => {
  it('is an item, or a place, or nothing', () => {
    const one = item();
    const node = nodeOf(one);
    assert.equal(itemOf(node), one);
    assert.equal(itemOf(undefined), undefined);
    assert.equal(itemOf({ rootUri: 'x' }), undefined);
    assert.deepEqual(evidenceOf(node.children?.()[0]), one.evidence[0]);
    assert.equal(evidenceOf(node), undefined);
  });

  it('names each file once', () => {
    const auto = { result: 'pass' as const, reason: '', evidence: [at('b'), at('c')] };
    const evidence = [at('a', 1), at('a', 9), at('b')];
    assert.deepEqual(pathsOf(item({ evidence, auto }), { paths: ['d'] }), ['a', 'b', 'c']);
  });

  it('is about the whole diff where an item names no file', () => {
    assert.deepEqual(pathsOf(item({ evidence: [] }), { paths: ['d', 'e'] }), ['d', 'e']);
    assert.deepEqual(pathsOf(item({ evidence: [] }), {}), []);
  });
});

function nodeOf(one: ReviewItem): ReviewNode {
  const [group] = reviewTree(review([one]));
  const [node] = group?.children?.() ?? [];
  assert.ok(node);
  return node;
}

function drawn({ isChecked, icon, description }: ReviewNode): string {
  return `[${isChecked ? 'x' : ' '}] ${icon} ${description}`;
}

function outline(nodes: readonly ReviewNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ label, description, children }) => [
    `${indent}${label}${description === undefined ? '' : ` (${description})`}`,
    ...outline(children?.() ?? [], `${indent}  `),
  ]);
}

function everything(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  return nodes.flatMap((node) => [node, ...everything(node.children?.() ?? [])]);
}
