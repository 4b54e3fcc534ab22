import assert from 'node:assert/strict';
import { Cancel } from '../../src/core/cancel';
import { type FixtureWorkspace, openFixture } from './workspace';

const decisions = `
      //- /docs/adr/0004-wrap.md
      # Wrap errors

      Status: superseded by [ADR-0005](0005-results.md)
      //- /docs/adr/0005-results.md
      # Results

      Status: accepted

      Replaces ADR 4.
      //- /docs/adr/0007-one.md
      # One
      //- /docs/adr/0007-two.md
      # Two
      //- /packages/api/docs/adr/0005-inner.md
      # Inner`;

const at = ({ document, offset }: FixtureWorkspace) => document.positionAt(offset);

const places = (found: readonly { uri: string; range: { start: { line: number; character: number } } }[]) =>
  found.map(
    ({ uri, range }) =>
      `${uri.replace('file:///w/', '')}:${range.start.line + 1}:${range.start.character + 1}`,
  );

describe('references to decisions', () => {
  async function linked(code: string, path = 'a.ts') {
    const workspace = await openFixture(`${decisions}\n      //- /${path}\n      ${code}\n`);
    const { service, document } = workspace;
    return {
      links: service.decisions
        .links(document)
        .map(({ range, uri, tooltip }) => `${document.getText(range)} -> ${uri.slice(10)}: ${tooltip}`),
      leads: places(service.decisions.definition(document, at(workspace))?.places ?? []),
      notices: service.documents
        .notices(document)
        .map(({ level, id, message }) => `${level} ${id}: ${message}`),
      fixes: service.decisions
        .fixes(document, at(workspace))
        .map(({ title, newText }) => `${title}: ${newText}`),
    };
  }

  it('lead to the decision, and are quiet where it holds', async () => {
    assert.deepEqual(await linked('// See ADR$0-5.'), {
      links: ['ADR-5 -> docs/adr/0005-results.md: ADR-0005: Results (accepted)'],
      leads: ['docs/adr/0005-results.md:1:1'],
      notices: [],
      fixes: [],
    });
    assert.deepEqual((await linked('// decision: res$0ults')).leads, ['docs/adr/0005-results.md:1:1']);
    assert.deepEqual((await linked('// see docs/adr/0005-res$0ults')).leads, [
      'docs/adr/0005-results.md:1:1',
    ]);
    assert.deepEqual((await linked('// docs/adr/0005-res$0ults.md')).leads, ['docs/adr/0005-results.md:1:1']);
  });

  it('lead to the nearest decision that has the number', async () =>
    assert.deepEqual((await linked('// ADR$0-5', 'packages/api/src/a.ts')).leads, [
      'packages/api/docs/adr/0005-inner.md:1:1',
    ]));

  it('are problems where the decision is superseded, with the successor written the same way', async () => {
    for (const [code, fix] of [
      ['// See AD$0R-0004', 'ADR-0005'],
      ['// See AD$0R 4', 'ADR 5'],
      ['// See ADR-0004-wr$0ap', 'ADR-0005-results'],
      ['// See docs/adr/0004-wr$0ap.md', 'docs/adr/0005-results.md'],
      ['// decision: wr$0ap', 'results'],
    ] as const) {
      const { notices, fixes } = await linked(code);
      assert.deepEqual(
        notices,
        ['info wrap: ADR-0004: Wrap errors is superseded by ADR-0005: Results.'],
        code,
      );
      assert.deepEqual(fixes, [`Change to ADR-0005: ${fix}`], code);
    }
    assert.deepEqual((await linked('// leadlight-ignore wrap: history\n// AD$0R-4')).notices, []);
  });

  it('are problems where the decision is missing', async () => {
    assert.deepEqual((await linked('// ADR$0-99')).notices, [
      'info missing-decision: There is no decision ADR-99 here.',
    ]);
    assert.deepEqual((await linked('// docs/adr/0099-go$0ne.md')).notices, [
      'info missing-decision: There is no decision docs/adr/0099-gone.md here.',
    ]);
    for (const code of [
      '// decision: app$0rove',
      '// AD$0R #99',
      '// 0099-$0gone',
      '// other/0099-go$0ne.md',
    ])
      assert.deepEqual(await linked(code), { links: [], leads: [], notices: [], fixes: [] }, code);
  });

  it('claim nothing where two decisions have one number', async () =>
    assert.deepEqual(await linked('// ADR$0-7'), {
      links: [],
      leads: ['docs/adr/0007-one.md:1:1', 'docs/adr/0007-two.md:1:1'],
      notices: [],
      fixes: [],
    }));

  it('mean something else where nobody numbers decisions', async () => {
    const { service, document } = await openFixture(`
      //- /docs/adr/20201016-wrap.md
      # Wrap
      //- /a.ts
      // AD$0R-4
      `);
    assert.deepEqual(service.documents.notices(document), []);
  });

  it('are as loud as the decision says', async () => {
    const notices = async (level: string) => {
      const { service, document } = await openFixture(`
      //- /docs/adr/0004-wrap.md
      ---
      status: superseded by nothing
      level: ${level}
      ---
      # Wrap
      //- /a.ts
      // AD$0R-4
      `);
      return service.documents.notices(document).map(({ level: shown, message }) => `${shown} ${message}`);
    };
    assert.deepEqual(await notices('warning'), ['warning ADR-0004: Wrap is superseded.']);
    assert.deepEqual(await notices('none'), []);
  });

  it('are found in the whole workspace, from either end', async () => {
    const workspace = await openFixture(`${decisions}
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: r, title: R, why: W., decision: docs/adr/0005-results.md }
      //- /README.md
      See [ADR-0005](docs/adr/0005-results.md).
      //- /lib/b.py
      # decision: results
      x = "ADR-5"
      //- /packages/api/src/a.ts
      // ADR-5
      //- /a.ts
      // See ADR$0-5.
      `);
    const { service, document, host, open } = workspace;
    const find = async (withDecisions: boolean) =>
      places(await service.decisions.references(document, at(workspace), { withDecisions }));
    const expected = [
      '.leadlight/guidance.yaml:2:43',
      'README.md:1:6',
      'a.ts:1:8',
      'docs/adr/0004-wrap.md:3:24',
      'lib/b.py:1:13',
    ];
    assert.deepEqual(await find(false), expected);
    assert.deepEqual(await find(true), ['docs/adr/0005-results.md:1:1', ...expected]);

    const reads = host.reads;
    await find(false);
    assert.equal(host.reads, reads, 'nothing is read twice');
    host.write('file:///w/lib/b.py', '\n# ADR-5\n');
    await service.filesChanged([{ uri: 'file:///w/lib/b.py', kind: 'changed' }]);
    assert.deepEqual(await find(false), [...expected.slice(0, -1), 'lib/b.py:2:3']);

    const own = await open('docs/adr/0005-results.md');
    const fromOwn = await service.decisions.references(
      own,
      { line: 0, character: 3 },
      { withDecisions: false },
    );
    assert.deepEqual(places(fromOwn), [...expected.slice(0, -1), 'lib/b.py:2:3']);
    const fromBody = await service.decisions.references(
      own,
      { line: 2, character: 3 },
      { withDecisions: false },
    );
    assert.deepEqual(fromBody, []);
  });

  it('are not looked for any longer than somebody waits', async () => {
    const workspace = await openFixture(`${decisions}\n      //- /a.ts\n      // ADR$0-5\n`);
    const cancel = new Cancel();
    cancel.abort();
    const { service, document } = workspace;
    const query = { withDecisions: false, signal: cancel.signal };
    assert.deepEqual(places(await service.decisions.references(document, at(workspace), query)), [
      'a.ts:1:4',
    ]);
  });
});

