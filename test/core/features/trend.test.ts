import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import type { TrendCache } from '../../../src/core/features/blobMarkers';
import { MarkerFlow } from '../../../src/core/features/markerFlow';
import {
  type BlobScanner,
  joinTrends,
  type Trend,
  trendOf,
  type TrendOptions,
} from '../../../src/core/features/trend';
import { languageIdOf } from '../../../src/core/comments/languages';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers, type MarkerTag } from '../../../src/core/markers/findMarkers';
import { fingerprintOf } from '../../../src/core/markers/fingerprint';
import { createFileScanner } from '../../../src/core/markers/scanFile';
import { createSpellingSearch } from '../../../src/core/markers/spellingSearch';
import { createMemoryGit, type MemoryGit } from '../memoryGit';

describe('trendOf', () => {
  let git: MemoryGit;
  beforeEach(() => (git = createMemoryGit()));

  const today = '2024-02-10';
  const trend = async (more: Partial<TrendOptions> = {}): Promise<Trend | undefined> => {
    const found = await trendOf(git, 'file:///w/', {
      tagsFor: () => defaultTags,
      scannerFor,
      points: 20,
      maxBytes: 1000,
      ...more,
    });
    return found && joinTrends([found], { points: more.points ?? 20, today });
  };
  /** `day markers +in -out` */
  const table = async (more?: Partial<TrendOptions>) =>
    (await trend(more))?.points.map(
      ({ day, markers, inflow, outflow }) => `${day.slice(5)} ${markers} +${inflow} -${outflow}`,
    );

  it('counts what is there, what came and what went', async () => {
    git.commit('2024-01-01', { 'a.ts': '// TODO: one\n// FIXME: two' });
    git.commit('2024-01-02', { 'a.ts': '// TODO: one\n// TODO: three', 'b.ts': '// TODO: four' });
    git.commit('2024-01-03', {});
    assert.deepEqual(await table(), ['01-01 2 +0 -0', '01-02 3 +2 -1', '01-03 0 +0 -3']);
    assert.equal((await trend())?.medianAge, undefined);
    assert.equal((await trend())?.partial, undefined);
  });

  it('sees that a marker moved, to another line, file or neighbour', async () => {
    git.commit('2024-01-01', { 'a.ts': '// TODO: one\n// TODO: two', 'b.ts': '' });
    git.commit('2024-01-02', { 'c.ts': 'x\n// TODO:  one', 'b.ts': '// TODO: two' });
    assert.deepEqual(await table(), ['01-01 2 +0 -0', '01-02 2 +0 -0']);
  });

  it('counts markers that say the same', async () => {
    git.commit('2024-01-01', { 'a.ts': '// TODO: x' });
    git.commit('2024-01-02', { 'a.ts': '// TODO: x\n// TODO: x', 'b.ts': '// TODO: x' });
    git.commit('2024-01-03', { 'a.ts': '// TODO: x\n// TODO: x', 'c.ts': '' });
    assert.deepEqual(await table(), ['01-01 1 +0 -0', '01-02 3 +2 -0', '01-03 2 +0 -1']);
  });

  it('tells the median age of what is there today', async () => {
    git.commit('2024-01-01', { 'a.ts': '// TODO: one' });
    git.commit('2024-01-31', { 'a.ts': '// TODO: one', 'b.ts': '// TODO: two' });
    assert.equal((await trend())?.medianAge, 40, 'the older of two');
    git.commit('2024-02-09', { 'b.ts': '// TODO: two', 'c.ts': '// TODO: three\n// TODO: four' });
    assert.equal((await trend())?.medianAge, 1);
  });

  it('counts debt in files that have comments', async () => {
    git.commit('2024-01-01', {
      'a.ts': '// TODO: x\nconst s = "// TODO: y";\n// eslint-disable-line',
      'b.bin': '// TODO: x',
      'c.py': '# TODO: x\n// TODO: y',
    });
    assert.deepEqual(await table(), ['01-01 2 +0 -0']);
    assert.ok(!git.read.includes('// TODO: x'), 'nothing is read of what has no comments');
  });

  it('counts debt in scripts without an extension', async () => {
    git.commit('2024-01-01', { 'bin/run': '#!/bin/sh\n# TODO: x', LICENSE: '# TODO: x' });
    assert.deepEqual(await table({ scannerFor: (tags) => createFileScanner(tags, createSpellingSearch) }), [
      '01-01 1 +0 -0',
    ]);
  });

  it('scans each content once, however many commits hold it', async () => {
    const cache: TrendCache = new Map();
    for (let day = 1; day < 9; day += 1)
      git.commit(`2024-01-0${day}`, {
        'a.ts': '// TODO: x',
        'b.ts': '// TODO: x',
        'c.ts': `// TODO: ${day}`,
      });
    await table({ cache });
    assert.equal(git.read.length, 9);
    assert.deepEqual(await table({ cache }), await table());
    assert.equal(git.read.length, 9 + 9, 'with the cache, nothing was read');
    const saved: TrendCache = new Map(
      (
        JSON.parse(JSON.stringify([...cache].map(([key, blobs]) => [key, [...blobs]]))) as [
          string,
          [string, string[]][],
        ][]
      ).map(([key, blobs]) => [key, new Map(blobs)]),
    );
    assert.equal((await table({ cache: saved }))?.length, 8);
    assert.equal(git.read.length, 18);
  });

  it('knows one content by language and by tags', async () => {
    const note: readonly MarkerTag[] = [{ tag: 'NOTE', kind: 'debt' }];
    git.commit('2024-01-01', {
      'a.ts': '// TODO: x\n# NOTE: y',
      'a.py': '// TODO: x\n# NOTE: y',
      'b/a.py': '// TODO: x\n# NOTE: y',
    });
    assert.deepEqual(await table({ tagsFor: (path) => (path.startsWith('b/') ? note : defaultTags) }), [
      '01-01 2 +0 -0',
    ]);
    assert.equal(git.read.length, 1);
  });

  it('looks anew where the same tags count at other places of Markdown', async () => {
    git.commit('2024-01-01', { 'a.md': '# TODO x\n\nTODO y\n', 'b/a.md': '# TODO x\n\nTODO y\n' });
    const cache: TrendCache = new Map();
    const tags = (markdown: 'headings' | 'prose'): readonly MarkerTag[] => [
      { tag: 'TODO', kind: 'debt', markdown },
    ];
    const markers = async (outer: readonly MarkerTag[], inner: readonly MarkerTag[]) => {
      const tagsFor = (path: string) => (path.startsWith('b/') ? inner : outer);
      const scanner = (found: readonly MarkerTag[]) => createFileScanner(found, createSpellingSearch);
      return (await trend({ cache, tagsFor, scannerFor: scanner }))?.points.at(-1)?.markers;
    };
    assert.equal(await markers(tags('headings'), tags('prose')), 3);
    assert.equal(await markers(tags('prose'), tags('prose')), 4);
    assert.equal(await markers(tags('headings'), tags('headings')), 2);
  });

  it('says what it does not know', async () => {
    git.partial = 'Shallow.';
    git.commit('2024-01-01', { 'a.ts': '// TODO: x', 'b.ts': '// TODO: y' });
    git.lacking.add('// TODO: x');
    assert.deepEqual(await table(), ['01-01 1 +0 -0']);
    assert.equal(
      (await trend())?.partial,
      'Shallow. 1 file is left out today, for being too large or not stored here.',
    );
    git.sampleHistory = async () => undefined;
    assert.equal(await trend(), undefined);
  });

  it('forgets what no commit that it looks at holds any more', async () => {
    const cache: TrendCache = new Map();
    for (let day = 1; day < 4; day += 1) {
      git.commit(`2024-01-0${day}`, { 'a.ts': `// TODO: ${day}` });
      await table({ cache, points: 2 });
    }
    assert.deepEqual(
      [...cache.values()].flatMap((blobs) => [...blobs.keys()]),
      ['// TODO: 2', '// TODO: 3'],
    );
  });

  it('tells how far it is, and stops when cancelled', async () => {
    for (let day = 1; day < 4; day += 1) git.commit(`2024-01-0${day}`, { 'a.ts': `// TODO: ${day}` });
    const told: string[] = [];
    const cancel = new AbortController();
    const onProgress = (done: number, all: number) => {
      told.push(`${done}/${all}`);
      if (done === 2) cancel.abort();
    };
    const cache: TrendCache = new Map();
    assert.equal(await trend({ onProgress, signal: cancel.signal, cache }), undefined);
    assert.deepEqual(told, ['1/3', '2/3']);
    assert.ok([...cache.values()].some((blobs) => blobs.has('// TODO: 2')));
  });
});

