import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

const fixture = `
//- /.github/CODEOWNERS
*.md @writers
*.ts @early
/gone/ @nobody
*.ts @web
/src/pay/ @pay
//- /.leadlight/g.yaml
philosophies:
  - { id: a, title: A, why: B., applies: { files: ["src/**", "lib/**"] } }
  - { id: b, title: B, why: B., applies: { languages: [typescript], text: foo } }
  - { id: c, title: C, why: B. }
areas:
  - { name: Payments, files: "src/pay/**", lead: "@maya" }
terms:
  - { term: fee, means: Money. }
//- /src/x.ts
//- /src/pay/y.ts
//- /README.md
`;

describe('a report on guidance', () => {
  it('counts what each entry governs, and says what is dead', async () => {
    const { service } = await openFixture(fixture);
    const [report] = await service.overview.report();
    assert.equal(report!.files, 5);
    const said = report!.sources.map(({ path, format, readBy, entries, problems }) => [
      [path, format, ...readBy, problems].join(' '),
      ...entries.map(({ kind, title, files, dead }) =>
        [
          kind,
          title,
          files ?? '-',
          ...dead.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
        ].join(' '),
      ),
    ]);
    assert.deepEqual(said, [
      [
        '.leadlight/g.yaml Leadlight 1',
        'philosophy A 2 2: No file matches "lib/**".',
        'philosophy B 2',
        'philosophy C -',
        'area Payments 1',
        'term fee -',
      ],
      [
        '.github/CODEOWNERS CODEOWNERS GitHub GitLab 0',
        'area *.md 1',
        'area *.ts 0 2: For each of its files a later line says something else.',
        'area /gone/ 0 3: No file matches "/gone/".',
        'area *.ts 1',
        // What yields to guidance is not dead: others read it.
        'area /src/pay/ 0',
      ],
    ]);
  });
});