describe('decisions that name each other', () => {
  const problems = async (fixture: string) => {
    const { service } = await openFixture(`${fixture}\n      //- /x.ts\n      $0\n`);
    return service.problems().map(({ uri, range, code, fix }) => {
      const where = `${uri.replace('file:///w/docs/adr/', '')}:${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1}`;
      return `${where} ${code}${fix ? ` -> ${fix.newText}` : ''}`;
    });
  };

  it('are no problem where both say it, or the older one alone', async () => {
    assert.deepEqual(await problems(decisions), []);
    assert.deepEqual(
      await problems(`
      //- /docs/adr/0004-wrap.md
      # Wrap

      Status: superseded by [ADR-0005](0005-results.md)
      //- /docs/adr/0005-results.md
      # Results

      Status: accepted
      `),
      [],
    );
  });

  it('are one where only the newer one says it, and where one is missing', async () =>
    assert.deepEqual(
      await problems(`
      //- /docs/adr/0004-wrap.md
      # Wrap

      ## Status

      Accepted

      Date: 2020-01-01
      //- /docs/adr/0005-results.md
      ---
      status: accepted
      supersedes: [4, 0099]
      ---
      # Results

      ## Links

      - Supersedes [the web](https://example.com/adr.md)
      - Superseded by [gone](0098-gone.md)
      `),
      [
        '0004-wrap.md:5:1-9 one-way-decision -> superseded by [ADR-0005](0005-results.md)',
        '0005-results.md:3:17-21 missing-decision',
        '0005-results.md:10:17-37 missing-decision',
      ],
    ));

  it('are none where a part of a decision was superseded, or an earlier version of itself', async () =>
    assert.deepEqual(
      await problems(`
      //- /docs/adr/0004-wrap.md
      # Wrap

      - Status: Partially Superseded
      - Supersedes: ADR-0004 v1
      //- /docs/adr/0005-results.md
      # Results

      - Status: accepted
      - Supersedes: ADR-0004, ADR-2026-001
      - Superseded by: – (**not** by ADR-7, see §3.2)
      `),
      ['0005-results.md:4:25-37 missing-decision', '0005-results.md:5:32-37 missing-decision'],
    ));

  it('keep what has the same name in one folder apart', async () => {
    const { service } = await openFixture(`
      //- /docs/adr/0004-wrap.md
      # A
      //- /docs/adr/0009-wrap.md
      # B
      //- /doc/adr/0009-wrap.md
      # C$0
      `);
    assert.deepEqual(
      service.guidance()[0]!.entries.map(({ id, title }) => `${id} ${title}`),
      ['wrap C', '0004-wrap A', '0009-wrap B'],
    );
    assert.deepEqual(service.problems(), []);
  });
});
