import assert from 'node:assert/strict';
import {
  decisionFolderOf,
  decisionNumber,
  decisionSlug,
} from '../../../../src/core/guidance/formats/decisionFile';
import type { Decision } from '../../../../src/core/guidance/model';
import { openFixture } from '../../workspace';

describe('the file of a decision', () => {
  it('speaks for the folder that holds the documents', () => {
    for (const [path, folder] of [
      ['docs/decisions/0001-a.md', ''],
      ['docs/decisions/a.md', ''],
      ['docs/adr/20201016-a.md', ''],
      ['doc/adr/0001-a.md', ''],
      ['docs/architecture/decisions/0001-a.md', ''],
      ['packages/core/docs/adr/a.md', 'packages/core/'],
      ['packages/core/adr/0001-a.md', 'packages/core/'],
      ['docs/internal/adr/ADR-0001-a.md', ''],
      ['docs/decisions/backend/0001-a.md', ''],
      ['docs/decisions/0039-a-template-engine.md', ''],
      ['docs/decisions/README.md', undefined],
      ['docs/decisions/index.md', undefined],
      ['docs/decisions/adr-template.md', undefined],
      ['docs/adr/0000-template.md', undefined],
      ['docs/decisions/backend/notes.md', undefined],
      ['packages/core/adr/notes.md', undefined],
      ['.leadlight/adr/0001-a.md', undefined],
      ['docs/decisions/0001-a.png', undefined],
      ['docs/guide/0001-a.md', undefined],
    ] as const)
      assert.equal(decisionFolderOf(path), folder, path);
  });

  it('tells its number and its slug', () => {
    for (const [file, number, id] of [
      ['0012-wrap-errors', 12, 'wrap-errors'],
      ['ADR-012_Wrap Errors', 12, 'wrap-errors'],
      ['adr 7', 7, ''],
      ['20201016-wrap-errors', undefined, 'wrap-errors'],
      ['2020-10-16-wrap-errors', undefined, 'wrap-errors'],
      ['wrap-errors', undefined, 'wrap-errors'],
    ] as const) {
      assert.equal(decisionNumber(file), number, file);
      assert.equal(decisionSlug(file), id, file);
    }
  });

  it('can be in a folder that the guidance, adr-tools or log4brains names', async () => {
    const { service } = await openFixture(`
      //- /.leadlight/guidance.yaml
      read: { decisions: [notes/choices, ../outside] }
      //- /notes/choices/one.md
      # One
      //- /notes/choices/README.md
      # Choices
      //- /notes/other.md
      # Other
      //- /.adr-dir
      src/adr
      //- /src/adr/0002-two.md
      # 2. Two
      //- /web/.log4brains.yml
      project:
        adrFolder: ./records
        packages: [{ adrFolder: ./lib/records }]
      //- /web/records/20201016-three.md
      # Three
      //- /web/lib/records/four.md
      # Four$0
      `);
    const decisions = service
      .guidance()[0]!
      .entries.filter((entry): entry is Decision => entry.kind === 'decision');
    assert.deepEqual(decisions.map(({ title, folder }) => `${title} ${folder}`).sort(), [
      'Four file:///w/web/',
      'One file:///w/',
      'Three file:///w/web/',
      'Two file:///w/',
    ]);
  });

  it('is read again when what names its folder changes', async () => {
    const { service, host } = await openFixture(`
      //- /.adr-dir
      a
      //- /a/one.md
      # One
      //- /b/two.md
      # Two$0
      `);
    const titles = () => service.guidance()[0]!.entries.map(({ title }) => title);
    assert.deepEqual(titles(), ['One']);
    host.write('file:///w/.adr-dir', 'b');
    await service.filesChanged([{ uri: 'file:///w/.adr-dir', kind: 'changed' }]);
    assert.deepEqual(titles(), ['Two']);
    host.write('file:///w/b/two.md', '# Zwei\n');
    await service.filesChanged([{ uri: 'file:///w/b/two.md', kind: 'changed' }]);
    assert.deepEqual(titles(), ['Zwei']);
  });
});
