import assert from 'node:assert/strict';
import { guidanceSummary, guidanceTree } from '../../../src/client/views/guidanceTree';
import { openFixture } from '../../core/workspace';
import { flatten, print } from './sourceNodes';

const fixture = `
//- /.github/CODEOWNERS
/gone/ @nobody
*.ts @web
//- /.leadlight/g.yaml
philosophies:
  - { id: a, title: A *b*, why: B., applies: { files: ["src/**", "lib/**"] } }
terms:
  - { term: fee, means: Money. }
//- /.github/instructions/i.instructions.md
---
applyTo: ["src/**"]
---
Text.
//- /src/x.ts
`;

describe('guidanceTree', () => {
  it('shows what is dead, and each source with what its entries govern', async () => {
    const { service } = await openFixture(fixture);
    const reports = await service.overview.report({ withLinks: true });
    const tree = guidanceTree(reports);
    assert.equal(
      print(tree),
      `
Dead (3 places that nobody will see)
  A *b* (No file matches "lib/**". .leadlight/g.yaml:2)
  /gone/ (No file matches "/gone/". .github/CODEOWNERS:1)
  .github/instructions/i.instructions.md (line 2: VS Code reads no list here, and then attaches the instructions to no file. Write \`applyTo: 'src/**'\`.)
.leadlight/g.yaml (Leadlight · 1 problem)
  A *b* (philosophy · 1 file · dead in part)
  fee (term)
.github/CODEOWNERS (CODEOWNERS)
  /gone/ (area · 0 files · dead in part)
  *.ts (area · 1 file)
.github/instructions/i.instructions.md (Copilot instructions for some files · 1 problem)
  i.instructions.md (philosophy · 1 file)`.trimStart(),
    );
    assert.equal(guidanceSummary(reports), '5 entries, 3 dead');
    const nodes = flatten(tree);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  });

  it('is empty where nothing is written', async () => {
    const { service } = await openFixture('//- /a.ts\n');
    const reports = await service.overview.report({ withLinks: true });
    assert.deepEqual([guidanceTree(reports), guidanceSummary(reports)], [[], '0 entries']);
  });
});
