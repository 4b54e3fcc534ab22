import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isGitlab, parseGitlabOwners } from '../../../../src/core/guidance/owners/gitlab';
import { areasAt } from '../../../../src/core/match/scope';
import { openFixture, problemLines } from '../../workspace';

const uri = 'file:///w/.gitlab/CODEOWNERS';

/** The paths that a pattern admits. */
function admitted(pattern: string, paths: readonly string[]): readonly string[] {
  const { rules } = parseGitlabOwners(`${pattern} @a`, uri);
  return paths.filter((path) => rules.some(({ globs }) => globs.some(({ glob }) => glob.matches(path))));
}

describe('CODEOWNERS of GitLab', () => {
  const paths = [
    'README.md',
    'docs/README.md',
    'docs/api/a.md',
    'internal/docs/b.md',
    'lib/a.rb',
    '.env',
    'docs',
  ];
  const facts: readonly [pattern: string, admits: readonly string[]][] = [
    ['*', paths],
    ['README.md', ['README.md', 'docs/README.md']],
    ['/README.md', ['README.md']],
    ['docs/', ['docs/README.md', 'docs/api/a.md', 'internal/docs/b.md']],
    ['/docs/', ['docs/README.md', 'docs/api/a.md']],
    // No slash at the end: the path itself, and nothing below it.
    ['/docs', ['docs']],
    ['/docs/*', ['docs/README.md']],
    ['/docs/**/*.md', ['docs/README.md', 'docs/api/a.md']],
    ['docs/*.md', ['docs/README.md', 'internal/docs/b.md']],
    ['*.rb', ['lib/a.rb']],
    ['/*', ['README.md', '.env', 'docs']],
    ['/lib/[a-c].rb', ['lib/a.rb']],
    ['/lib/[!a].rb', []],
    ['/**/*.md', ['README.md', 'docs/README.md', 'docs/api/a.md', 'internal/docs/b.md']],
  ];
  for (const [pattern, admits] of facts) {
    it(`admits by ${pattern}`, () => assert.deepEqual(admitted(pattern, paths), admits));
  }

  it('takes escapes of # and of spaces', () => {
    assert.deepEqual(admitted('\\#a.md', ['#a.md', 'x/#a.md', 'a.md']), ['#a.md', 'x/#a.md']);
    assert.deepEqual(admitted('a\\ b/', ['a b/c', 'a/c']), ['a b/c']);
  });

  it('is told by its place and by its sections', () => {
    assert.equal(isGitlab('file:///w/.gitlab/CODEOWNERS', '* @a'), true);
    for (const line of ['[Docs]', '^[Docs] @a', '[Docs][2]', '[Docs][2] @a @b']) {
      assert.equal(isGitlab('file:///w/CODEOWNERS', `* @a\n${line}\n`), true, line);
      assert.equal(isGitlab('file:///w/.github/CODEOWNERS', line), false);
    }
    for (const line of ['* @a', '# [Docs]', '[ab].ts @a']) {
      assert.equal(isGitlab('file:///w/CODEOWNERS', line), false, line);
    }
  });

  it('is told in time, however many empty lines there are', () =>
    assert.equal(isGitlab('file:///w/CODEOWNERS', `${'\n'.repeat(200_000)}* @a\n`), false));

  it('counts the last rule of each section, with what the section falls back on', async () => {
    const { service } = await openFixture(`
//- /CODEOWNERS
* @all
*.md @writers
[Database][2] @dba @org/db
db/
db/seeds/ @seeds # and a@b.org, who is parsed
!db/free/
^[Docs] @@developer
docs/
[database]
*.sql
//- /db/a.sql
//- /db/seeds/a.md
//- /db/free/a.sql
//- /docs/a.md
//- /a.md
`);
    const [guidance] = service.guidance();
    const owners = (path: string) =>
      areasAt(guidance!, path).map(({ title, leads }) => `${title}: ${leads.join(' ')}`);
    assert.deepEqual(owners('db/a.sql'), ['*.sql: ', '*: @all']);
    assert.deepEqual(owners('db/seeds/a.md'), ['db/seeds/: @seeds a@b.org', '*.md: @writers']);
    assert.deepEqual(owners('db/free/a.sql'), ['*: @all']);
    assert.deepEqual(owners('docs/a.md'), ['docs/: @@developer', '*.md: @writers']);
    assert.deepEqual(owners('x.ts'), ['*: @all']);
    assert.deepEqual(problemLines(service.problems()), [
      'CODEOWNERS:10:1 codeowners-syntax: This line names no owner, and its section has none to fall back on.',
    ]);
  });

  it('never throws, and its ranges lie in the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '^',
      '!',
      '*',
      '**',
      '/',
      ' ',
      '\n',
      '#',
      '@a',
      'a',
      '\\',
      '.',
      '..',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const { rules, problems } = parseGitlabOwners(text, uri);
          const lines = text.split('\n');
          for (const { range } of [...rules, ...problems]) {
            assert.ok(range.end.character <= lines[range.start.line]!.length, JSON.stringify(range));
          }
          for (const { globs } of rules) for (const { glob } of globs) glob.matches('a/b.md');
        },
      ),
    );
  });
});
