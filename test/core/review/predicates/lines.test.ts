import assert from 'node:assert/strict';
import { diffOf, factsOf } from '../diffText';
import { check, conditionOf, verdictText } from '../verdicts';

const diff = `
M src/a.ts
@3
+const one = 1;
+  fetch(url);
-  get(url);
@9
-fetch(old);
D src/b.ts
-fetch(b)
A docs/c.md
+fetch it
M logo.png binary
`;
const long = 'x'.repeat(20_001);

describe('predicates about lines', () => {
  describe('addedLine', () => {
    it('shows the places in the new text', () =>
      check(
        '{ addedLine: "fetch\\\\(" }',
        diff,
        'yes: 1 added line matches "fetch\\(". | src/a.ts:4:2-8 | src/a.ts',
      ));
    it('takes several patterns, and counts a line once', () =>
      check(
        '{ addedLine: ["f.tch", one, "e"] }',
        diff,
        'yes: 3 added lines match "f.tch" or "one" or "e". | docs/c.md:0:0-5 src/a.ts:3:6-9 src/a.ts:4:2-7 | docs/c.md src/a.ts',
      ));
    it('looks at chosen files', () =>
      check('{ changed: "docs/**", addedLine: const }', diff, 'no: No added line matches "const". |  | *'));
    it('matches inside of one line', () =>
      check('{ addedLine: "1;\\\\s+fetch" }', diff, 'no: No added line matches "1;\\s+fetch". |  | *'));
    it('finds a pattern that could span lines', () =>
      check(
        '{ addedLine: "fetch\\\\s+it" }',
        diff,
        'yes: 1 added line matches "fetch\\s+it". | docs/c.md:0:0-8 | docs/c.md',
      ));
    it('knows the ends of a line', () =>
      check(
        '{ addedLine: "^const.*;$" }',
        diff,
        'yes: 1 added line matches "^const.*;$". | src/a.ts:3:0-14 | src/a.ts',
      ));
    it('reads without case where it is asked to', () =>
      check(
        '{ addedLine: "(?i)FETCH IT" }',
        diff,
        'yes: 1 added line matches "(?i)FETCH IT". | docs/c.md:0:0-8 | docs/c.md',
      ));
    it('cannot tell where lines are not kept', () =>
      check(
        '{ addedLine: "fetch" }',
        'M a.ts cut +90000\nM b.ts\n+get',
        'open: No added line that was searched matches "fetch", but the lines of 1 file are too many to be kept. |  | *',
      ));
    it('cannot tell where a line with its text is too long', () =>
      check(
        '{ addedLine: "x+y?" }',
        `M a.ts\n+${long}`,
        'open: No added line that was searched matches "x+y?", but 1 line of over 20,000 characters was not searched. |  | *',
      ));
    it('can tell that a long line lacks the text', () =>
      check('{ addedLine: "y+z?" }', `M a.ts\n+${long}`, 'no: No added line matches "y+z?". |  | *'));
    it('can tell where another line matches', () =>
      check(
        '{ addedLine: "x+y?" }',
        `M a.ts\n+${long}\n+x`,
        'yes: 1 added line matches "x+y?". | a.ts:1:0-1 | a.ts',
      ));
    it('shows the first places, and says how many there are', async () => {
      const many = `M a.ts\n${'+fetch\n'.repeat(120)}`;
      const verdict = await conditionOf('{ addedLine: fetch }').evaluate(factsOf(diffOf(many)));
      assert.equal(verdict.evidence.length, 50);
      assert.equal(verdict.reason, '120 added lines match "fetch" (50 of 120 places are listed).');
    });
  });

  describe('removedLine', () => {
    it('shows where the line was, and a deleted file as a whole', () =>
      check(
        '{ removedLine: "fetch" }',
        diff,
        'yes: 2 removed lines match "fetch". | src/a.ts:9:0-0 src/b.ts | src/a.ts src/b.ts',
      ));
    it('does not look at added lines', () =>
      check('{ removedLine: "const" }', diff, 'no: No removed line matches "const". |  | *'));
  });

  describe('content', () => {
    const texts = { 'src/a.ts': [undefined, 'one\r\n  fetch(\r\n    url)\nfetch(b)'] } as const;
    it('looks at the whole new text', () =>
      check(
        '{ changed: "src/**", content: "fetch\\\\(\\\\s+url" }',
        diff,
        'yes: 2 changed files match src/**, and 1 changed file holds "fetch\\(\\s+url" in 1 place. | src/a.ts:1:2-2:7 src/b.ts | src/a.ts src/b.ts',
        { texts },
      ));
    it('cannot tell where a text could not be read', () =>
      check(
        '{ content: nothing }',
        diff,
        'open: No changed file that was searched holds "nothing", but 1 file could not be read. |  | *',
        { texts: { 'src/a.ts': [undefined, undefined] } },
      ));
    it('cannot tell where a line is too long', () =>
      check(
        '{ content: "x+y?" }',
        'M a.ts',
        'open: No changed file that was searched holds "x+y?", but 1 line of over 20,000 characters was not searched. |  | *',
        { texts: { 'a.ts': ['', long] } },
      ));
    it('asks for texts of chosen files only, and of those that have one', async () => {
      const facts = factsOf(diffOf(diff));
      await conditionOf('{ changed: "{src,logo.png}/**", content: x }').evaluate(facts);
      assert.deepEqual(facts.asked, ['src/a.ts']);
    });
    it('asks for none where another key does not hold', async () => {
      const facts = factsOf(diffOf(diff));
      await conditionOf('{ content: x, without: "docs/**" }').evaluate(facts);
      assert.deepEqual(facts.asked, []);
    });
    it('reads a file once for as long as it stays the same', async () => {
      const facts = factsOf(diffOf(diff));
      const condition = conditionOf('{ content: const }');
      const first = await condition.evaluate(facts);
      assert.equal(facts.asked.length, 2);
      assert.equal(verdictText(await condition.evaluate(facts)), verdictText(first));
      assert.equal(facts.asked.length, 2);
    });
  });

  describe('skippedTests', () => {
    const cases: readonly (readonly [string, string, string | undefined])[] = [
      ['a.ts', "it.only('a', () => {})", '0-7'],
      ['a.ts', "describe.each.skip('a')", '0-18'],
      ['a.ts', "  xit('a')", '2-6'],
      ['a.ts', "test('a', { skip: true }, f)", '0-22'],
      ['a.ts', '// it.only()', undefined],
      ['a.ts', "const text = 'it.only()';", undefined],
      ['a.ts', 'list.only(1)', undefined],
      ['a.ts', 'exit(1)', undefined],
      ['a.py', '    @pytest.mark.skip(reason="x")', '4-21'],
      ['a.py', 'self.skipTest("x")', '0-14'],
      ['a.py', '# @unittest.skip', undefined],
      ['A.java', '    @Disabled("x")', '4-13'],
      ['A.java', 'import org.junit.Ignore;', undefined],
      ['A.kt', '@Ignore', '0-7'],
      ['A.cs', '[Fact(Skip = "x")]', '0-12'],
      ['A.cs', '[Ignore("x")]', '0-8'],
      ['a_test.go', '\tt.Skip("x")', '1-8'],
      ['a_test.go', '\tFIt("x")', '1-5'],
      ['a.rs', '#[ignore]', '0-8'],
      ['a_spec.rb', '  xit "x" do', '0-5'],
      ['a_spec.rb', '  it "x", skip: true do', '8-20'],
      ['ATest.php', '$this->markTestSkipped("x");', '7-23'],
      ['A.swift', 'throw XCTSkip("x")', '6-13'],
      ['a.cc', 'TEST(Cart, DISABLED_Adds) {', '0-20'],
      ['a.exs', '  @tag :skip', '2-12'],
      ['a.dart', "test('x', () {}, skip: true);", '17-27'],
      ['a.md', 'it.only()', undefined],
    ];
    for (const [path, line, place] of cases)
      it(`${place === undefined ? 'leaves alone' : 'finds'} ${line.trim()} in ${path}`, () =>
        check(
          '{ skippedTests: true }',
          `A ${path}\n+${line}`,
          place === undefined
            ? 'no: No added line switches a test off or singles one out. |  | *'
            : `yes: 1 added line switches a test off or singles one out. | ${path}:0:${place} | ${path}`,
        ));
    it('believes the line where the text is not to be had', () =>
      check(
        '{ skippedTests: true }',
        'M a.ts\n+// it.only()\n+it.skip()',
        'yes: 2 added lines switch a test off or single one out. | a.ts:0:3-10 a.ts:1:0-7 | a.ts',
        { texts: { 'a.ts': [undefined, undefined] } },
      ));
    it('tells a comment that began before the line', () =>
      check(
        '{ skippedTests: true }',
        'M a.ts\n@1\n+it.only()',
        'no: No added line switches a test off or singles one out. |  | *',
        { texts: { 'a.ts': ['', '/*\nit.only()\n*/'] } },
      ));
    it('does not look at removed lines', () =>
      check(
        '{ skippedTests: true }',
        'M a.ts\n-it.only()',
        'no: No added line switches a test off or singles one out. |  | *',
      ));
    it('denied', () =>
      check(
        '{ skippedTests: false }',
        'M a.ts\n+x',
        'yes: No added line switches a test off or singles one out. |  | *',
      ));
  });
});
