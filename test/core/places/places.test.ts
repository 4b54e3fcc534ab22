import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Governing } from '../../../src/core/guidance/guidance';
import { compileMatcher } from '../../../src/core/match/documentMatches';
import { scopeAt } from '../../../src/core/match/scope';
import { countedSelector } from '../../../src/core/places/countedSelector';
import { type CountPlan, workBetween } from '../../../src/core/places/countWork';
import { createFileCounter } from '../../../src/core/places/fileCounter';
import { compileLiteralBytes } from '../../../src/core/places/literalBytes';
import { openFixture } from '../workspace';

describe('literals in bytes', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '_', '1', 'k', 'é', ' '), maxLength: 5 });

  it('are reported where they stand, each once', () => {
    const literals = fc.array(
      fc.record({ text: word.filter((text) => text !== ''), ignoreCase: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(literals, fc.array(word, { maxLength: 20 }), (wanted, words) => {
        const text = words.join('');
        const found: number[] = [];
        compileLiteralBytes(wanted)(new TextEncoder().encode(text), (literal) => found.push(literal));
        assert.equal(new Set(found).size, found.length);
        for (const [index, { text: literal, ignoreCase }] of wanted.entries()) {
          const stands = ignoreCase
            ? text.toLowerCase().includes(literal.toLowerCase())
            : text.includes(literal);
          assert.ok(!stands || found.includes(index), `${literal} in ${text}`);
          const isSure = /^[\x20-\x7e]{3,}$/.test(literal) && !(ignoreCase && /k/i.test(literal));
          assert.ok(stands || !isSure || !found.includes(index), `no ${literal} in ${text}`);
        }
      }),
    );
  });
});

describe('places in files', () => {
  const guidance = `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: calls, title: A, why: W, applies: { symbols: [fetch, "Date.*"] } }
        - { id: words, title: A, why: W, applies: { text: "fet\\\\w+|(?i)TASK", in: comment } }
        - { id: any, title: A, why: W, applies: { text: "a.c", in: any } }
        - { id: loose, title: A, why: W, applies: { text: '\\d+' } }
        - { id: lines, title: A, why: W, applies: { text: 'do\\s+done', in: any } }
        - { id: modules, title: A, why: W, applies: { imports: [moment, "./src/db/*", "lib*"] } }
`;

  it('are as many as an editor shows', async () => {
    const { service } = await openFixture(`${guidance}      //- /src/a.ts\n`);
    const [snapshot] = service.guidance();
    const path = 'src/a.ts';
    const scope = scopeAt(snapshot!, { path, languageId: 'typescript', today: '2026-06-15' });
    const governing: readonly Governing[] = scope.governing;
    const selectors = governing.map((each) => countedSelector(each)!);
    const matcher = compileMatcher({ ...scope, terms: [], policies: [] });
    const counter = createFileCounter(selectors, undefined);
    const all = new Set(selectors.keys());
    const piece = fc.constantFrom(
      ...[
        'fetch',
        'x',
        '$',
        '𝒳',
        'fetch()',
        ' Date.now',
        ' // fetch task',
        "'abc'",
        ' 12',
        '\n',
        '\r\n',
        '\r',
        'do',
        'done',
        'é😀',
      ],
      ...[
        "import moment from 'moment';",
        "import x from './db/pool';",
        "import y from 'library';",
        '/*',
        '*/',
        '`',
      ],
      ...['// leadlight-ignore calls, any: no', '"', ' '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const document = TextDocument.create('file:///w/src/a.ts', 'typescript', 1, text);
        const input = { path, findings: [], isOverdue: () => false };
        const { matches } = matcher.follow('typescript').find(document, input);
        const expected = governing.map(
          ({ entry }) => matches.filter((match) => match.entry === entry).length,
        );
        const counts = new Map(counter.inBytes(new TextEncoder().encode(text), path, all));
        assert.deepEqual(
          governing.map((_, index) => counts.get(index) ?? 0),
          expected,
          JSON.stringify(text),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('are none in what is binary', () => {
    const selector = { id: 'a', folderPath: '', text: ['a'], in: 'any', imports: [], symbols: [] } as const;
    const counter = createFileCounter([selector], undefined);
    const count = (bytes: readonly number[]) => counter.inBytes(Uint8Array.from(bytes), 'a', new Set([0]));
    assert.deepEqual(count([0x61, 0x61]), [[0, 2]]);
    assert.deepEqual(count([0x61, 0]), []);
  });
});

describe('what is left to count', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });
  const files = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's', 't'), keys);
  const planOf = (wanted: Readonly<Record<string, readonly string[]>>): CountPlan => {
    const paths = Object.keys(wanted).sort();
    return { files: paths, setOf: Uint32Array.from(paths.keys()), sets: paths.map((path) => wanted[path]!) };
  };

  it('leads from any plan to any other', () =>
    fc.assert(
      fc.asyncProperty(
        files,
        files,
        fc.array(fc.constantFrom<string[]>('p', 'q', 'z')),
        async (before, after, touched) => {
          const { targets, sets, dropped, droppedSets } = await workBetween(planOf(before), planOf(after), {
            touched: new Set(touched),
            turns: { now: () => 0 },
          });
          const counted = new Set(
            Object.entries(before).flatMap(([path, own]) => own.map((key) => `${path} ${key}`)),
          );
          for (const { path, set } of dropped)
            for (const key of droppedSets[set]!) counted.delete(`${path} ${key}`);
          const done = targets.flatMap(({ path, set }) => sets[set]!.map((key) => `${path} ${key}`));
          for (const each of done) {
            assert.ok(
              !counted.has(each) || touched.includes(each.split(' ')[0]!),
              `${each} is counted twice`,
            );
            counted.add(each);
          }
          const expected = Object.entries(after).flatMap(([path, own]) => own.map((key) => `${path} ${key}`));
          assert.deepEqual([...counted].sort(), expected.sort());
          for (const each of expected)
            if (touched.includes(each.split(' ')[0]!)) assert.ok(done.includes(each));
        },
      ),
    ));
});
