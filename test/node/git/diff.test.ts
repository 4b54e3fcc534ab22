import assert from 'node:assert/strict';
import type { Diff, DiffFile } from '../../../src/core/review/diff';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.diff', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('a.txt', 'one\ntwo\nthree\n');
    await repository.write('b.txt', 'one\ntwo\nthree\nfour\nfive\nsix\n');
    repository.commit('2024-01-02');
    repository.run('switch', '--quiet', '-c', 'topic');
  });
  afterEach(() => repository.remove());

  const diff = async (folder = '.', base?: string): Promise<Diff> => {
    const result = await repository.git.diff(repository.uri(folder), base === undefined ? {} : { base });
    assert.ok(result.kind === 'diff', result.kind === 'none' ? result.message : '');
    assert.deepEqual(repository.warnings, []);
    return result.diff;
  };
  /** `M a.txt -1 two +1 zwei`, a line for each file. */
  const files = async (folder = '.', base?: string) =>
    (await diff(folder, base)).files.map(written).join('\n');

  it('knows what was committed, staged, only written, and not known to git', async () => {
    assert.equal(await files(), '');
    await repository.write('a.txt', 'zero\none\ntwo\nthree\n');
    repository.commit('2024-02-02');
    await repository.write('staged.txt', 'one\ntwo');
    repository.run('add', 'staged.txt');
    await repository.write('b.txt', 'one\nzwei\nfour\nfive\nsix\nseven\n');
    await repository.write('below/new.txt', 'one\n');
    await repository.write('ignored.txt', 'one\n');
    await repository.write('.git/info/exclude', 'ignored.txt');
    assert.equal(
      await files(),
      [
        'modified a.txt 0:0 +zero',
        'modified b.txt 1:1 -two -three +zwei 6:5 +seven',
        'added below/new.txt 0:0 +one',
        'added staged.txt 0:0 +one +two',
      ].join('\n'),
    );
  });
});

/** `renamed a > b 0:1 -removed +added`: the first line of each hunk in both texts, and its lines. */
function written({ status, kind, oldPath, path, modes, hunks, isCut }: DiffFile): string {
  return [
    status,
    ...(kind === 'text' ? [] : [kind]),
    ...(oldPath === undefined ? [] : [oldPath, '>']),
    path,
    ...(modes === undefined ? [] : [`${modes.from}>${modes.to}`]),
    ...hunks.flatMap(({ oldStart, newStart, removed, added }) => [
      `${oldStart}:${newStart}`,
      ...removed.map((line) => `-${line}`),
      ...added.map((line) => `+${line}`),
    ]),
    ...(isCut ? ['cut'] : []),
  ].join(' ');
}
