import assert from 'node:assert/strict';
import type { OwnersReport } from '../../../src/core/features/owners';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

const fixture = `
//- /.github/CODEOWNERS
*.ts @web
/docs/ @writers @ann
/docs/free/
//- /.leadlight/g.yaml
areas:
  - name: Payments
    files: [src/pay/**]
    lead: "@maya"
    delegate: "@jon"
    away: [{ from: 2026-06-01, to: 2026-06-30 }]
    ask: "#pay"
//- /src/a.ts
//- /src/b.ts
//- /src/pay/c.ts
//- /docs/x.md
//- /docs/free/y.md
//- /Makefile
//- /ignored.log
//- /.gitignore
*.log
`;

async function report(path?: string): Promise<readonly string[]> {
  const { service } = await openFixture(fixture);
  const owners = await service.overview.owners(path === undefined ? undefined : rootUri + path);
  return lines(owners);
}

function lines({ files, areas, unowned }: OwnersReport): readonly string[] {
  return [
    ...areas.map(({ name, contact, detail, files: held, source }) =>
      [name, contact, detail, held, source.label].filter((part) => part !== '').join(' | '),
    ),
    `${unowned.files} of ${files}: ${unowned.first.map(({ path }) => path).join(' ')}`,
  ];
}

describe('who owns what', () => {
  it('is said of a file, with the rule and its line', async () => {
    assert.deepEqual(await report('src/a.ts'), ['*.ts | @web | 1 | .github/CODEOWNERS:1', '0 of 1: ']);
    assert.deepEqual(await report('src/pay/c.ts'), [
      'Payments | @jon | #pay · for @maya, away until 2026-06-30 | 1 | .leadlight/g.yaml:2',
      '0 of 1: ',
    ]);
    assert.deepEqual(await report('Makefile'), ['1 of 1: Makefile']);
    assert.deepEqual(await report('ignored.log'), ['1 of 1: ignored.log']);
  });

  it('says by which rule nobody does, on purpose', async () => {
    assert.deepEqual(await report('docs/free/y.md'), [
      '/docs/free/ | 1 | .github/CODEOWNERS:3',
      '1 of 1: docs/free/y.md',
    ]);
  });

  it('is said of a folder, and of everything, most files first', async () => {
    assert.deepEqual(await report('src'), [
      '*.ts | @web | 2 | .github/CODEOWNERS:1',
      'Payments | @jon | #pay · for @maya, away until 2026-06-30 | 1 | .leadlight/g.yaml:2',
      '0 of 3: ',
    ]);
    assert.deepEqual(
      (await report()).at(-1),
      '5 of 9: .github/CODEOWNERS .gitignore .leadlight/g.yaml Makefile docs/free/y.md',
    );
  });

  it('stops when nobody waits for it any more', async () => {
    const { service } = await openFixture(fixture);
    const { unowned } = await service.overview.owners(undefined, {
      aborted: true,
      addEventListener() {},
      removeEventListener() {},
    });
    assert.deepEqual(unowned.files, 0);
  });
});
