import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPathFinder } from '../../../src/core/names/pathFinder';

const files = ['a.ts', 'api/a.ts', 'api/src/b.ts', 'api/src/c.ts', 'src-x/c.ts', 'src/c.ts', 'web/src/b.ts'];
const { find, isFileName } = createPathFinder(files);

describe('the files that a text means', () => {
  it('are those of a path from the folder on, or from the workspace folder on', () => {
    assert.deepEqual(find('a.ts', '', 9), ['a.ts']);
    assert.deepEqual(find('a.ts', 'api/', 9), ['api/a.ts']);
    assert.deepEqual(find('api/src/b.ts', 'api/', 9), ['api/src/b.ts']);
    assert.deepEqual(find('src', '', 9), ['src/c.ts']);
    assert.deepEqual(find('src/', 'api/', 9), ['api/src/b.ts', 'api/src/c.ts']);
  });

  it('are else those whose path ends so, in the folder', () => {
    assert.deepEqual(find('b.ts', '', 9), ['api/src/b.ts', 'web/src/b.ts']);
    assert.deepEqual(find('src/b.ts', '', 9), ['api/src/b.ts', 'web/src/b.ts']);
    assert.deepEqual(find('b.ts', 'web/', 9), ['web/src/b.ts']);
    assert.deepEqual(find('rc/b.ts', '', 9), []);
    assert.deepEqual(find('web/src/b.ts', 'api/', 9), []);
  });

  it('are those of a glob', () => {
    assert.deepEqual(find('src/*', '', 9), ['src/c.ts']);
    assert.deepEqual(find('c.*', '', 9), ['api/src/c.ts', 'src-x/c.ts', 'src/c.ts']);
    assert.deepEqual(find('{api,web}/src/b.ts', '', 9), ['api/src/b.ts', 'web/src/b.ts']);
    assert.deepEqual(find('api/src/*', 'api/', 9), ['api/src/b.ts', 'api/src/c.ts']);
    assert.deepEqual(find('*.ts', '', 3), []);
    assert.deepEqual(find('src/[', '', 9), []);
  });

  it('are none where they are too many', () => {
    assert.deepEqual(find('b.ts', '', 1), []);
    assert.deepEqual(find('src', 'api/', 1), []);
  });

  it('know the names of files', () => {
    assert.ok(isFileName('b.ts'));
    assert.ok(!isFileName('src'));
    assert.ok(!isFileName('api/a.ts'));
  });

  it('are what looking at each file gives', () => {
    const part = fc.constantFrom('a', 'b', 'a-b', 'c.ts');
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path), path, fc.constantFrom('', 'a/', 'a/b/'), (all, written, folder) => {
        const paths = all.sort().filter((each) => !all.some((other) => other.startsWith(`${each}/`)));
        const inside = paths.filter((each) => each.startsWith(folder));
        const meant = [`${folder}${written}`, ...(written.startsWith(folder) ? [written] : [])]
          .map((place) => inside.filter((each) => `${each}/`.startsWith(`${place}/`)))
          .find((found) => found.length > 0);
        assert.deepEqual(
          createPathFinder(paths).find(written, folder, 99),
          meant ?? inside.filter((each) => `/${each}`.endsWith(`/${written}`)),
        );
      }),
    );
  });
});
