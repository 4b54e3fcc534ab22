import assert from 'node:assert/strict';
import { besideYamlTool } from '../../../src/core/guidance/problem';
import { openFixture, problemLines } from '../workspace';

describe('beside another tool that checks YAML', () => {
  it('what is wrong with syntax and types is left to it, in the files that it checks', async () => {
    const { service } = await openFixture(`
      //- /.leadlight/open.yaml
      philosophies:
        - { id: a, title: A, level: loud, why: W., revisit: soon }
        - { id: a, title: [B], extra: 1 }
      //- /.leadlight/closed.yml
      philosophies: [{ id: c, title: C }]
      //- /.leadlight/glob.yaml
      areas: [{ name: A, files: *.ts }]
      //- /.leadlight/page.md
      ---
      level: loud
      ---
      # Page
      Why not.
    `);
    const codes = (isChecked: (uri: string) => boolean) =>
      problemLines(besideYamlTool(service.problems(), isChecked)).map(
        (line) => `${/\/([^/]+?):/.exec(line)![1]} ${/ ([a-z-]+):/.exec(line)![1]}`,
      );
    const all = codes(() => false);
    assert.deepEqual(all, [
      'glob.yaml unknown-alias',
      'open.yaml unknown-value',
      'open.yaml bad-value',
      'open.yaml wrong-type',
      'open.yaml unknown-key',
      'open.yaml missing-why',
      'closed.yml missing-why',
      'page.md unknown-value',
      'open.yaml duplicate-id',
      'open.yaml duplicate-id',
    ]);
    assert.deepEqual(
      codes((uri) => !uri.endsWith('closed.yml')),
      [
        'glob.yaml unknown-alias',
        'open.yaml bad-value',
        'closed.yml missing-why',
        'page.md unknown-value',
        'open.yaml duplicate-id',
        'open.yaml duplicate-id',
      ],
    );
  });
});
