import assert from 'node:assert/strict';
import { openFixture, problemLines } from '../workspace';

/** The globs of a source that are told to admit no file, with their lines from 1. */
async function deadIn(source: string, files = '//- /src/a.ts\n//- /docs/b.md\n'): Promise<readonly string[]> {
  const { service } = await openFixture(`//- /.leadlight/team.yaml\n${source}\n${files}`);
  return problemLines(service.problems()).map((line) => {
    const [, at = '', glob = ''] = /:(\d+):\d+ dead-glob: .*?"([^"]+)"/.exec(line) ?? [];
    return glob === '' ? line : `${at} ${glob}`;
  });
}

describe('globs that admit no file', () => {
  it('are told of what an entry is about, and of its exceptions', async () => {
    assert.deepEqual(
      await deadIn(
        `
philosophies:
  - id: a
    title: A
    why: W.
    applies: { files: ['src/**', 'srk/**'], except: gone/** }
    exceptions: { files: 'src/old/**' }
changes: [{ id: b, title: B, from: { files: '*.go' } }]
areas: [{ name: C, files: 'doc/**' }]
`.trim(),
      ),
      ['5 srk/**', '6 src/old/**', '7 *.go', '8 doc/**'],
    );
  });

  it('are told of questions that would never be asked, where a folder is gone', async () => {
    const item = (when: string, index: number) => `      - { ask: Number ${index}?, ${when} }\n`;
    const checklist = [
      "when: { changed: ['srk/**', 'docs/**', '**/*.sql', Dockerfile] }",
      "when: { any: [{ not: { modified: 'srk/a/*.ts' } }, { only: 'lib/**' }] }",
      "auto: { attention: { changed: 'gone/**' } }",
      // These may be so.
      "when: { changed: 'src/**', without: 'test/**' }",
      "when: { added: 'new/**' }",
      "when: { deleted: 'gone/**' }",
      "when: { renamed: 'gone/**' }",
    ];
    assert.deepEqual(
      await deadIn(`checklists:\n  - id: a\n    title: A\n    items:\n${checklist.map(item).join('')}`),
      ['5 srk/**', '6 srk/a/*.ts', '6 lib/**', '7 gone/**'],
    );
  });
});
