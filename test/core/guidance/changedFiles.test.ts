import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withChanges } from '../../../src/core/guidance/changedFiles';
import { listWorkspace } from '../../../src/core/guidance/workspaceFiles';
import { memoryHost, rootUri } from '../memoryHost';

describe('withChanges', () => {
  const fixture = `
    //- /.gitignore
    *.log
    out
    //- /a/b.ts
    //- /a/b/c.ts
    //- /a/d.ts
    //- /a-b.ts
    //- /l -> a
    //- /out/.gitignore
  `;

  it('adds files in their place, and none that is ignored or there already', async () => {
    const files = await changed({ created: ['z.ts', 'a/c.ts', 'a/b.ts', 'x.log', 'out/y.ts', 'a/c.ts'] });
    assert.deepEqual(files?.files, [
      '.gitignore',
      'a-b.ts',
      'a/b.ts',
      'a/b/c.ts',
      'a/c.ts',
      'a/d.ts',
      'z.ts',
    ]);
  });

  it('removes files, and folders with all that is in them', async () => {
    assert.deepEqual((await changed({ deleted: ['a/b.ts', 'nothing'] }))?.files, [
      '.gitignore',
      'a-b.ts',
      'a/b/c.ts',
      'a/d.ts',
    ]);
    const files = await changed({ deleted: ['a', 'l'] });
    assert.deepEqual([files?.files, files?.links], [['.gitignore', 'a-b.ts'], []]);
  });

  it('takes a renamed folder as files that went and came', async () => {
    const files = await changed({ deleted: ['a'], created: ['n/b.ts', 'a/d.ts'] });
    assert.deepEqual(files?.files, ['.gitignore', 'a-b.ts', 'a/d.ts', 'n/b.ts']);
  });

  it('leaves the list that it was given as it was', async () => {
    const before = await listWorkspace(memoryHost(fixture), rootUri);
    const copy = [...before!.files];
    withChanges(before!, { created: ['z'], deleted: ['a'] });
    assert.deepEqual(before!.files, copy);
  });

  for (const changes of [
    { created: ['a/.gitignore'] },
    { deleted: ['.gitignore'] },
    { created: ['.git/info/exclude'] },
  ]) {
    it(`asks for a new walk after ${JSON.stringify(changes)}`, async () =>
      assert.equal(await changed(changes), undefined));
  }

  it('asks for a new walk when a folder with an ignore file goes', async () => {
    // Such a file often ignores itself, and then stands in no list of files.
    const host = memoryHost('//- /cache/v1/.gitignore\n*\n//- /cache/v1/x\n//- /a');
    const before = await listWorkspace(host, rootUri);
    assert.deepEqual(before!.files, ['a']);
    assert.equal(withChanges(before!, { deleted: ['cache'] }), undefined);
  });

  it('asks for no walk because of ignore files in ignored folders', async () => {
    assert.ok(await changed({ created: ['out/.gitignore', 'node_modules/x/.gitignore'] }));
    assert.ok(await changed({ deleted: ['out', 'node_modules'] }));
  });

  it('gives what a new walk gives', async () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c', 'x.log'), { minLength: 1, maxLength: 3 })
      .map((all) => `${all.join('/')}.ts`);
    const paths = fc.uniqueArray(path, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(paths, paths, fc.nat(), async (first, created, seed) => {
        const host = memoryHost('//- /.gitignore\n*.log\n/b/\n!c.log');
        for (const file of first) host.write(rootUri + file, '');
        const before = await listWorkspace(host, rootUri);
        const deleted = first.filter((_, index) => (seed >> index) & 1);
        for (const file of deleted) host.remove(rootUri + file);
        for (const file of created) host.write(rootUri + file, '');
        const after = await listWorkspace(host, rootUri);
        assert.deepEqual(withChanges(before!, { created, deleted })?.files, after!.files);
      }),
    );
  });

  async function changed(changes: Parameters<typeof withChanges>[1]) {
    const files = await listWorkspace(memoryHost(fixture), rootUri);
    return withChanges(files!, changes);
  }
});
