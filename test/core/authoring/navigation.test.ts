import assert from 'node:assert/strict';
import type { SourcePlace } from '../../../src/core/authoringNavigation';
import { type FixtureWorkspace, openFixture, textAt } from '../workspace';

const others = `
  //- /.leadlight/review.yaml
  checklists:
    - id: review
      title: Code review
      items:
        - ask: Is the cause kept?
          philosophy: errors-carry-context
  disable: [errors-carry-context]
  //- /packages/api/.leadlight/guidance.yaml
  philosophies:
    - id: api-errors
      title: Errors of the API
      why: Callers see them.
      supersedes: ["errors-carry-context"]
  //- /src/a.ts
  // leadlight-ignore errors-carry-context, other: the gateway does it
  throw error;
  //- /docs/adr/0007-errors.md
  # Errors

  Status: accepted
  //- /docs/domain.md
  # Domain

  ## Settlement

  Money.`;

/** \`path: the line\`, with the place in brackets. */
async function shown(workspace: FixtureWorkspace, places: readonly SourcePlace[]) {
  return Promise.all(places.map((place) => textAt(workspace, place)));
}

async function definition(fixture: string) {
  const workspace = await openFixture(fixture + others);
  const { service, document, offset } = workspace;
  const found = await service.authoring.navigation.definition(document, document.positionAt(offset));
  return found === undefined ? undefined : shown(workspace, found.places);
}

async function references(fixture: string, withDefinition = true) {
  const workspace = await openFixture(fixture + others);
  const { service, document, offset } = workspace;
  const found = await service.authoring.navigation.references(document, document.positionAt(offset), {
    withDefinition,
  });
  return shown(workspace, found);
}

const written = (head: string) => `
  //- /.leadlight/guidance.yaml
  philosophies:
    - ${head}
      title: Errors carry context
      why: Because.
      decision: docs/adr/0007-errors.md
      exemplars: ["src/a.ts#L2"]
`;