describe('joinTrends', () => {
  const step = fc.record({ inflow: fc.nat(9), outflow: fc.nat(9), day: fc.integer({ min: 1, max: 28 }) });
  const folder = fc.array(step, { maxLength: 12 }).map((steps) => ({
    points: steps
      .map(({ day, ...flow }) => ({
        day: `2024-01-${`${day}`.padStart(2, '0')}`,
        commit: 'c',
        markers: 0,
        ...flow,
      }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    since: [],
  }));

  it('has few points in order, and the books are kept up to the last day', () => {
    fc.assert(
      fc.property(fc.array(folder, { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (trends, most) => {
        const { points } = joinTrends(trends, { points: most, today: '2024-02-01' });
        const all = trends.flatMap((trend) => trend.points);
        assert.ok(points.length <= most);
        assert.deepEqual(
          points.map(({ day }) => day),
          points.map(({ day }) => day).toSorted(),
        );
        assert.equal(
          points.at(-1)?.day,
          all
            .map(({ day }) => day)
            .toSorted()
            .at(-1),
        );
        const sum = all.reduce((total, { inflow, outflow }) => total + inflow - outflow, 0);
        assert.equal(points.at(-1)?.markers ?? 0, sum);
        for (const [index, { markers, inflow, outflow }] of points.entries())
          if (index > 0) assert.equal(markers, points[index - 1]!.markers + inflow - outflow);
      }),
    );
  });

  it('says each reason for less once, and the median age of all markers', () => {
    const one = { points: [], since: ['2024-01-01', '2024-01-31'], partial: 'Shallow.' };
    const { medianAge, partial } = joinTrends([one, { ...one, since: ['2024-01-30'] }], {
      points: 9,
      today: '2024-02-01',
    });
    assert.deepEqual({ medianAge, partial }, { medianAge: 2, partial: 'Shallow.' });
  });
});

describe('MarkerFlow', () => {
  it('keeps the books', () => {
    const bag = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(bag, { minLength: 1, maxLength: 6 }), (bags) => {
        const flow = new MarkerFlow();
        let before: readonly string[] = [];
        for (const [index, now] of bags.entries()) {
          const step = flow.step(`2024-01-0${index + 1}`, { came: now, went: before });
          assert.equal(step.markers, now.length);
          assert.equal(step.inflow - step.outflow, now.length - before.length);
          const common = ['a', 'b', 'c', 'd'].reduce(
            (sum, mark) => sum + Math.min(count(now, mark), count(before, mark)),
            0,
          );
          assert.equal(step.inflow, now.length - common);
          before = now;
        }
        assert.equal(flow.days.length, before.length);
      }),
    );
  });
});

function scannerFor(tags: readonly MarkerTag[]): BlobScanner {
  return (bytes, path) => {
    const text = new TextDecoder().decode(bytes);
    const markers = findMarkers(text, scanRegions(text, languageIdOf(path)), tags);
    return { markers: markers.map((marker) => ({ kind: marker.kind, fingerprint: fingerprintOf(marker) })) };
  };
}

function count(bag: readonly string[], mark: string): number {
  return bag.filter((other) => other === mark).length;
}
