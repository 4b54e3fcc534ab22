import assert from 'node:assert/strict';
import { partItems, philosophyItems } from '../../../src/client/setUp/setUpItems';
import type { SetUpFound } from '../../../src/core/authoring/setup/found';

const philosophy = (id: string, isFirst = false) => ({
  id,
  title: `On ${id}`,
  why: `Why ${id}.`,
  text: '',
  isFirst,
});
const found: SetUpFound = {
  folder: 'file:///w/',
  taken: [],
  has: [],
  groups: [
    { title: 'Testing', philosophies: [philosophy('seen', true), philosophy('flaky')] },
    { title: 'Debt', philosophies: [philosophy('short')] },
  ],
  questions: [{ id: 'why', text: '' }],
  repository: {
    commands: [
      { kind: 'install', run: 'npm ci', from: 'package.json' },
      { kind: 'test', run: 'npm test', from: 'package.json' },
    ],
    tools: [],
    suppressions: ['eslint-disable'],
  },
};
/** `[x] Areas: 2 areas ...`, in order. */
const shown = (change: Partial<SetUpFound> = {}) =>
  partItems({ ...found, ...change }).map(
    ({ label, detail, picked }) => `[${picked ? 'x' : ' '}] ${label}: ${detail}`,
  );

describe('what set-up offers', () => {
  it('says what was found for each part', () => {
    assert.deepEqual(shown(), [
      '[x] Philosophies: Beliefs with their reasons, 3 to choose from in the next step',
      '[x] Review checklist: 1 question, each asked of the changes that it fits',
      '[x] First-day walkthrough: A draft with what was found here: npm ci, npm test',
      '[x] Debt policy: What TODO, FIXME, HACK and eslint-disable mean here, and have to say',
    ]);
    assert.match(
      shown({ repository: { commands: [], tools: [], suppressions: [] } })[2]!,
      /A draft to fill in: nothing here tells a command$/,
    );
  });

  it('ticks areas where they were made of what several people did', () => {
    const area = { name: 'Cart', files: ['cart/**'] };
    const areas = (from: 'git' | 'codeowners', count: number) =>
      shown({ areas: { from, areas: Array.from({ length: count }, () => area) } }).at(-1);
    assert.equal(
      areas('git', 2),
      '[x] Areas: 2 areas from who committed where: a guess with names, to be checked',
    );
    assert.match(areas('git', 1)!, /^\[ \] Areas: 1 area from/);
    assert.match(areas('codeowners', 2)!, /^\[ \] Areas: 2 areas as in CODEOWNERS/);
  });

  it('leaves out what the folder has, and ticks nothing more of what it has begun', () => {
    assert.deepEqual(partItems({ ...found, has: ['checklist', 'walkthrough', 'markers'], groups: [] }), []);
    const groups = [{ title: 'Testing', philosophies: [philosophy('flaky')] }];
    assert.match(shown({ groups })[0]!, /^\[ \] Philosophies: .* 1 to choose/);
  });

  it('has all philosophies in their groups, and ticks the first of each', () => {
    assert.deepEqual(
      philosophyItems(found).map(({ begins = '', id, picked }) => `${begins} ${id} ${String(picked)}`.trim()),
      ['Testing seen true', 'flaky false', 'Debt short false'],
    );
  });
});
