import assert from 'node:assert/strict';
import type { DebtQuery } from '../../../src/core/features/debt';
import { openFixture } from '../workspace';
import { debtQuery, debtTree } from './debtTree';

const fixture = `
    //- /.leadlight/guidance.yaml
    # TODO: guidance is not scanned
    areas:
      - { name: Payments, files: [pay/**], lead: "@maya" }
    //- /pay/src/main/card.ts
    // TODO(maya): charge twice
    // FIXME(jon, @ben, 2026-06-01): refund
    //- /pay/src/main/deep/er/bank.ts
    // TODO: settle
    // eslint-disable-next-line no-console
    //- /pay/src/test/card.ts
    // HACK: sleep
    //- /web/page.ts
    // TODO(MAYA, 2026-06-18): colours
    //- /root.py
    # XXX careful
    `;

async function check(query: Partial<DebtQuery>, expected: string) {
  const { service } = await openFixture(fixture);
  await service.debt.scan();
  const tree = await debtTree(service, query);
  assert.deepEqual(tree, lines(expected));
}

function lines(text: string): readonly string[] {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...written.map((line) => line.search(/\S/)));
  return written.map((line) => line.slice(indent));
}

describe('the tree of debt by cost', () => {
  it('adds up what can be, and puts points apart', async () => {
    const costs = ['~30min', '~2h', '~1d', '~1.5d', '~1w', '~1mo', '~2mo', '~3pt', '~1pts'];
    const { service } = await openFixture(
      `//- /a.ts\n// TODO: none\n${costs.map((cost) => `// TODO(${cost}): x\n`).join('')}`,
    );
    await service.debt.scan();
    const { nodes } = await service.debt.query(debtQuery({ groupBy: 'cost' }));
    assert.deepEqual(
      nodes.map((node) => (node.kind === 'group' ? `${node.label} (${node.count})` : node.kind)),
      [
        'Up to a day: 1.3 days (3)',
        'Up to a week: 6.5 days (2)',
        'Up to a month: 20 days (1)',
        'More than a month: 40 days (1)',
        'In points (2)',
        'No cost (1)',
      ],
    );
  });
});

describe('files of debt', () => {
  it('name their owner, by which rule in which line', async () => {
    const { service } = await openFixture(fixture);
    await service.debt.scan();
    const rule = 'Payments · .leadlight/guidance.yaml:3';
    const ownersBy = async (query: Partial<DebtQuery>) => {
      const { nodes } = await service.debt.query(debtQuery(query));
      return nodes.map((node) => (node.kind === 'more' ? node : node.owner));
    };
    const [card, bank, page, root] = await ownersBy({ groupBy: 'file' });
    assert.deepEqual([card, bank, page, root].filter(Boolean), [
      { who: '@maya', rule },
      { who: '@maya', rule },
      { who: '@maya', rule },
    ]);
    // A folder has no owner, and a marker that of its file.
    assert.deepEqual(await ownersBy({ groupBy: 'folder' }), [undefined, undefined, undefined]);
    assert.deepEqual(await ownersBy({ groupBy: 'tag', inside: ['XXX'] }), [undefined]);
    assert.deepEqual(await ownersBy({ groupBy: 'tag', inside: ['HACK'] }), [{ who: '@maya', rule }]);
  });
});

describe('the tree of debt', () => {
  it('is of folders, with those in one that hold nothing else, the fullest first', () =>
    check(
      { groupBy: 'folder' },
      `
      pay/src 4 (1 overdue)
        main 3 (1 overdue)
          card.ts 2 (1 overdue)
            pay/src/main/card.ts:1 TODO charge twice
            pay/src/main/card.ts:2 FIXME refund
          deep/er 1
            bank.ts 1
              pay/src/main/deep/er/bank.ts:1 TODO settle
        test 1
          card.ts 1
            pay/src/test/card.ts:1 HACK sleep
      root.py 1
        root.py:1 XXX careful
      web 1
        page.ts 1
          web/page.ts:1 TODO colours
      `,
    ));

  it('is of owners however they are written, and of what has none at the end', () =>
    check(
      { groupBy: 'owner' },
      `
      maya 2
        pay/src/main/card.ts:1 TODO charge twice
        web/page.ts:1 TODO colours
      @ben 1 (1 overdue)
        pay/src/main/card.ts:2 FIXME refund
      jon 1 (1 overdue)
        pay/src/main/card.ts:2 FIXME refund
      No owner 3
        pay/src/main/deep/er/bank.ts:1 TODO settle
        pay/src/test/card.ts:1 HACK sleep
        root.py:1 XXX careful
      `,
    ));

  it('names a rule of CODEOWNERS by its owners, or by its pattern where it has none', async () => {
    const { service } = await openFixture(`
      //- /CODEOWNERS
      * @ben @web/team
      /docs @ben @web/team
      *.py
      //- /a.ts
      // TODO: o$0ne
      //- /docs/b.ts
      // TODO: two
      //- /c.py
      # TODO: three
      `);
    await service.debt.scan();
    assert.deepEqual(await debtTree(service, { groupBy: 'area' }), [
      '@ben, @web/team 2',
      '  a.ts:1 TODO one',
      '  docs/b.ts:1 TODO two',
      '*.py 1',
      '  c.py:1 TODO three',
    ]);
    service.dispose();
  });

  it('has among mine what I own with others', () =>
    check(
      { groupBy: 'owner', filter: { mine: true }, me: ['ben'] },
      `
      @ben 1 (1 overdue)
        pay/src/main/card.ts:2 FIXME refund
      jon 1 (1 overdue)
        pay/src/main/card.ts:2 FIXME refund
      `,
    ));

  it('is of areas, tags and days due', async () => {
    await check(
      { groupBy: 'area', filter: { tags: ['HACK', 'XXX'] } },
      `
      Payments 1
        pay/src/test/card.ts:1 HACK sleep
      No area 1
        root.py:1 XXX careful
      `,
    );
    await check(
      { groupBy: 'due', filter: { tags: ['TODO', 'FIXME'] } },
      `
      Overdue 1 (1 overdue)
        pay/src/main/card.ts:2 FIXME refund
      This week 1
        web/page.ts:1 TODO colours
      No due date 2
        pay/src/main/card.ts:1 TODO charge twice
        pay/src/main/deep/er/bank.ts:1 TODO settle
      `,
    );
  });

  it('counts suppressions, and shows them when asked', async () => {
    const { service } = await openFixture(fixture);
    const { state } = await service.debt.scan();
    assert.equal(state, 'done');
    const { total, shown, suppressions } = await service.debt.query(debtQuery());
    assert.deepEqual({ total, shown, suppressions }, { total: 6, shown: 6, suppressions: 1 });
    const all = await service.debt.query(debtQuery({ filter: { suppressions: true } }));
    assert.equal(all.total, 7);
  });
});
