import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createService, type Service } from '../../../src/core/service';
import { nodeHost } from '../scannedFolder';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('markers after a commit or a switch of branches', () => {
  let repository: TemporaryRepository;
  let service: Service;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('src/old.ts', '// TODO: old\n');
    repository.commit('2024-03-01');
    repository.run('checkout', '--quiet', '-b', 'feature');
    await repository.write('src/new.ts', '// TODO: new\n');
    service = createService({ host: nodeHost });
  });
  afterEach(async () => {
    service.dispose();
    await repository.remove();
  });

  const open = async (folder: string) => {
    await service.setFolders([folder]);
    service.setGit(repository.git);
    await service.debt.scan();
  };
  const changed = (...paths: readonly string[]) =>
    service.filesChanged(paths.map((path) => ({ uri: repository.uri(path), kind: 'changed' })));
  const query = { groupBy: 'age', filter: { branch: true }, me: [], inside: [] } as const;
  /** The day and the novelty of the marker `new`, once they are what is expected. */
  const until = async (expected: string) => {
    const end = Date.now() + 10_000;
    for (let said = ''; said !== expected;) {
      assert.ok(Date.now() < end, `${said} instead of ${expected}`);
      await service.debt.query(query);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const marker = (await service.debt.all([])).find(({ text }) => text === 'new');
      said = `${marker?.since} ${marker?.isNew}`;
    }
  };
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

  it('are of the commit, as soon as git has written that', async () => {
    await open(repository.uri(''));
    await until(`${today} true`);
    repository.commit('2024-05-05');
    await changed('.git/logs/HEAD');
    await until('2024-05-05 true');
    repository.run('checkout', '--quiet', 'main');
    repository.run('merge', '--quiet', 'feature');
    await changed('.git/HEAD');
    await until('2024-05-05 false');
  }).timeout(30_000);

  it('are of the commit in an open document too', async () => {
    await open(repository.uri(''));
    const uri = repository.uri('src/new.ts');
    await service.documentChanged(TextDocument.create(uri, 'typescript', 1, '// TODO: new\n'));
    await until(`${today} true`);
    repository.commit('2024-05-05');
    await changed('.git/logs/HEAD');
    await until('2024-05-05 true');
  }).timeout(30_000);

  it('are of the commit after the next scan, where nobody sees what git writes', async () => {
    await open(repository.uri('src'));
    await until(`${today} true`);
    repository.commit('2024-05-05');
    await service.debt.scan();
    await until('2024-05-05 true');
  }).timeout(30_000);

  it('ask git nothing when it only looked', async () => {
    await open(repository.uri(''));
    await until(`${today} true`);
    const asked = () =>
      service
        .cost()
        .activities.filter(({ name }) => name.startsWith('asking git'))
        .map(({ times }) => times);
    const before = asked();
    await changed('.git/index', '.git/index.lock', '.git/objects/12/34');
    await until(`${today} true`);
    assert.deepEqual(asked(), before);
  }).timeout(30_000);
});
