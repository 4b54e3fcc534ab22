import assert from 'node:assert/strict';
import { integrationModes } from '../host/integrationModes.mjs';
import { filesUnder, readText } from './repository';

const tests = filesUnder('test', '.test.ts').map((path) => path.split('/'));
const { scripts } = JSON.parse(readText('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The folders of each suite that mocha runs by itself, as test/host/test.mjs names them. */
const suites = new Map(
  [...readText('test/host/test.mjs').matchAll(/runMocha\(\{ name: '([\w-]+)', folders: \[([^\]]*)\]/g)].map(
    ([, name = '', folders = '']) => [
      name,
      [...folders.matchAll(/'(\w+)'/g)].map(([, folder = '']) => folder),
    ],
  ),
);

describe('every test', () => {
  it('is run by `npm test`', () => {
    assert.ok(tests.length > 50);
    const folders = new Set(
      tests.map(([, folder = '']) => folder).filter((folder) => folder !== 'integration'),
    );
    const run = [...suites.values()].flat();
    assert.deepEqual(
      [...folders].filter((folder) => !run.includes(folder)),
      [],
    );
  });

  it('that runs inside the editor is run in a window', () => {
    const folders = new Set(
      tests.flatMap(([, folder, suite = '']) => (folder === 'integration' ? suite : [])),
    );
    const run = ['everywhere', ...integrationModes.map(({ suite }) => suite)];
    assert.ok(folders.size > 1);
    assert.deepEqual(
      [...folders].filter((folder) => !run.includes(folder)),
      [],
    );
  });

  it('is run, whatever its name is', () => {
    const hosts = [...filesUnder('test/host', '.ts'), ...filesUnder('test/host', '.mjs'), '.mocharc.json'];
    assert.ok(hosts.includes('test/host/suiteWindow.ts'));
    assert.deepEqual(
      hosts.filter((path) => /\b(?:fgrep|grep|invert)\b/.test(readText(path))),
      [],
    );
  });

  it('of the unit suite is run by `npm run test:unit`', () => {
    const [, folders = ''] = /test\/\{([\w,]+)\}/.exec(scripts['test:unit'] ?? '') ?? [];
    assert.deepEqual(folders.split(','), suites.get('unit'));
  });
});
