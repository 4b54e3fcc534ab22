import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { leadlight } from './commandLine';

const shop = join(root, 'test/workspaces/shop');

describe('leadlight owners', () => {
  it('says who owns a file, by which rule in which line', () => {
    const { code, stdout } = leadlight(shop, 'owners', 'src/http/client.ts', 'worker');
    assert.equal(code, 0);
    assert.match(stdout, /^@tomasz, @maya\n {2}\/src\/http\/ · 1 file · \.github\/CODEOWNERS:4\n/m);
    assert.match(stdout, /^@priya.*\n {2}\S.* · \d files? · \S+:\d+\n/m);
    assert.match(stdout, /\d+ files looked at\. Each has an owner\.\n$/);
  });

  it('lists what nobody owns, as JSON too', () => {
    const { stdout } = leadlight(shop, 'owners', '--unowned', '--format', 'json');
    const { files, unowned } = JSON.parse(stdout) as {
      files: number;
      unowned: { files: number; paths: string[] };
    };
    assert.ok(files > 10);
    assert.deepEqual(unowned, { files: 0, paths: [] });
    assert.match(leadlight(shop, 'owners', '--unowned').stdout, /^0 files of \d+ without an owner\.\n$/);
  });

  it('refuses what is not in the workspace', () => {
    const { code, stderr } = leadlight(shop, 'owners', '../elsewhere');
    assert.deepEqual([code, stderr.includes('"../elsewhere" is not in the workspace')], [2, true]);
  });
});

describe('leadlight guidance --dead', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('lists what governs nothing, and fails a build when asked to', () => {
    writeFileSync(join(folder.path, 'CODEOWNERS'), '* @a\n/gone/ @b\n');
    const { code, stdout } = leadlight(folder.path, 'guidance', '--dead');
    assert.deepEqual(
      [code, stdout],
      [0, 'CODEOWNERS:2 No file matches "/gone/".\n1 place where guidance is dead.\n'],
    );
    const strict = leadlight(folder.path, 'guidance', '--dead', '--strict', '--format', 'json');
    assert.equal(strict.code, 3);
    const { dead } = JSON.parse(strict.stdout) as { dead: { path: string; title: string }[] };
    assert.deepEqual(
      dead.map(({ path, title }) => `${path} ${title}`),
      ['CODEOWNERS /gone/'],
    );
    assert.equal(leadlight(shop, 'guidance', '--dead', '--strict').code, 0);
  });
});
