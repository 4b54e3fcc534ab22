import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { compileOwnersPattern } from '../../src/core/guidance/owners/codeownersPattern';
import { listWorkspace } from '../../src/core/guidance/workspaceFiles';
import { createNodeHost } from '../../src/node/nodeHost';
import { type TemporaryRepository, temporaryRepository } from './git/temporaryRepository';

const folders = ['', 'a/', 'a/b/', 'a/b/a/', 'b/', 'b/b/', 'a b/', '.h/', '[a]/'];
const names = ['f', 'ab', 'a.log', '.log', 'aB', 'a*', '!a', '#a', 'a ', '-'];
const paths = folders.flatMap((folder) => names.map((name) => folder + name)).sort();

const piece = fc.constantFrom(
  ...['a', 'b', 'f', 'ab', '.log', '*', '**', '?', '/', '/', '[ab]', '[!a]', '[^b]', '[a-f]', '[]a]'],
  ...['\\*', '\\[', '\\ ', ' ', '#', '!', '-', '{a,b}', '.', '[[:alpha:]]'],
);
/** Not `a**`: git takes its stars for a segment of their own where all before them is literal. */
const pattern = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''))
  .filter((source) => !/[^/]\*\*/u.test(source));
const line = fc.tuple(fc.constantFrom('', '', '', '!', '/', '**/'), pattern).map((parts) => parts.join(''));

describe('patterns beside those of git', function () {
  this.timeout(300_000);
  let repository: TemporaryRepository;
  const host = createNodeHost({
    log: {
      error: (message) => assert.fail(message),
      warn: (message) => assert.fail(message),
      info: () => undefined,
      debug: () => undefined,
    },
  });
  /** Paths that git prints; a person's own ignore file has no part in this. */
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'core.excludesFile=', ...args], { cwd: repository.folder, encoding: 'utf8' })
      .split('\0')
      .slice(0, -1)
      .sort();

  before(async function () {
    if (process.platform === 'win32') return this.skip();
    repository = await temporaryRepository();
    for (const path of paths) await repository.write(path, '');
  });
  after(() => repository?.remove());

  it('ignore the same files, whatever the ignore files of three folders say', async () => {
    let some = 0;
    const runs = 300;
    const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (root, below, exclude) => {
        await repository.write('.gitignore', root);
        await repository.write('a/.gitignore', below);
        await repository.write('.git/info/exclude', exclude);
        const found = await listWorkspace(host, repository.uri(''));
        const listed = git('ls-files', '--others', '--exclude-standard', '-z');
        assert.deepEqual([...found!.files].sort(), listed);
        if (listed.length > 2 && listed.length < paths.length) some++;
      }),
      { numRuns: runs },
    );
    assert.ok(some > runs / 3, `only ${some} of ${runs} leave out some files and not all`);
  });

  // On GitHub a last `*` stops at its level, a last `**/` holds files beside folders, and slashes count once.
  it('own the same files, where CODEOWNERS has the same rules', () => {
    let some = 0;
    const runs = 500;
    repository.run('add', '--all', '--force');
    fc.assert(
      fc.property(pattern, (source) => {
        const compiled = compileOwnersPattern(source);
        const isOther = /(?:^|[^*])\/\*$|\*\*\/$|\/\/|^#|^ | $/u.test(source);
        if ('message' in compiled || isOther) return fc.pre(false);
        const listed = git('ls-files', '--cached', '--ignored', '-z', '-x', source);
        const found = git('ls-files', '--cached', '-z').filter((path) => compiled.matches(path));
        assert.deepEqual(found, listed);
        if (listed.length > 0 && listed.length < paths.length) some++;
      }),
      { numRuns: runs },
    );
    assert.ok(some > runs / 5, `only ${some} of ${runs} own some files and not all`);
  });
});
