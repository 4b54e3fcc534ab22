import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { readLeadlight } from '../../../src/core/guidance/leadlight';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';
import { tagsOf } from '../../../src/core/markers/policies';
import type { Policy } from '../../../src/core/markers/policy';
import { createCompilers } from '../../../src/core/match/compilers';
import { scopeAt } from '../../../src/core/match/scope';

const compilers = createCompilers();

/** The policies in a folder, where `markers` is written there and `outer` above it, as YAML flow. */
function policiesIn(markers: string, outer = ''): readonly Policy[] {
  const sources = [
    { folder: 'memfs:/w/', text: `markers: [${outer}]` },
    { folder: 'memfs:/w/a/', text: `markers: [${markers}]` },
  ].map(({ folder, text }) => ({
    source: readLeadlight({ uri: `${folder}.leadlight/g.yaml`, folder, linkBase: folder, text, compilers }),
    rank: 0,
  }));
  assert.deepEqual(
    sources.flatMap(({ source }) => source.problems),
    [],
  );
  const guidance = assembleGuidance('memfs:/w/', sources);
  return scopeAt(guidance, { path: 'a/b.ts', languageId: 'typescript', today: '2026-11-22' }).policies;
}

function spellings({ tag, aliases }: Pick<Policy, 'tag' | 'aliases'>): string {
  return [tag, ...aliases].join(' ');
}

const defaults = policiesIn('');

describe('policiesFor nobody', () => {
  it('has the default tags, as hints that require nothing', () => {
    assert.deepEqual(
      defaults.map(({ tag, kind, means }) => ({ tag, kind, means })),
      defaultTags.map(({ tag, kind, means }) => ({ tag, kind, means })),
    );
    for (const { require, expires, level, markdown, entry } of defaults) {
      assert.deepEqual(
        [require, expires, level, markdown, entry],
        [[], undefined, 'hint', 'none', undefined],
      );
    }
  });
});

describe('policiesFor a team', () => {
  it('replaces a default whole, and keeps its aliases', () => {
    const [todo, ...others] = policiesIn(
      '{ tag: TODO, means: Later., require: [owner], expires: 90d, level: warning }',
    );
    assert.equal(todo?.entry?.id, 'todo');
    assert.deepEqual(
      { ...todo, entry: undefined },
      {
        tag: 'TODO',
        aliases: ['@todo'],
        kind: 'debt',
        means: 'Later.',
        require: ['owner'],
        expires: '90d',
        level: 'warning',
        markdown: 'none',
        entry: undefined,
      },
    );
    assert.deepEqual(
      others,
      defaults.filter(({ tag }) => tag !== 'TODO'),
    );
  });

  it('puts the nearest first, and takes it whole', () => {
    const policies = policiesIn(
      '{ tag: TODO, means: Inner. }, { tag: NOTE, means: N. }',
      '{ tag: FIXME, means: F. }, { tag: TODO, means: Outer., require: [owner], expires: 1y }',
    );
    assert.deepEqual(
      policies.slice(0, 4).map(({ tag, means }) => [tag, means]),
      [
        ['TODO', 'Inner.'],
        ['NOTE', 'N.'],
        ['FIXME', 'F.'],
        ['HACK', 'This works, by means that nobody should copy.'],
      ],
    );
    assert.deepEqual([policies[0]?.require, policies[0]?.expires], [[], undefined]);
  });

  it('gives an alias of a default that is a tag now to its own policy', () => {
    const policies = policiesIn(
      '{ tag: "@ts-ignore", kind: suppression, means: A. }, { tag: eslint-disable-line, kind: suppression, means: B. }',
    );
    const shown = policies.map(spellings).filter((each) => /@ts-|eslint/.test(each));
    assert.deepEqual(shown, [
      '@ts-ignore @ts-expect-error @ts-nocheck',
      'eslint-disable-line',
      'eslint-disable eslint-disable-next-line',
    ]);
  });

  it('gives an alias to the nearest that names it', () => {
    const policies = policiesIn(
      '{ tag: A, aliases: [X, "@todo"], means: A. }',
      '{ tag: X, means: X. }, { tag: B, aliases: [X, Y], means: B. }',
    );
    const shown = policies.map(spellings).slice(0, 3);
    assert.deepEqual(shown, ['A X @todo', 'B Y', 'TODO']);
  });

  it('replaces a default whose tag is an alias now', () => {
    const policies = policiesIn('{ tag: LATER, aliases: [TODO], means: L. }');
    assert.deepEqual(policies.map(spellings).slice(0, 2), ['LATER TODO @todo', 'FIXME @fixme']);
  });

  it('replaces a debt tag that the team writes in another case', () => {
    const policies = policiesIn('{ tag: todo, means: L. }');
    assert.deepEqual(policies.map(spellings).slice(0, 2), ['todo TODO @todo', 'FIXME @fixme']);
  });

  it('takes a tag that suppresses by default for one that suppresses', () => {
    const kinds = policiesIn(
      '{ tag: eslint-disable, means: A. }, { tag: "@ts-expect-error", means: B. }, { tag: NOTE, means: C. }',
    );
    assert.deepEqual(
      kinds.slice(0, 3).map(({ kind }) => kind),
      ['suppression', 'suppression', 'debt'],
    );
  });

  it('never has a spelling twice', () => {
    const policies = policiesIn(
      '{ tag: A, aliases: [A, B, B, TODO], means: A. }, { tag: noqa, means: N. }',
      '{ tag: B, aliases: [A, C], means: B. }, { tag: TODO, means: T. }, { tag: "type: ignore", aliases: [nolint], means: C. }',
    );
    const all = policies.flatMap(({ tag, aliases }) => [tag, ...aliases]);
    assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted());
  });
});

describe('tagsOf', () => {
  it('is what is looked for', () => {
    const text = '// NOTE a\n// @todo b\n// eslint-disable-line c\n// NB d';
    const policies = policiesIn('{ tag: NOTE, aliases: [NB], means: N. }');
    const found = findMarkers(text, scanRegions(text, 'typescript'), tagsOf(policies));
    assert.deepEqual(
      found.map(({ tag }) => tag),
      ['NOTE', 'TODO', 'eslint-disable', 'NOTE'],
    );
  });
});
