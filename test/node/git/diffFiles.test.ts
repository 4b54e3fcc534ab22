import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';
import { writtenFiles } from './writtenFiles';

describe('Git.diffFiles', () => {
  let repository: TemporaryRepository;
  let baseCommit: string;
  beforeEach(async () => {
    repository = await temporaryRepository();
    for (const path of ['a.txt', 'b.txt', 'below/c.txt', 'd e/:(top)*.txt'])
      await repository.write(path, 'one\ntwo\nthree\n');
    baseCommit = repository.commit('2024-01-02');
    repository.run('switch', '--quiet', '-c', 'topic');
  });
  afterEach(() => repository.remove());

  const files = async (paths: readonly string[], { folder = '.', mayAdd = false } = {}) => {
    const read = await repository.git.diffFiles(repository.uri(folder), { baseCommit, paths, mayAdd });
    assert.deepEqual(repository.warnings, []);
    return read && writtenFiles(read);
  };

  it('tells the same as the whole diff', async () => {
    for (const path of ['a.txt', 'below/c.txt', 'd e/:(top)*.txt'])
      await repository.write(path, 'one\nzwei\nthree');
    repository.commit('2024-02-02');
    await repository.write('b.txt', 'one\ntwo\n');
    const paths = ['a.txt', 'b.txt', 'below/c.txt', 'd e/:(top)*.txt'];
    const whole = await repository.git.diff(repository.uri('.'), {});
    assert.ok(whole.kind === 'diff');
    const read = await repository.git.diffFiles(repository.uri('.'), { baseCommit, paths, mayAdd: false });
    assert.deepEqual(read, whole.diff.files);
    assert.equal(await files(['c.txt'], { folder: 'below' }), 'modified c.txt 1:1 -two -three +zwei +three');
  });

  it('leaves out what does not differ any more, is ignored, or is nowhere', async () => {
    await repository.write('a.txt', 'one\n');
    await repository.write('.git/info/exclude', 'ignored.txt');
    await repository.write('ignored.txt', 'x\n');
    assert.equal(
      await files(['b.txt', 'a.txt', 'ignored.txt', 'nowhere/x.txt', 'a.txt/below']),
      'modified a.txt 1:1 -two -three',
    );
    assert.equal(await files([]), '');
  });

  it('leaves it to the whole diff where a rename may be in it', async () => {
    await repository.write('new.txt', 'one\n');
    assert.equal(await files(['new.txt']), undefined, 'not known to git');
    repository.run('add', 'new.txt');
    assert.equal(await files(['new.txt', 'a.txt']), undefined, 'added');
    repository.run('mv', 'b.txt', 'renamed.txt');
    assert.equal(await files(['renamed.txt']), undefined, 'renamed');
    assert.equal(await files(['b.txt', 'renamed.txt']), undefined, 'renamed');
    assert.equal(await files(['b.txt']), undefined, 'gone');
    repository.run('rm', '--quiet', '--cached', 'a.txt');
    assert.equal(await files(['a.txt']), undefined, 'taken out of the index');
    await rm(join(repository.folder, 'below'), { recursive: true });
    await repository.write('below', 'x\n');
    assert.equal(await files(['below']), undefined, 'a file in place of a folder');
  });

  it('tells a file that came where none went, as the whole diff does', async () => {
    await repository.write('new.txt', 'one\ntwo\nthree\n');
    await repository.write('below/known.txt', 'x\n');
    repository.run('add', 'below/known.txt');
    await repository.write('a.txt', 'one\n');
    const paths = ['a.txt', 'below/known.txt', 'new.txt', 'nowhere.txt'];
    const query = { baseCommit, paths, mayAdd: true };
    const whole = await repository.git.diff(repository.uri('.'), {});
    assert.ok(whole.kind === 'diff');
    assert.equal(whole.diff.files.length, 3);
    assert.deepEqual(await repository.git.diffFiles(repository.uri('.'), query), whole.diff.files);
  });

  it('leaves a file that came to the whole diff where another went, or may have', async () => {
    const mayAdd = true;
    await repository.write('below/new.txt', 'one\n');
    // What went elsewhere in the repository is not known below its top.
    assert.equal(await files(['new.txt'], { folder: 'below', mayAdd }), undefined);
    repository.run('mv', 'b.txt', 'renamed.txt');
    assert.equal(await files(['b.txt', 'below/new.txt'], { mayAdd }), undefined);
    repository.run('init', '--quiet', 'inside');
    assert.equal(await files(['inside'], { mayAdd }), undefined);
    assert.equal(await files(['below'], { mayAdd }), undefined);
  });

  it('leaves it to the whole diff where the paths are too many, a folder, or not told as they are', async () => {
    await repository.write('below/c.txt', 'one\n');
    assert.equal(await files(['below']), undefined);
    assert.equal(await files(['\ufffd']), undefined);
    assert.equal(await files(Array.from({ length: 1000 }, (_, at) => `some/path/${at}.txt`)), undefined);
  });

  it('tells a file that became a link', async function () {
    if (process.platform === 'win32') this.skip();
    await rm(join(repository.folder, 'a.txt'));
    await symlink('b.txt', join(repository.folder, 'a.txt'));
    assert.equal(await files(['a.txt']), 'modified link a.txt 100644>120000 0:0 -one -two -three 3:0 +b.txt');
  });

  it('takes no option of git for a commit', async () => {
    const answer = await repository.git.diffFiles(repository.uri('.'), {
      baseCommit: '--cached',
      paths: ['a.txt'],
      mayAdd: true,
    });
    assert.equal(answer, undefined);
  });
});
