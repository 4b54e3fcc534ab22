import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { fixesAt, type MarkerFix } from '../../../src/core/features/markerFixes';
import { compileTags } from '../../../src/core/markers/findMarkers';
import { judge } from '../../../src/core/markers/judge';
import { type Marker, markerParts } from '../../../src/core/markers/marker';
import { policiesFor, tagsOf } from '../../../src/core/markers/policies';
import { openFixture } from '../workspace';

const guidance = `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, means: Later., require: [owner, due], expires: 6mo }
  - { tag: eslint-disable, aliases: [eslint-disable-next-line], kind: suppression, means: M., require: [reason] }
areas:
  - { name: Prices, files: "**", lead: "@ines", delegate: "@jon", away: [{ from: 2026-06-01, to: 2026-06-30 }] }
`;

/** The lines that the fixes at `$0` lead to, `|` where a person writes the rest; what is not missing is in brackets. */
async function fixed(code: string, path = 'a.ts', me: readonly string[] = []): Promise<readonly string[]> {
  const { service, document, offset } = await openFixture(`${guidance}//- /${path}\n${code}\n`);
  const text = document.getText();
  const line = document.positionAt(offset).line;
  return service.documents.fixes(document, document.positionAt(offset), me).map((fix) => {
    const lines = `${text.slice(0, fix.start)}${withCursor(fix)}${text.slice(fix.end)}`.split('\n');
    const result = lines[line]!.trimEnd();
    return fix.isWanted ? result : `[${result}]`;
  });
}

function withCursor({ text, blank }: MarkerFix): string {
  return blank === undefined ? text : `${text.slice(0, blank)}|${text.slice(blank)}`;
}

const leadsTo =
  (code: string, ...expected: readonly string[]) =>
  async () =>
    assert.deepEqual(await fixed(code), expected);

