import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseCodeowners } from '../../../../src/core/guidance/owners/codeowners';
import { codeownersFacts } from './codeownersFacts';

const uri = 'file:///w/.github/CODEOWNERS';

describe('parseCodeowners', () => {
  for (const { pattern, matches, others } of codeownersFacts) {
    it(`the pattern ${pattern}`, () => {
      const { rules, problems, ownersOf } = parseCodeowners(`${pattern} @a`, uri);
      assert.deepEqual(problems, []);
      const paths = [...matches, ...others];
      assert.deepEqual(paths.filter(rules[0]!.matches), matches);
      // The way through the index finds the same.
      assert.deepEqual(
        paths.filter((path) => ownersOf(path) === rules[0]),
        matches,
      );
    });
  }

  it('has a table of facts that is worth its name', () => {
    assert.ok(codeownersFacts.flatMap(({ matches, others }) => [...matches, ...others]).length >= 250);
  });

  it('gives the last rule that matches', () => {
    const { ownersOf } = parseCodeowners('* @all\n*.js @js @org/web\n/apps/ a@b.org\n/apps/free\n', uri);
    assert.deepEqual(ownersOf('a.txt')?.owners, ['@all']);
    assert.deepEqual(ownersOf('x/a.js')?.owners, ['@js', '@org/web']);
    assert.deepEqual(ownersOf('apps/a.js')?.owners, ['a@b.org']);
    assert.deepEqual(ownersOf('apps/free/a.js')?.owners, []);
    assert.equal(ownersOf('apps/free/a.js')?.pattern, '/apps/free');
    assert.equal(parseCodeowners('/a @a', uri).ownersOf('b'), undefined);
  });

  it('reads lines, comments and white space', () => {
    const { rules, problems } = parseCodeowners(
      '\uFEFF# first\r\n\n  *.a\t@x   @y # why @z\n#*.b @b\n*.c#d @c #e\r*.e# @e#f\n \t\n*.f #\n*.g @g',
      uri,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rules.map(({ pattern, owners, range, patternRange: { start, end } }) => [
        pattern,
        owners.join(),
        `${range.start.line}:${range.start.character}-${range.end.character}`,
        `${start.line}:${start.character}-${end.character}`,
      ]),
      [
        ['*.a', '@x,@y', '2:0-22', '2:2-5'],
        ['*.c#d', '@c', '4:0-11', '4:0-5'],
        ['*.e#', '@e', '5:0-9', '5:0-4'],
        ['*.f', '', '7:0-5', '7:0-3'],
        ['*.g', '@g', '8:0-6', '8:0-3'],
      ],
    );
  });

  it('knows an owner when it sees one', () => {
    const owners = [
      '@a',
      '@a-b',
      '@a_corp',
      '@A1',
      '@org/team',
      '@o-r/t.e_a-m',
      'a@b.org',
      'a.b+c@d-e.co.uk',
    ];
    assert.deepEqual(parseCodeowners(`* ${owners.join(' ')}`, uri).rules[0]?.owners, owners);
    for (const owner of ['a', '@', '@-a', '@a-', '@a/', '@/a', '@a/b/c', 'a@b', '@@a', 'a@b@c.org', '@a,']) {
      const { rules, problems } = parseCodeowners(`* @x ${owner} @y`, uri);
      assert.deepEqual([rules, problems.length], [[], 1], owner);
      assert.deepEqual(problems[0]!.range, {
        start: { line: 0, character: 5 },
        end: { line: 0, character: 5 + owner.length },
      });
    }
  });

  const skipped: readonly [line: string, marked: string, fixed?: string][] = [
    ['!a @a', '!'],
    ['  /b/!c/[ab] @a', '[', '  /b/!c/\\[ab] @a'],
    ['a] @a', ']', 'a\\] @a'],
    ['\\#a @a', '\\#'],
    ['/ @a', '/', '* @a'],
    ['./a/b @a', './', '/a/b @a'],
    ['../a @a', '../'],
    ['a/../b @a', '/../'],
    ['a/. @a', '/.'],
    ['a\\', '\\'],
    ['a octocat', 'octocat', 'a @octocat'],
    ['my docs/ @a', 'docs/'],
    ['@org/team', '@org/team', '* @org/team'],
    ['[Section] @a', '[', '\\[Section] @a'],
    [`${'a'.repeat(1025)} @a`, 'a'.repeat(1025)],
  ];
  for (const [line, marked, fixed] of skipped) {
    it(`makes ${line.slice(0, 20)} a problem`, () => {
      const { rules, problems } = parseCodeowners(`# x\n${line}\n* @b`, uri);
      assert.deepEqual(
        rules.map(({ pattern }) => pattern),
        ['*'],
      );
      const [{ range, fix, ...problem }] = problems as [(typeof problems)[number]];
      assert.deepEqual([problem.code, problem.severity, problem.uri], ['codeowners-syntax', 'warning', uri]);
      assert.deepEqual([range.start.line, range.end.line, problems.length], [1, 1, 1]);
      assert.equal(line.slice(range.start.character, range.end.character), marked);
      const { start, end } = fix?.range ?? range;
      const after = fix && line.slice(0, start.character) + fix.newText + line.slice(end.character);
      assert.equal(after, fixed);
    });
  }

  it('never throws, and its ranges lie in the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...'ab*?/\\!#[]@.- \t\n\r\0\ud800'), { maxLength: 60 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.string(), (source, path) => {
        const { rules, problems, ownersOf } = parseCodeowners(source, uri);
        const lines = source.replace(/^\uFEFF/u, ' ').split(/\r\n|\n|\r/u);
        for (const { range } of [...rules, ...problems]) {
          assert.ok(range.start.character < range.end.character);
          assert.ok(range.end.character <= lines[range.end.line]!.length);
        }
        assert.equal(
          ownersOf(path),
          rules.findLast((rule) => rule.matches(path)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('answers in time whatever a line holds', () => {
    const lines = [
      '*a'.repeat(500),
      '**/a/'.repeat(200),
      '\\'.repeat(1000),
      '*\\['.repeat(300),
      `x ${'@a-'.repeat(5000)}`,
    ];
    const { ownersOf } = parseCodeowners(lines.join(' @a\n'), uri);
    assert.equal(ownersOf(`${'aa/'.repeat(1000)}b`), undefined);
    assert.equal(ownersOf('b'.repeat(4000)), undefined);
  });

  describe('the files of real repositories', () => {
    const samples = new URL('../../../../../shared/samples/', import.meta.url);
    const agents = '@microsoft/agentframework-durabletask-developers';
    /** Written from reading the files. */
    const expected: Readonly<Record<string, readonly string[]>> = {
      'gitkraken__vscode-gitlens': [],
      actions__languageservices: [
        '* @actions/actions-vscode-reviewers',
        '/languageservice/src/value-providers/default.ts @actions/runner-images-writers @actions/actions-vscode-reviewers',
      ],
      'microsoft__agent-framework': [
        `python/samples/getting_started/azure_functions/ ${agents}`,
        `python/samples/getting_started/durabletask/ ${agents}`,
      ],
      'redhat-developer__vscode-yaml': ['* @datho7561'],
      'redhat-developer__yaml-language-server': ['* @datho7561'],
    };
    const readSample = (folder: string) => {
      const file = new URL(`${folder}/.github/CODEOWNERS`, samples);
      return parseCodeowners(readFileSync(file, 'utf8'), file.href);
    };

    before(function () {
      if (!existsSync(samples)) this.skip();
    });

    for (const [folder, lines] of Object.entries(expected)) {
      it(`are read as they are meant: ${folder}`, () =>
        assert.deepEqual(
          readSample(folder).rules.map(({ pattern, owners }) => [pattern, ...owners].join(' ')),
          lines,
        ));
    }

    it('are without a mistake but for the one that names an owner and no files', () => {
      const [lonely, ...others] = Object.keys(expected);
      const problemsOf = (folder: string) => readSample(folder).problems.map(({ message }) => message);
      assert.match(problemsOf(lonely!).join(), /^This line names an owner and no files/);
      assert.deepEqual(others.flatMap(problemsOf), []);
    });
  });
});
