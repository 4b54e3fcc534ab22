import { check } from '../verdicts';

const diff = `
branch: feature/cart
commit: Prices add up\\n\\nFixes #12
commit: wip
M src/a.ts +30 -10
M test/a.test.ts +8 -2
A b.md +5
M logo.png binary
`;

describe('predicates that count', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '{ lines: "> 50" }',
      'yes: 55 lines of 4 files changed, which is over 50. | src/a.ts test/a.test.ts b.md | *',
    ],
    [
      '{ lines: ">= 56" }',
      'no: 55 lines of 4 files changed, which is not at least 56. | src/a.ts test/a.test.ts b.md | *',
    ],
    [
      '{ lines: 55 }',
      'yes: 55 lines of 4 files changed, which is just 55. | src/a.ts test/a.test.ts b.md | *',
    ],
    [
      '{ lines: "!= 55" }',
      'no: 55 lines of 4 files changed, which is not other than 55. | src/a.ts test/a.test.ts b.md | *',
    ],
    [
      '{ changed: "*.md", lines: "<5.5" }',
      'yes: 1 changed file matches *.md, and 5 lines of 1 file changed, which is under 5.5. | b.md | b.md',
    ],
    [
      '{ fileCount: "<= 3" }',
      'no: 4 files changed, which is not at most 3. | b.md logo.png src/a.ts test/a.test.ts | *',
    ],
    [
      '{ changed: "{src,test}/**", fileCount: "== 2" }',
      'yes: 2 changed files match {src,test}/**, and 2 files changed, which is just 2. | src/a.ts test/a.test.ts | src/a.ts test/a.test.ts',
    ],
    ['{ commits: "> 1" }', 'yes: The branch adds 2 commits, which is over 1. |  | *'],
    [
      '{ testRatio: "< 0.5" }',
      'yes: 10 lines of tests and 45 other lines changed, a ratio of 0.22, which is under 0.5. | src/a.ts b.md | *',
    ],
    [
      '{ changed: "test/**", testRatio: "> 100" }',
      'yes: 1 changed file matches test/**, and 10 lines of tests and 0 other lines changed, which is over 100. | test/a.test.ts | test/a.test.ts',
    ],
    ['{ changed: "*.png", testRatio: "< 1" }', 'no: No line changed. |  | logo.png'],
    ['{ branch: "^feature/" }', 'yes: The branch "feature/cart" matches "^feature/". |  | *'],
    [
      '{ branch: [main, "release/.*"] }',
      'no: The branch "feature/cart" does not match "main" or "release/.*". |  | *',
    ],
    ['{ commitMessage: "(?i)\\\\bwip\\\\b" }', 'yes: 1 commit message matches "(?i)\\bwip\\b". |  | *'],
    ['{ commitMessage: "^Fixes #" }', 'yes: 1 commit message matches "^Fixes #". |  | *'],
    ['{ commitMessage: revert }', 'no: No commit message matches "revert". |  | *'],
    [
      '{ changed: "src/**", branch: cart }',
      'yes: 1 changed file matches src/**, and the branch "feature/cart" matches "cart". | src/a.ts | src/a.ts',
    ],
  ];
  for (const [when, expected] of cases) it(when, () => check(when, diff, expected));

  it('cannot tell the branch of a detached head', () =>
    check('{ branch: main }', 'M a.ts', 'open: No branch is checked out that "main" could match. |  | *'));

  describe('debt', () => {
    const debt = { 'src/a.ts': [2, 5], 'test/a.test.ts': [1, 0], 'b.md': [0, 0] } as const;
    it('is what was added minus what was removed', () =>
      check(
        '{ debt: "> 0" }',
        diff,
        'yes: There are 2 debt markers more than before, which is over 0. | src/a.ts test/a.test.ts | *',
        { debt },
      ));
    it('shows the markers on added lines', () =>
      check(
        '{ debt: "> 0" }',
        diff,
        'yes: There are 2 debt markers more than before, which is over 0. | src/a.ts:4:3-7 src/a.ts:8:3-7 test/a.test.ts | *',
        { debt: { ...debt, 'src/a.ts': [2, 5, 4, 8], 'test/a.test.ts': [2, 1, 3] } },
      ));
    it('may shrink', () =>
      check(
        '{ changed: "test/**", debt: "< 0" }',
        diff,
        'yes: 1 changed file matches test/**, and there is 1 debt marker fewer than before, which is under 0. | test/a.test.ts | test/a.test.ts',
        { debt },
      ));
    it('cannot be told where a file was not scanned', () =>
      check('{ debt: "> 0" }', diff, 'open: The debt markers of 2 files could not be counted. |  | *', {
        debt: { 'src/a.ts': [0, 9] },
      }));
  });
});
