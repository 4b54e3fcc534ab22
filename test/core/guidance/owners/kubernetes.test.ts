import assert from 'node:assert/strict';
import { areasAt } from '../../../../src/core/match/scope';
import { openFixture, problemLines } from '../../workspace';

async function ownersOf(fixture: string) {
  const { service } = await openFixture(fixture);
  const [guidance] = service.guidance();
  return {
    owners: (path: string) =>
      areasAt(guidance!, path).map(({ title, leads }) => `${title}: ${leads.join(' ')}`),
    problems: problemLines(service.problems()),
  };
}

describe('OWNERS of Kubernetes', () => {
  it('are the area of their folder, the nearest first, with the people behind an alias', async () => {
    const { owners, problems } = await ownersOf(`
//- /OWNERS_ALIASES
aliases:
  sig-api:
    - ann
    - ben
  empty:
//- /OWNERS
approvers:
  - sig-api
  - cleo # the lead
reviewers: [dan]
labels: [kind/api]
options: { no_parent_owners: true }
//- /pkg/api/OWNERS
reviewers: [eve]
approvers: [eve, sig-api, eve@example.org]
//- /pkg/api/a.go
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(owners('main.go'), ['w: @ann @ben @cleo']);
    assert.deepEqual(owners('pkg/api/a.go'), ['api: @eve @ann @ben eve@example.org']);
    assert.deepEqual(owners('pkg/b.go'), ['w: @ann @ben @cleo']);
  });

  it('hold by the filters that they write', async () => {
    const { owners, problems } = await ownersOf(`
//- /OWNERS
filters:
  ".*":
    approvers: [all]
  "\\\\.go$":
    approvers: [gopher]
  "(?=x)":
    approvers: [nobody]
  "^docs/":
    labels: [docs]
//- /a.go
`);
    assert.deepEqual(owners('x/a.go'), ['\\.go$: @gopher', '.*: @all']);
    assert.deepEqual(owners('docs/a.md'), ['.*: @all']);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /^OWNERS:7:\d+ bad-pattern: /);
  });

  for (const [name, text] of [
    ['of Chromium', 'set noparent\nann@chromium.org\nper-file *.cc=ben@chromium.org\n'],
    ['with a list of names', '- ann\n- ben\n'],
    ['of reviewers only', 'reviewers: [ann]\n'],
    ['with nothing in it', ''],
    ['with values of another type', 'approvers: ann\nfilters: 3\n'],
  ] as const) {
    it(`${name} say nothing`, async () => {
      const { owners, problems } = await ownersOf(`//- /OWNERS\n${text}//- /a.go\n`);
      assert.deepEqual([owners('a.go'), problems], [[], []]);
    });
  }
});