describe('fixes of a marker', () => {
  it(
    'write in brackets behind the tag, what is missing first',
    leadsTo(
      '// TO$0DO: x',
      '// TODO(@jon): x',
      '// TODO(@ines): x',
      '// TODO(2026-12-15): x',
      '[// TODO(#|): x]',
      '[// TODO(~|): x]',
    ),
  );
  it(
    'write into the brackets that are there',
    leadsTo(
      '// TO$0DO(@maya): x',
      '// TODO(@maya, 2026-12-15): x',
      '[// TODO(@maya, #|): x]',
      '[// TODO(@maya, ~|): x]',
    ),
  );
  it('write into square and empty brackets', async () => {
    assert.deepEqual((await fixed('// TO$0DO[#12]: x')).slice(0, 1), ['// TODO[#12, @jon]: x']);
    assert.deepEqual((await fixed('// TO$0DO(): x')).slice(0, 1), ['// TODO(@jon): x']);
    assert.deepEqual((await fixed('// TO$0DO (@maya) x')).slice(0, 1), ['// TODO (@maya, 2026-12-15) x']);
  });
  it(
    'leave what stands without brackets where it is',
    leadsTo(
      '// TO$0DO @maya x',
      '// TODO(2026-12-15) @maya x',
      '[// TODO(#|) @maya x]',
      '[// TODO(~|) @maya x]',
    ),
  );
  it('write behind the colon of a tag that is a marker only with it', async () =>
    assert.deepEqual(await fixed('// to$0do: x'), [
      '// todo: @jon x',
      '// todo: @ines x',
      '// todo: 2026-12-15 x',
      '[// todo: #| x]',
      '[// todo: ~| x]',
    ]));
  it('know the reader', async () =>
    assert.deepEqual((await fixed('// TO$0DO: x', 'a.ts', ['@maya'])).slice(0, 3), [
      '// TODO(@jon): x',
      '// TODO(@ines): x',
      '// TODO(@maya): x',
    ]));
  it('write no address into the code where a name does', async () =>
    assert.ok((await fixed('// TO$0DO: x', 'a.ts', ['maya@example.com'])).includes('// TODO(maya): x')));
  it('are nothing that is asked for where the marker is excused', async () =>
    assert.ok(
      (await fixed('// leadlight-ignore todo: soon\n// TO$0DO: x')).every((line) => line.startsWith('[')),
    ));
  it('say why somebody is offered, and until when', async () => {
    const { service, document } = await openFixture(`${guidance}//- /a.ts\n// $0TODO\n// HACK\n`);
    const titles = (line: number) =>
      service.documents.fixes(document, { line, character: 3 }, []).map(({ title }) => title);
    assert.deepEqual(titles(0), [
      'Add owner @jon (stands in at Prices)',
      'Add owner @ines (leads Prices)',
      'Add due date 2026-12-15 (in 6mo, as agreed here)',
      'Add an issue…',
      'Add a cost…',
    ]);
    assert.ok(titles(1).includes('Add due date 2026-07-15 (in 30 days)'));
  });
  it('ask for an owner where nobody is known', async () => {
    const { service, document } = await openFixture('//- /a.ts\n// $0TODO x\n');
    const [first] = service.documents.fixes(document, { line: 0, character: 3 }, []);
    assert.deepEqual([first?.title, first && withCursor(first)], ['Add an owner…', '(@|)']);
  });
  it('move a date that has passed', async () => {
    assert.deepEqual(await fixed('// TO$0DO(@maya, 2026-06-14, #12, ~1d): x'), [
      '// TODO(@maya, 2026-12-15, #12, ~1d): x',
    ]);
    assert.deepEqual(await fixed('// HA$0CK @maya, 2026-06-14, #12, ~1d: x'), [
      '// HACK @maya, 2026-07-15, #12, ~1d: x',
    ]);
  });
  it('add nothing that is there, and nothing beside the tag', async () => {
    assert.deepEqual(await fixed('// TO$0DO(@maya, 2026-12-15, #12, ~1d): x'), []);
    assert.deepEqual(await fixed('// TODO: $0x'), []);
    assert.deepEqual(await fixed('const TO$0DO = 1;'), []);
  });

  describe('of a suppression', () => {
    for (const [path, code, expected] of [
      ['a.ts', '// esl$0int-disable-next-line no-x', '// eslint-disable-next-line no-x -- |'],
      ['a.ts', '/* esl$0int-disable no-x */', '/* eslint-disable no-x -- | */'],
      ['a.ts', '// @ts-$0ignore', '[// @ts-ignore -- |]'],
      ['a.py', 'x = 1  # no$0qa: S608', '[x = 1  # noqa: S608 # |]'],
      ['a.py', 'x = 1  # type: ig$0nore[attr]', '[x = 1  # type: ignore[attr] # |]'],
      ['a.go', 'f() //nol$0int:errcheck', '[f() //nolint:errcheck // |]'],
    ] as const) {
      it(`write the reason where the tool lets it stand: ${code}`, async () =>
        assert.deepEqual(await fixed(code, path), [expected]));
    }
    it('add nothing to a reason', leadsTo('// esl$0int-disable no-x -- because'));
  });

  it('add their part, and change no other, whatever the marker is', () => {
    const policies = policiesFor([]);
    const search = compileTags(tagsOf(policies));
    const read = (text: string, languageId: string) => search.find(text, scanRegions(text, languageId));
    fc.assert(
      fc.property(sources, ({ text, languageId }) => {
        const document = TextDocument.create('file:///w/a', languageId, 1, text);
        for (const marker of read(text, languageId)) {
          const markers = [{ marker, policy: { ...policies[0]!, require: markerParts }, isExcused: false }];
          const query = { markers, policies, owners: [{ handle: 'maya', why: 'w' }], ...asked };
          for (const fix of fixesAt(document, marker.start, query)) {
            const changed = read(applied(text, fix), languageId);
            assertOnlyNews(
              marker,
              changed.find(({ start }) => start === marker.start),
              fix,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('exist for every part that a marker of a usual form does not have', () => {
    const policies = policiesFor([]);
    const search = compileTags(tagsOf(policies));
    fc.assert(
      fc.property(usualMarkers, ({ text, languageId }) => {
        const document = TextDocument.create('file:///w/a', languageId, 1, text);
        const [marker] = search.find(text, scanRegions(text, languageId));
        const markers = [{ marker: marker!, policy: policies[0]!, isExcused: false }];
        const query = { markers, policies, owners: [{ handle: '@maya', why: 'w' }], ...asked };
        const offered = fixesAt(document, marker!.start, query).map(({ part }) => part);
        const { missing } = judge(
          marker!,
          { require: ['owner', 'issue', 'due', 'cost'] },
          { today: '2026-06-15' },
        );
        assert.deepEqual([...new Set(offered)].sort(), [...missing].sort());
      }),
    );
  });
});

const asked = { today: '2026-06-15', blame: () => undefined };
const examples = { owner: '', due: '', issue: '1', cost: '1d', reason: 'because' };

function applied(text: string, fix: MarkerFix): string {
  const filled = fix.blank === undefined ? fix.text : withCursor(fix).replace('|', examples[fix.part]);
  return `${text.slice(0, fix.start)}${filled}${text.slice(fix.end)}`;
}

function assertOnlyNews(before: Marker, after: Marker | undefined, { part }: MarkerFix): void {
  assert.notEqual(after, undefined);
  assert.notEqual(after![part], undefined);
  for (const other of markerParts)
    if (other !== part) assert.equal(after![other]?.value, before[other]?.value);
  assert.equal(after!.text, before.text);
}

const part = fc.constantFrom(
  '@maya',
  'maya',
  'Maya Li',
  '#12',
  'ABC-1',
  '2027-01-31',
  '~2d',
  'https://e.com/1',
  'see below',
);
const list = fc
  .tuple(
    fc.constantFrom(['(', ')'], ['[', ']']),
    fc.array(part, { maxLength: 4 }),
    fc.constantFrom(', ', ',', '; '),
  )
  .map(([[open, close], parts, comma]) => `${open}${parts.join(comma)}${close}`);
const piece = fc.oneof(
  list,
  part,
  fc.constantFrom(':', ' ', ' - ', '(', ')', ']', 'text', '\n//   more', ' -- ', ' # ', '.'),
);
const tag = fc.constantFrom(
  'TODO',
  'todo',
  '@todo',
  'FIXME',
  'HACK',
  'eslint-disable',
  'noqa',
  '@ts-ignore',
  'nolint',
  'NOSONAR',
  '@SuppressWarnings("x")',
  '#[allow(x)]',
);
const wrap = fc.constantFrom(
  ['typescript', '// ', ''],
  ['typescript', '/* ', ' */ f();'],
  ['typescript', '/**\n * ', '\n * more\n */'],
  ['python', 'x = 1  # ', '\nf()'],
  ['html', '<!-- ', ' -->'],
  ['java', '', ' void f() {}'],
  ['rust', '', '\nfn f() {}'],
);

/** Anything that may stand behind a tag. */
const sources = fc
  .tuple(wrap, tag, fc.array(piece, { maxLength: 6 }))
  .map(([[languageId, before, after], written, pieces]) => ({
    languageId: languageId!,
    text: `${before}${written}${pieces.join('')}${after}\n`,
  }));

const known = fc.uniqueArray(fc.constantFrom('@maya', '#12', '2027-01-31', '~2d'), { maxLength: 4 });

/** What people write. */
const usualMarkers = fc
  .tuple(
    fc.constantFrom(
      ['typescript', '// ', ''],
      ['typescript', '/* ', ' */'],
      ['python', '# ', ''],
      ['html', '<!-- ', ' -->'],
    ),
    fc.constantFrom('TODO', 'FIXME', '@todo', 'HACK'),
    known,
    fc.constantFrom(': do it', ' do it', ': do it, later.', ''),
  )
  .map(([[languageId, before, after], written, parts, text]) => ({
    languageId: languageId!,
    text: `${before}${written}${parts.length > 0 ? `(${parts.join(', ')})` : ''}${text}${after}\n`,
  }));
