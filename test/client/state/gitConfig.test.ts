import assert from 'node:assert/strict';
import { branchIn, gitFolder, originUrl, rebasedBranchIn } from '../../../src/client/state/gitConfig';

describe('originUrl', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    [
      'a clone',
      '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@host:acme/shop.git\n\tfetch = +refs\n',
      'git@host:acme/shop.git',
    ],
    ['Windows line ends', '[remote "origin"]\r\n\turl = https://host/shop\r\n', 'https://host/shop'],
    ['another remote before it', '[remote "fork"]\n\turl = a\n[remote "origin"]\n\turl = b\n', 'b'],
    ['only another remote', '[remote "fork"]\n\turl = a\n', undefined],
    ['a key outside of it', '[remote "origin"]\n[branch "main"]\n\turl = a\n', undefined],
    ['several addresses', '[remote "origin"]\n\turl = a\n\turl = b\n', 'a'],
    ['a comment', '[remote "origin"] # ours\n\turl = a ; the one\n', 'a'],
    ['quotes', '[remote "origin"]\n\turl = "a # b"\n', 'a # b'],
    ['capitals in what ignores them', '[REMOTE "origin"]\n\tURL = a\n', 'a'],
    ['capitals in what does not', '[remote "Origin"]\n\turl = a\n', undefined],
    ['another key', '[remote "origin"]\n\tpushurl = a\n', undefined],
    ['no value', '[remote "origin"]\n\turl =\n', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, config, expected] of cases) {
    it(`reads ${name}`, () => assert.equal(originUrl(config), expected));
  }

  it('reads a long line in no time', () => {
    const spaces = ' '.repeat(200_000);
    assert.equal(originUrl(`[remote "origin"]\n\turl = a${spaces}b\n`), `a${spaces}b`);
    assert.equal(gitFolder(`gitdir: a${spaces}b`), `a${spaces}b`);
  });
});

describe('gitFolder', () => {
  it('reads where a .git file leads', () => {
    assert.equal(gitFolder('gitdir: ../.git/worktrees/fix\n'), '../.git/worktrees/fix');
    assert.equal(
      gitFolder('gitdir: C:/code/my shop/.git/modules/api\r\n'),
      'C:/code/my shop/.git/modules/api',
    );
  });

  it('reads nothing else', () => {
    for (const text of ['', 'gitdir:', 'see gitdir: x', '\0\0']) assert.equal(gitFolder(text), undefined);
  });
});

describe('branchIn', () => {
  it('reads which branch is checked out', () => {
    assert.equal(branchIn('ref: refs/heads/fix/rounding\n'), 'fix/rounding');
    assert.equal(branchIn('ref: refs/heads/main\r\n'), 'main');
  });

  it('knows none on a detached head', () => {
    for (const head of ['0123456789abcdef0123456789abcdef01234567\n', '', 'ref: refs/remotes/origin/main'])
      assert.equal(branchIn(head), undefined);
  });
});

describe('rebasedBranchIn', () => {
  it('reads which branch is rebased', () => {
    assert.equal(rebasedBranchIn('refs/heads/fix/rounding\n'), 'fix/rounding');
    assert.equal(rebasedBranchIn('refs/heads/main\r\n'), 'main');
  });

  it('knows none where no branch is', () => {
    for (const text of ['detached HEAD\n', '', 'refs/heads/\n', 'refs/tags/v1\n'])
      assert.equal(rebasedBranchIn(text), undefined);
  });
});
