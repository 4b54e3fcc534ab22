import assert from 'node:assert/strict';
import type { BlameState } from '../../../src/core/features/judgeMarker';
import { openFixture } from '../workspace';
import { blamingGit, settled } from './blamingGit';

const guidance = (level: string) => `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, means: M., require: [owner, issue], expires: 30d, level: ${level} }
  - { tag: eslint-disable, kind: suppression, means: M., require: [reason], level: ${level} }
`;

const old: BlameState = {
  lines: [{ commit: 'c0ffee', author: 'A', email: 'a@example.com', day: '2026-01-01' }],
};

/** The notices of a line: `level id "text of its range": message`. */
async function notices(
  code: string,
  { level = 'warning', blame }: { readonly level?: string; readonly blame?: BlameState } = {},
): Promise<readonly string[]> {
  const { service, open } = await openFixture(`${guidance(level)}//- /a.ts\n${code}\n`, {
    ...(blame && { git: blamingGit(blame) }),
  });
  const document = await open('a.ts');
  service.documents.notices(document);
  await settled();
  return service.documents
    .notices(document)
    .map(
      ({ level: shown, id, range, message, source }) =>
        `${shown} ${id} "${document.getText(range)}": ${message} (${source?.label ?? '-'})`,
    );
}

describe('notices of markers', () => {
  it('say what to add, on the tag', async () => {
    assert.deepEqual(await notices('f(); // TODO: x'), [
      'warning todo "TODO": TODO: add an owner and an issue, as agreed here. (.leadlight/a.yaml:2)',
    ]);
    assert.deepEqual(await notices('// TODO(@maya): x', { level: 'info' }), [
      'info todo "TODO": TODO: add an issue, as agreed here. (.leadlight/a.yaml:2)',
    ]);
    assert.deepEqual(await notices('// eslint-disable no-x'), [
      'warning eslint-disable "eslint-disable": eslint-disable: add a reason, as agreed here. (.leadlight/a.yaml:3)',
    ]);
  });

  it('say what is overdue, by its date or by its age', async () => {
    assert.deepEqual(await notices('// TODO(@maya, #1, 2026-06-14): x'), [
      'warning todo "TODO": TODO: overdue since 2026-06-14: do it, or agree on a new due date. (.leadlight/a.yaml:2)',
    ]);
    assert.deepEqual(await notices('// TODO(#1): x', { blame: old }), [
      'warning todo "TODO": TODO: add an owner, as agreed here; overdue since 2026-01-31: do it, or agree on a new due date. (.leadlight/a.yaml:2)',
    ]);
  });

  it('are none for a marker that keeps its policy, or whose age is not known yet', async () => {
    for (const blame of [undefined, 'loading'] as const)
      assert.deepEqual(await notices('// TODO(@maya, #1): x', blame && { blame }), []);
    assert.deepEqual(await notices('// TODO(@maya, #1, 2026-06-15): x', { blame: old }), []);
  });

  it('are none at the levels hint and none, where no team wrote, and where the line is excused', async () => {
    assert.deepEqual(await notices('// TODO: x', { level: 'hint' }), []);
    assert.deepEqual(await notices('// TODO: x', { level: 'none' }), []);
    assert.deepEqual(await notices('// HACK: x'), []);
    assert.deepEqual(await notices('// leadlight-ignore todo: soon\n// TODO: x'), []);
  });

  it('ask git only where a marker can expire', async () => {
    let asked = 0;
    const git = blamingGit(old, () => void asked++);
    const fixture = (code: string) => `${guidance('warning')}//- /a.ts\n${code}\n`;
    const count = async (code: string) => {
      const { service, open } = await openFixture(fixture(code), { git });
      asked = 0;
      service.documents.notices(await open('a.ts'));
      return asked;
    };
    assert.equal(await count('// TODO(2027-01-01): x\n// HACK: y'), 0);
    assert.equal(await count('// TODO: x'), 1);
  });
});