describe('navigation in guidance', () => {
  it('goes from a reference to the id', async () => {
    const fixture = `
  //- /.leadlight/more.yaml
  checklists:
    - id: more
      title: More
      items:
        - { ask: Why?, philosophy: errors-carry-$0context }
${written('id: errors-carry-context')}`;
    assert.deepEqual(await definition(fixture), ['.leadlight/guidance.yaml:   - id: [errors-carry-context]']);
  });

  it('goes to the title where the id is made of it', async () => {
    const fixture = `
  //- /.leadlight/more.yaml
  philosophies:
    - id: newer
      title: Newer
      why: Because.
      supersedes: errors-carry-$0context
${written('tags: [errors]')}`;
    assert.deepEqual(await definition(fixture), [
      '.leadlight/guidance.yaml:     title: [Errors carry context]',
    ]);
  });

  it('goes to a page by the name of its file', async () => {
    const fixture = `
  //- /.leadlight/small-steps.md
  ---
  tags: [flow]
  ---
  # Small steps

  Because.
  //- /.leadlight/more.yaml
  disable: [small-$0steps]
`;
    assert.deepEqual(await definition(fixture), ['.leadlight/small-steps.md: [# Small steps]']);
  });

  it('goes from the front matter of a page', async () => {
    const fixture = `
  //- /.leadlight/small-steps.md
  ---
  supersedes: "errors-$0carry-context"
  ---
  # Small steps
${written('id: errors-carry-context')}`;
    assert.deepEqual(await definition(fixture), ['.leadlight/guidance.yaml:   - id: [errors-carry-context]']);
  });

  it('goes from a comment that excuses a place', async () => {
    const fixture = `
  //- /src/b.ts
  // leadlight-ignore other, errors-carry$0-context: it is legacy
${written('id: errors-carry-context')}`;
    assert.deepEqual(await definition(fixture), ['.leadlight/guidance.yaml:   - id: [errors-carry-context]']);
  });

  it('goes to the title of a decision', async () => {
    const fixture = written('id: errors-carry-context').replace('0007', '00$007');
    assert.deepEqual(await definition(fixture), ['docs/adr/0007-errors.md: [# Errors]']);
  });

  it('goes to the lines of an exemplar', async () => {
    const fixture = written('id: errors-carry-context').replace('#L2', '#L$02');
    assert.deepEqual(await definition(fixture), ['src/a.ts: [throw error;]']);
  });

  it('goes to a heading', async () => {
    const fixture = `
  //- /.leadlight/guidance.yaml
  terms:
    - { term: settlement, means: Money., see: docs/domain.md#settle$0ment }
`;
    assert.deepEqual(await definition(fixture), ['docs/domain.md: [## Settlement]']);
  });

  it('goes nowhere out of the workspace, and to no file that is not there', async () => {
    for (const path of ['../$0../etc/passwd', 'docs/no$0ne.md', 'd$0ocs', 'https://example.com/$0a'])
      assert.deepEqual(await definition(written('id: x').replace('docs/adr/0007-errors.md', path)), []);
  });

  it('goes to the nearest of two entries with one id', async () => {
    const fixture = `
  //- /packages/api/.leadlight/more.yaml
  checklists:
    - id: api-review
      title: Review
      items:
        - { ask: Why?, philosophy: errors-carry-$0context }
  philosophies:
    - { id: errors-carry-context, title: Inner, why: Because. }
${written('id: errors-carry-context')}`;
    assert.deepEqual(await definition(fixture), [
      'packages/api/.leadlight/more.yaml:   - { id: [errors-carry-context], title: Inner, why: Because. }',
    ]);
  });

  it('finds all places that name an entry, in code too', async () => {
    const expected = [
      '.leadlight/review.yaml:         philosophy: [errors-carry-context]',
      '.leadlight/review.yaml: disable: [[errors-carry-context]]',
      'packages/api/.leadlight/guidance.yaml:     supersedes: ["[errors-carry-context]"]',
      'src/a.ts: // leadlight-ignore [errors-carry-context], other: the gateway does it',
    ];
    const own = '.leadlight/guidance.yaml:   - id: [errors-carry-context]';
    const fixture = written('id: errors-$0carry-context');
    assert.deepEqual((await references(fixture)).toSorted(), [own, ...expected].toSorted());
    assert.deepEqual((await references(fixture, false)).toSorted(), expected.toSorted());
  });

  it('finds all places that lead to one file, and all that name one person', async () => {
    const fixture = `
  //- /.leadlight/more.yaml
  terms:
    - { term: error, means: A failure., see: docs/adr/00$007-errors.md#errors }
  areas:
    - { name: All, files: "**", lead: "@maya", reviewers: ["@maya", "@jon"] }
${written('id: errors-carry-context')}`;
    assert.deepEqual(
      await references(fixture),
      [
        '.leadlight/more.yaml:   - { term: error, means: A failure., see: [docs/adr/0007-errors.md#errors] }',
        '.leadlight/guidance.yaml:     decision: [docs/adr/0007-errors.md]',
      ].toSorted(),
    );
    assert.deepEqual(
      await references(fixture.replace('00$007', '0007').replace('"@maya", "@jon"', '"@ma$0ya", "@jon"')),
      [
        '.leadlight/more.yaml:   - { name: All, files: "**", lead: "[@maya]", reviewers: ["@maya", "@jon"] }',
        '.leadlight/more.yaml:   - { name: All, files: "**", lead: "@maya", reviewers: ["[@maya]", "@jon"] }',
      ],
    );
  });

  it('says what a source is made of', async () => {
    const { service, document } = await openFixture(`
      //- /.leadlight/guidance.yaml
      # About this file
      # and more
      checklists:
        - id: review
          title: Code review$0
          items:
            - Why?
            - ask: How?
              why: |
                # no comment
                At all.
      terms:
        - term: settlement
`);
    const { navigation } = service.authoring;
    const [checklists, terms] = navigation.outline(document);
    const [review] = checklists!.children;
    assert.deepEqual([checklists!.name, terms!.children[0]!.name], ['checklists', 'settlement']);
    assert.deepEqual([review!.name, review!.detail, review!.range.end.line], ['Code review', 'review', 10]);
    assert.deepEqual(
      review!.children.map(({ name, kind }) => `${kind} ${name}`),
      ['item Why?', 'item How?'],
    );
    assert.deepEqual(
      navigation.folds(document).map(({ start, end, kind }) => `${start}-${end} ${kind}`),
      ['0-1 comment', '2-10 part', '3-10 part', '5-10 part', '7-10 part', '8-10 part', '11-12 part'],
    );
    const [ranges] = navigation.selections(document, [
      document.positionAt(document.getText().indexOf('review') + 2),
    ])!;
    assert.deepEqual(ranges!.map((range) => document.getText(range).split('\n')[0]).slice(0, 4), [
      'review',
      'id: review',
      'id: review',
      '- id: review',
    ]);
  });

  it('knows the entries of the workspace by the letters of their titles', async () => {
    const { service } = await openFixture(written('id: errors-carry-context') + others);
    const found = service.authoring.navigation.entries('ErrCont');
    assert.deepEqual(
      found.map(({ id }) => id),
      ['errors-carry-context'],
    );
  });

  it('leads to paths and addresses', async () => {
    const { service, document } = await openFixture(`
      //- /.leadlight/guidance.yaml
      philosophies:
        - id: a$0
          decision: docs/adr.md
          exemplars: [src/none.ts, docs/adr.md#L1, "../x"]
      changes:
        - { id: b, tracking: "https://example.com/12" }
      //- /docs/adr.md
      # A
`);
    assert.deepEqual(
      service.authoring.navigation
        .links(document)
        .map(({ range, uri }) => `${document.getText(range)} ${uri}`),
      [
        'docs/adr.md file:///w/docs/adr.md',
        'docs/adr.md#L1 file:///w/docs/adr.md#L1',
        'https://example.com/12 https://example.com/12',
      ],
    );
  });
});
