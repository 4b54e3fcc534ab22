import assert from 'node:assert/strict';
import { openFixture, problemLines } from '../workspace';

/** Expects these problems of a workspace, with the text of each fix in brackets. */
async function check(fixture: string, expected: readonly string[]): Promise<void> {
  const { service } = await openFixture(fixture);
  await service.settled();
  const found = service.problems().map((problem) => {
    const [line = ''] = problemLines([problem]);
    return problem.fix === undefined ? line : `${line} [${problem.fix.newText}]`;
  });
  assert.deepEqual(found, expected);
}

describe('how sources fit together', () => {
  it('names ids that no entry has, and what was meant', () =>
    check(
      `
      //- /.leadlight/g.yaml
      disable: [errors-are-text, nothing-like-it]
      philosophies:
        - { id: errors-are-texts, title: A, why: W., supersedes: error-are-texts }
      checklists:
        - id: review
          title: Review
          items:
            - { ask: Is it so?, philosophy: errors-are-texts }
            - { ask: Is it not?, philosophy: errors-arent-texts }
      `,
      [
        '.leadlight/g.yaml:3:60 unknown-id: No entry here has the id "error-are-texts". Did you mean "errors-are-texts"? [errors-are-texts]',
        '.leadlight/g.yaml:9:40 unknown-id: No entry here has the id "errors-arent-texts". Did you mean "errors-are-texts"? [errors-are-texts]',
        '.leadlight/g.yaml:1:11 unknown-id: No entry here has the id "errors-are-text". Did you mean "errors-are-texts"? [errors-are-texts]',
        '.leadlight/g.yaml:1:28 unknown-id: No entry here has the id "nothing-like-it".',
      ],
    ));

  it('knows the entries of packs and of outer folders, and of what other tools read', () =>
    check(
      `
      //- /.leadlight/g.yaml
      extends: ./pack
      disable: [of-pack]
      //- /pack/.leadlight/p.yaml
      philosophies: [{ id: of-pack, title: P, why: W. }]
      //- /a/.leadlight/a.yaml
      disable: [of-root, agents.of-agents]
      //- /.leadlight/root.yaml
      philosophies: [{ id: of-root, title: R, why: W. }]
      //- /AGENTS.md
      # Of agents
      Read this.
      `,
      [],
    ));

  it('says nothing of what is missing while a source is broken', () =>
    check(
      `
      //- /.leadlight/g.yaml
      disable: [of-the-other]
      //- /.leadlight/broken.yaml
      philosophies: [{ id: of-the-other, title: "A
      `,
      ['.leadlight/broken.yaml:1:43 yaml-syntax: The quote that opens here is never closed.'],
    ));

  it('names references to what does not hold any more, and what took its place', () =>
    check(
      `
      //- /.leadlight/g.yaml
      philosophies:
        - { id: old, title: O, why: W., status: superseded }
        - { id: older, title: P, why: W., decision: docs/adr/0004-old.md }
        - { id: new, title: N, why: W., supersedes: [older], decision: ADR-4 }
      checklists:
        - id: review
          title: Review
          items:
            - { ask: A?, philosophy: old }
            - { ask: B?, philosophy: older }
      //- /docs/adr/0004-old.md
      # Old
      * Status: superseded by [ADR-0006](0006-new.md)
      //- /docs/adr/0006-new.md
      # New
      * Status: accepted
      `,
      [
        '.leadlight/g.yaml:3:47 superseded-entry: ADR-0004 is superseded by ADR-0006. [docs/adr/0006-new.md]',
        '.leadlight/g.yaml:4:66 superseded-entry: ADR-0004 is superseded by ADR-0006. [ADR-0006]',
        '.leadlight/g.yaml:9:32 superseded-entry: "old" is superseded.',
        '.leadlight/g.yaml:10:32 superseded-entry: "older" is superseded by "new". [new]',
      ],
    ));

  it('names decisions that are called by a name which none has', () =>
    check(
      `
      //- /.leadlight/g.yaml
      philosophies:
        - { id: a, title: A, why: W., decision: ADR-0009 }
        - { id: b, title: B, why: W., decision: the talk of last week }
        - { id: c, title: C, why: W., decision: https://example.com/9 }
      `,
      ['.leadlight/g.yaml:2:43 missing-decision: There is no decision "ADR-0009" here.'],
    ));

  it('names handles that are one slip away from an owner of files, and stand once', () =>
    check(
      `
      //- /.github/CODEOWNERS
      /src/ @priyanka @jon
      //- /src/a.ts
      //- /.leadlight/g.yaml
      areas:
        - { name: Pay, files: src/**, lead: "@priynaka", reviewers: ["@jan", "@nobody"] }
      philosophies:
        - { id: a, title: A, why: W., owner: "@priyankas" }
        - { id: b, title: B, why: W., owner: "@priyankas" }
        - { id: c, title: C, why: W., owner: "@PRIYANKA" }
      `,
      [
        '.leadlight/g.yaml:2:39 unknown-owner: "@priynaka" owns no file. Did you mean "@priyanka"? ["@priyanka"]',
      ],
    ));

  it('says nothing of handles where no file names owners', () =>
    check(
      `
      //- /.leadlight/g.yaml
      areas:
        - { name: Pay, files: "**", lead: "@priynaka", delegate: "@priyanka" }
      `,
      [],
    ));

  it('names tags that are one slip away from what is known', () =>
    check(
      `
      //- /.leadlight/g.yaml
      markers:
        - { tag: FIXEM, means: Wrong. }
        - { tag: SOON, means: Later. }
        - { tag: fixme, means: Wrong. }
      philosophies:
        - { id: a, title: A, why: W., tags: [reliability, speed] }
        - { id: b, title: B, why: W., tags: [reliability] }
        - { id: c, title: C, why: W., tags: [reliabilty, tests] }
      `,
      [
        '.leadlight/g.yaml:2:12 unknown-tag: Nothing else here has the tag "FIXEM". Did you mean "FIXME"? [FIXME]',
        '.leadlight/g.yaml:8:40 unknown-tag: Nothing else here has the tag "reliabilty". Did you mean "reliability"? [reliability]',
      ],
    ));

  it('is told of at most a hundred places in a file', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `none-${index}`).join(', ');
    const { service } = await openFixture(`//- /.leadlight/g.yaml\ndisable: [${ids}]\n`);
    const problems = service.problems();
    assert.equal(problems.length, 101);
    assert.equal(problems.at(-1)?.message, 'There are 50 more problems in this file.');
  });
});

describe('times', () => {
  it('are told where they end before they begin, and where they have passed', () =>
    check(
      `
      //- /src/a.ts
      //- /.leadlight/g.yaml
      areas:
        - name: Pay
          files: src/**
          lead: "@maya"
          away: [{ from: 2026-01-01, to: 2026-01-01 }, { from: 2026-03-02, to: 2026-03-01 }]
      philosophies:
        - id: a
          title: A
          why: W.
          exceptions:
            - { files: src/**, until: 2026-06-14 }
            - { files: src/**, until: 2026-06-15 }
          revisit: 2026-06-15
        - { id: b, title: B, why: W., revisit: 2026-06-16 }
        - { id: c, title: C, why: W., revisit: 2020-01-01, status: superseded }
      `,
      [
        '.leadlight/g.yaml:5:74 bad-period: This time ends on 2026-03-01, before it begins on 2026-03-02, so it never is.',
        '.leadlight/g.yaml:11:33 expired-exception: This exception ended on 2026-06-14: the entry holds in these files again.',
        '.leadlight/g.yaml:13:14 revisit-due: The team wanted to look at this again on 2026-06-15: keep it with a new day, change it, or end it.',
      ],
    ));
});
