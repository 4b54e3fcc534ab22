import assert from 'node:assert/strict';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryRepository, temporaryRepository } from '../node/git/temporaryRepository';
import { leadlight } from './commandLine';

describe('the command line in a repository that names programs', () => {
  let repository: TemporaryRepository;
  beforeEach(async function () {
    if (process.platform === 'win32') this.skip();
    repository = await temporaryRepository();
    // With a deadline that only git knows, check asks it too.
    await repository.write(
      '.leadlight/a.yaml',
      `markers: [{ tag: TODO, means: x, expires: 30d, level: warning }]
checklists: [{ id: review, title: Review, items: [{ ask: Is it safe?, when: { changed: "*.ts" } }] }]
`,
    );
    await repository.write('a.txt', '# TODO: x\n');
    await repository.write('a.ts', '// TODO: x\n');
    repository.commit('2024-01-02');
  });
  afterEach(async function () {
    if (process.platform !== 'win32') await repository.remove();
  });

  it('runs none of them', async () => {
    const inGit = (name: string) => join(repository.folder, '.git', name);
    const trap = async (name: string) => {
      await writeFile(
        inGit(name),
        `#!/bin/sh\necho run > '${inGit(`sprung-${name.replace(/\W/g, '-')}`)}'\n`,
      );
      await chmod(inGit(name), 0o755);
      return inGit(name);
    };
    const named = ['core.fsmonitor', 'diff.external', 'diff.trap.textconv', 'core.pager', 'pager.blame'];
    for (const setting of [...named, 'filter.trap.clean', 'filter.trap.smudge'])
      repository.run('config', setting, await trap(setting));
    await repository.write('.git/info/attributes', '* diff=trap filter=trap\n');
    for (const hook of ['post-index-change', 'reference-transaction']) await trap(`hooks/${hook}`);
    await trap('../git');
    await repository.write('a.ts', '\n// TODO: x\n');

    const checked = leadlight(repository.folder, 'check');
    assert.deepEqual([checked.code, checked.stderr], [3, '']);
    assert.match(checked.stdout, /\n {2}a\.ts:2:4 TODO x\n {4}Its last day was 2024-02-01/);
    const trend = leadlight(repository.folder, 'markers', '--trend', '--format', 'json');
    assert.deepEqual([trend.code, trend.stderr], [0, '']);
    assert.match(trend.stdout, /"day": "2024-01-02"/);
    await repository.write('new.ts', '// new\n');
    const checklist = leadlight(repository.folder, 'checklist', '--format', 'json', '--base', 'HEAD');
    assert.deepEqual([checklist.code, checklist.stderr], [0, '']);
    const { reason } = JSON.parse(checklist.stdout).items[0];
    assert.match(reason, /2 changed files match/);
    const sprung = async () => (await readdir(inGit('.'))).filter((name) => name.startsWith('sprung-'));
    assert.deepEqual(await sprung(), []);

    // The traps do work.
    repository.run('diff', '--', 'a.ts');
    assert.ok((await sprung()).length > 0);
  });
});
