import assert from 'node:assert/strict';
import { filesUnder } from './repository';

const files = ['src', 'test'].flatMap((folder) => [
  ...filesUnder(folder, '.ts'),
  ...filesUnder(folder, '.mjs'),
]);

describe('names of files and folders', () => {
  it('are in camelCase, and say what is inside', () => {
    assert.ok(files.length > 200);
    assert.deepEqual(files.flatMap(nameFaults), []);
  });

  it('are looked at part by part', () => {
    assert.deepEqual(nameFaults('src/core/match/textSearch.ts'), []);
    assert.deepEqual(nameFaults('src/client/extension.web.ts'), []);
    assert.deepEqual(nameFaults('test/core/commonMark.test.ts'), []);
    const bad = [
      'Host.ts',
      'text-search.ts',
      'text_search.ts',
      'utils.ts',
      'textUtils.ts',
      'helpers/slug.ts',
    ];
    const worse = ['common/slug.ts', 'misc.ts', 'serverManager.ts', 'testHelper.test.ts', 'stringUtil.mjs'];
    for (const name of [...bad, ...worse]) assert.equal(nameFaults(`src/core/${name}`).length, 1, name);
  });
});

/** What is wrong with the parts of a path, a sentence each. */
function nameFaults(path: string): readonly string[] {
  return path.split('/').flatMap((part) => {
    // `.test`, `.node`, `.web` and the like say which kind of file it is.
    const name = part.replace(/(?:\.[a-z]+)+$/, '');
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return [`${path}: "${part}" is not camelCase`];
    const empty = /^(?:utils?|helpers?|common|misc|manager)$|(?:Utils?|Helpers?|Misc|Manager)$/.exec(
      name,
    )?.[0];
    return empty === undefined ? [] : [`${path}: "${empty}" does not say what is inside`];
  });
}
