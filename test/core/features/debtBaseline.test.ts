import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  baselineFile,
  baselineOf,
  compareBaseline,
  type CountedMarker,
  type DebtBaseline,
  readBaseline,
  wasBaseline,
} from '../../../src/core/features/debtBaseline';

/** Names that objects, JSON and sorting could stumble over, among any others. */
const name = fc.oneof(
  fc.constantFrom('src', '__proto__', 'constructor', '7', 'a.b', 'é', 'e\u0301', '"', '\\', '\n', '\u202e'),
  fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.includes('/')),
);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const marker: fc.Arbitrary<CountedMarker> = fc.record({
  path,
  tag: fc.oneof(fc.constantFrom('TODO', 'FIXME', 'type: ignore'), name),
  kind: fc.constantFrom('debt', 'suppression'),
});
const markers = fc.array(marker, { maxLength: 30 });
const kinds = fc.constantFrom<readonly CountedMarker['kind'][]>(
  ['debt'],
  ['suppression'],
  ['debt', 'suppression'],
);

function written(baseline: DebtBaseline): DebtBaseline {
  const reading = readBaseline(baselineFile(baseline));
  assert.equal(reading.kind, 'baseline');
  return reading.baseline;
}

describe('baselines', () => {
  it('count markers by folder and tag, without suppressions', () => {
    const found: CountedMarker[] = [
      { path: 'src/b.ts', tag: 'TODO', kind: 'debt' },
      { path: 'main.ts', tag: 'HACK', kind: 'debt' },
      { path: 'src/a.ts', tag: 'TODO', kind: 'debt' },
      { path: 'src/a.ts', tag: 'FIXME', kind: 'debt' },
      { path: 'src/a.ts', tag: 'noqa', kind: 'suppression' },
    ];
    assert.equal(
      baselineFile(baselineOf(found)),
      `{
  "version": 1,
  "kinds": ["debt"],
  "folders": {
    ".": {
      "HACK": 1
    },
    "src": {
      "FIXME": 1,
      "TODO": 2
    }
  }
}
`,
    );
    assert.match(baselineFile(baselineOf(found, ['suppression'])), /"src": \{\n {6}"noqa": 1\n {4}\}/);
    assert.match(baselineFile(baselineOf([])), /"folders": \{\}\n\}\n$/);
  });

  it('say in which folder and tag there is more, and where less', () => {
    const at = (file: string, tag: string): CountedMarker => ({ path: file, tag, kind: 'debt' });
    const baseline = baselineOf([at('src/a.ts', 'TODO'), at('src/a.ts', 'TODO'), at('old/a.ts', 'HACK')]);
    assert.deepEqual(
      compareBaseline(baseline, [at('src/b.ts', 'TODO'), at('src/b.ts', 'FIXME'), at('a.ts', 'TODO')]),
      {
        grown: [
          { folder: '.', tag: 'TODO', allowed: 0, found: 1, markers: [at('a.ts', 'TODO')] },
          { folder: 'src', tag: 'FIXME', allowed: 0, found: 1, markers: [at('src/b.ts', 'FIXME')] },
        ],
        slack: [
          { folder: 'old', tag: 'HACK', allowed: 1, found: 0 },
          { folder: 'src', tag: 'TODO', allowed: 2, found: 1 },
        ],
      },
    );
  });

  it('fit the markers that they were written from, in whatever order these come', () => {
    fc.assert(
      fc.property(markers, kinds, fc.infiniteStream(fc.nat()), (found, counted, dice) => {
        const baseline = written(baselineOf(found, counted));
        assert.deepEqual(compareBaseline(baseline, found), { grown: [], slack: [] });
        const shuffled = found
          .map((each) => ({ each, place: dice.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        assert.equal(baselineFile(baselineOf(shuffled, counted)), baselineFile(baseline));
      }),
    );
  });

  it('are exceeded by each marker that comes, and slack by each that goes', () => {
    fc.assert(
      fc.property(markers, marker, kinds, (found, one, counted) => {
        const isCounted = counted.includes(one.kind);
        const few = written(baselineOf(found, counted));
        const { grown, slack } = compareBaseline(few, [...found, one]);
        assert.deepEqual([grown.length, slack.length], [isCounted ? 1 : 0, 0]);
        assert.ok(grown.every(({ allowed, found: now }) => now === allowed + 1));
        assert.ok(grown.every(({ markers: all, found: now }) => all.includes(one) && all.length === now));
        const many = written(baselineOf([...found, one], counted));
        const after = compareBaseline(many, found);
        assert.deepEqual([after.grown.length, after.slack.length], [0, isCounted ? 1 : 0]);
        assert.ok(
          after.slack.every(({ tag, allowed, found: now }) => tag === one.tag && now === allowed - 1),
        );
      }),
    );
  });

  it('are read whatever their file holds, with a reason where it is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const reading = readBaseline(text);
        assert.ok(reading.kind === 'refused' && reading.reason !== '');
      }),
    );
    const reasonOf = (value: unknown) => {
      const reading = readBaseline(typeof value === 'string' ? value : JSON.stringify(value));
      return reading.kind === 'refused' ? reading.reason : undefined;
    };
    const folders = { src: { TODO: 1 } };
    assert.equal(reasonOf({ version: 1, kinds: ['debt'], folders }), undefined);
    assert.equal(reasonOf('{\n<<<<<<< ours\n'), 'holds the marks of a merge conflict');
    assert.equal(reasonOf('{'), 'is not JSON');
    assert.match(reasonOf({ name: 'package' })!, /^is not a baseline: /);
    assert.equal(reasonOf({ version: 2, kinds: ['debt'], folders }), 'is not of version 1');
    assert.match(reasonOf({ version: 1, kinds: [], folders })!, /^names kinds /);
    assert.match(reasonOf({ version: 1, kinds: ['debt', 'credit'], folders })!, /^names kinds /);
    assert.match(reasonOf({ version: 1, kinds: ['debt'], folders: { src: 3 } })!, /the folder "src"$/);
    for (const count of [-1, 0.5, '1', null, 1e300]) {
      const wrong = { version: 1, kinds: ['debt'], folders: { src: { TODO: count } } };
      assert.match(reasonOf(wrong)!, /^has no count for "TODO" in the folder "src"$/);
    }
  });

  it('are known by how they begin, broken or not', () => {
    const file = baselineFile(baselineOf([]));
    assert.ok(wasBaseline(file));
    assert.ok(wasBaseline(file.replace('"folders": {}', '<<<<<<< ours\n')));
    assert.ok(!wasBaseline('{\n  "name": "shop",\n  "version": 1,\n  "kinds": []\n}\n'));
    assert.ok(!wasBaseline(''));
  });
});
