import assert from 'node:assert/strict';
import {
  debtItems,
  debtLine,
  isOf,
  itemAround,
  leftOutItems,
  markerOf,
  markerText,
  pathOf,
} from '../../../src/client/views/debtTree';
import type { DebtGrouping, DebtNode } from '../../../src/core/features/debt';
import { group, marker, markerNode } from './debtNodes';

describe('debtLine', () => {
  it('says what a marker says, where it is, whose it is, and by when', () => {
    const node = markerNode({ owner: '@ines', deadline: '2026-12-01', isNew: true });
    check(
      node,
      'FIXME each line rounds on its own (src/cart/pricing.ts:18 · @ines · due 2026-12-01 · new on this branch)',
    );
  });

  it('says in words, and not by colour only, that a marker is overdue and what its tag is', () => {
    const line = lineOf(markerNode({ deadline: '2026-10-01', isOverdue: true }));
    assert.match(line.description, /overdue since 2026-10-01/);
    assert.equal(
      line.spoken,
      'FIXME, each line rounds on its own, src/cart/pricing.ts, line 18, overdue since 2026-10-01',
    );
  });

  it('leaves the path out where the file stands above', () => {
    const [file] = debtItems([group('pricing.ts', { uri: 'file:///shop/src/cart/pricing.ts' })]);
    const [inFile] = debtItems([markerNode()], file);
    assert.equal(debtLine(inFile!, 'file').description, 'line 18');
    const [folder] = debtItems([group('cart', { uri: 'file:///shop/src/cart/' })]);
    const [inFolder] = debtItems([markerNode()], folder);
    assert.equal(debtLine(inFolder!, 'folder').description, 'src/cart/pricing.ts:18');
  });

  it('shows the tag, but where it stands above', () => {
    assert.equal(lineOf(markerNode(), 'owner').label, 'FIXME each line rounds on its own');
    assert.equal(lineOf(markerNode(), 'tag').label, 'each line rounds on its own');
    assert.equal(lineOf(markerNode({ text: '' }), 'tag').label, 'FIXME');
    check(markerNode({ text: '' }), 'FIXME (src/cart/pricing.ts:18)');
  });

  it('counts in groups', () => {
    check(group('src', { count: 12, overdue: 3 }), 'src (12 · 3 overdue)');
    check(group('src', { count: 12 }), 'src (12)');
    assert.equal(lineOf(group('src')).spoken, 'src, 1 marker');
  });

  it('tells folders and files apart', () => {
    assert.equal(lineOf(group('src', { uri: 'file:///shop/src/' })).kind, 'folder');
    assert.equal(lineOf(group('a.ts', { uri: 'file:///shop/a.ts' })).kind, 'file');
    assert.equal(lineOf(group('@ines'), 'owner').kind, 'group');
  });

  it('draws each kind of marker in a shape of its own', () => {
    const icons = ['TODO', 'FIXME', 'HACK', 'BUG', 'XXX', 'NOTE'].map(
      (tag) => lineOf(markerNode({ tag })).icon,
    );
    assert.equal(new Set(icons).size, icons.length);
    const suppression = lineOf(markerNode({ tag: 'TODO', kind: 'suppression' })).icon;
    assert.ok(!icons.includes(suppression));
    assert.equal(lineOf(group('BUG'), 'tag').icon, lineOf(markerNode({ tag: 'BUG' })).icon);
  });

  it('keeps what a stranger wrote on its line, and out of other lines', () => {
    const evil = 'a\r\nb\u202Ec\u0000';
    const line = lineOf(markerNode({ text: evil, owner: evil, path: evil }));
    for (const text of [line.label, line.description, line.spoken])
      assert.doesNotMatch(text, /[\r\n\u202E\u0000]/);
    assert.doesNotMatch(line.tooltip, /[\r\u202E\u0000]/);
    assert.ok(lineOf(markerNode({ text: 'x'.repeat(10_000) })).label.length < 400);
  });

  it('tells all that is known in the tooltip', () => {
    const node = markerNode({
      owner: '@ines',
      issue: '#231',
      deadline: '2026-12-01',
      cost: '2d',
      since: '2026-01-02',
      area: 'Cart',
      lead: '@jon',
      missing: ['reason'],
    });
    assert.equal(
      lineOf(node).tooltip,
      `FIXME: each line rounds on its own
Owner: @ines
Issue: #231
Due: 2026-12-01
Cost: 2d
Written: 2026-01-02
Area: Cart, @jon
Still wanted: reason
src/cart/pricing.ts:18`,
    );
  });

  it('says who owns a file, by which rule in which line', () => {
    const owner = { who: `@${'x'.repeat(50)}`, rule: '*.ts · .github/CODEOWNERS:4' };
    const file = group('file:///shop/a.ts', { uri: 'file:///shop/a.ts', label: 'a.ts', owner });
    const { description, tooltip, spoken } = lineOf(file);
    assert.deepEqual(
      [description, tooltip, spoken],
      [
        `1 · @${'x'.repeat(39)} …`,
        `a.ts, 1 marker\nOwner: ${owner.who} (*.ts · .github/CODEOWNERS:4)`,
        `a.ts, 1 marker, owner ${owner.who}`,
      ],
    );
    const marker = lineOf({ ...markerNode({ area: 'Cart', lead: '@jon' }), owner } as DebtNode);
    assert.match(marker.tooltip, /\nArea: Cart, @jon\nRule: \*\.ts · \.github\/CODEOWNERS:4\n/);
  });

  it('says what is too much for one list', () => {
    check({ kind: 'more', id: 'more', count: 40 }, '40 more ()');
  });
});

describe('items of the view Debt', () => {
  it('have an id of their own, by their path', () => {
    const outer = debtItems([group('a'), group('b')]);
    const inner = outer.flatMap((item) => debtItems([group('a'), markerNode()], item));
    const ids = [...outer, ...inner].map((item) => debtLine(item, 'owner').id);
    assert.equal(new Set(ids).size, 6);
    assert.deepEqual(pathOf(inner[0]), ['a', 'a']);
    assert.deepEqual(pathOf(undefined), []);
  });

  it('are found by the file that they hold', () => {
    const items = debtItems([
      group('src', { uri: 'file:///shop/src/' }),
      group('src2', { uri: 'file:///shop/src2/' }),
      group('main.ts', { uri: 'file:///shop/main.ts' }),
      group('owner'),
    ]);
    assert.equal(itemAround(items, 'file:///shop/src2/a.ts')?.node.id, 'src2');
    assert.equal(itemAround(items, 'file:///shop/main.ts')?.node.id, 'main.ts');
    assert.equal(itemAround(items, 'file:///shop/main.tsx'), undefined);
    assert.equal(isOf({ node: markerNode() }, marker().uri), true);
    assert.equal(isOf(items[0]!, 'file:///shop/src/a.ts'), false);
  });

  it('give their marker to a command, and nothing else does', () => {
    assert.deepEqual(markerOf({ node: markerNode() }), marker());
    for (const other of [undefined, null, 7, {}, { node: group('a') }])
      assert.equal(markerOf(other), undefined);
  });
});

describe('markerText', () => {
  it('is one line with the place', () => {
    assert.equal(markerText(marker({ text: 'one\ntwo' })), 'FIXME: one two (src/cart/pricing.ts:18)');
    assert.equal(markerText(marker({ text: '' })), 'FIXME (src/cart/pricing.ts:18)');
  });
});

function lineOf(node: DebtNode, groupBy: DebtGrouping = 'folder') {
  return debtLine({ node }, groupBy);
}

function check(node: DebtNode, expected: string): void {
  const { label, description } = lineOf(node);
  assert.equal(`${label} (${description})`, expected);
}

describe('leftOutItems', () => {
  const scan = { state: 'done', done: 9, files: 9, skipped: [{ reason: 'is binary', count: 2 }] } as const;

  it('counts what was left out, once the scan is over', () => {
    const [item] = leftOutItems({ ...scan, skipped: [...scan.skipped, { reason: 'lies beyond' }] });
    assert.equal(debtLine(item!, 'tag').label, '2 files left out');
    assert.deepEqual(leftOutItems({ ...scan, state: 'running' }), []);
    assert.deepEqual(leftOutItems({ ...scan, skipped: [{ reason: 'lies beyond' }] }), []);
  });
});
