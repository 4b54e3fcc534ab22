import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';
import { type Marker, markerParts } from '../../../src/core/markers/marker';
import { isDay } from '../../../src/core/text/day';

const pieces = fc.constantFrom(
  ...['TODO', 'FIXME', '@todo', 'eslint-disable', '@ts-expect-error', 'noqa', '#[allow', '@SuppressWarnings'],
  ...[
    '//',
    '/*',
    '*/',
    '#',
    '\n',
    '\r\n',
    '\n//   ',
    '\n *   ',
    '\t',
    ' ',
    '  ',
    ' -- ',
    ' - ',
    ': ',
    ':',
    ', ',
  ],
  ...['(', ')', '[', ']', '<', '>', '"', '@maya', 'maya', 'Maya Lind', '#12', 'ABC-12', 'b/1', 'UTF-8', '12'],
  ...[
    '2027-01-31',
    '2027-02-31',
    'due ',
    'by ',
    '~2d',
    '~4h',
    'https://example.com/issues/1',
    'reason = "a"',
  ],
  ...['a', 'é', '😀', '\u2028', '\0', '.', '*', '#####'],
);
const anyText = fc.array(pieces, { maxLength: 50 }).map((parts) => parts.join(''));
const anyLanguage = fc.constantFrom('typescript', 'python', 'rust', 'java', 'vb', 'html', 'lua');

function markersOf(text: string, languageId: string): readonly Marker[] {
  return findMarkers(text, scanRegions(text, languageId), defaultTags);
}

describe('parseMarker on any text', () => {
  it('gives parts that stand in the text, inside of the marker, apart from each other', () =>
    fc.assert(
      fc.property(anyText, anyLanguage, (text, languageId) => {
        let last = 0;
        for (const marker of markersOf(text, languageId)) {
          assert.ok(marker.start >= last && marker.bodyEnd >= marker.end && marker.bodyEnd <= text.length);
          last = marker.end;
          for (const part of partsOf(marker)) {
            assert.equal(text.slice(part.start, part.end), part.value);
            assert.equal(part.value, part.value.trim());
            assert.ok(part.start >= last && part.end > part.start && part.end <= marker.bodyEnd);
            last = part.end;
          }
          last = marker.bodyEnd;
        }
      }),
      { numRuns: 2_000 },
    ));

  it('gives days of the calendar, reasons to suppressions only, and text in clean lines', () =>
    fc.assert(
      fc.property(anyText, anyLanguage, (text, languageId) => {
        for (const { due, reason, kind, text: said } of markersOf(text, languageId)) {
          assert.ok(due === undefined || isDay(due.value));
          assert.ok(reason === undefined || kind === 'suppression');
          if (said !== '') for (const line of said.split('\n')) assert.match(line, /^\S(.*\S)?$/su);
        }
      }),
      { numRuns: 1_000 },
    ));

  it('reads a list of parts in any order', () => {
    const written = { owner: 'maya', issue: '#12', due: '2027-01-31', cost: '2d' };
    const items = Object.entries(written).map(([name, value]) => (name === 'cost' ? `~${value}` : value));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(items, { minLength: 1 }),
        fc.constantFrom(', ', ',', '; ', ' '),
        fc.constantFrom(['(', ')'], ['[', ']']),
        (list, comma, [open, close]) => {
          const [marker] = markersOf(`// TODO${open}${list.join(comma)}${close}: a b`, 'typescript');
          assert.deepEqual(
            partsOf(marker!).map(({ value }) => value),
            list.map((item) => item.replace('~', '')),
          );
          assert.equal(marker!.text, 'a b');
        },
      ),
    );
  });
});

describe('parseMarker on hostile text', () => {
  const length = 100_000;
  const repeated = (unit: string) => unit.repeat(Math.ceil(length / unit.length));
  const units = [
    ...[
      '(',
      '[',
      ')',
      '((',
      '()',
      '(a',
      '[a,',
      '#',
      '@',
      '@a',
      '@a ',
      '~1',
      '~1d ',
      'by ',
      'by  2027-',
      '-',
      ' ',
      '\t',
    ],
    ...[
      'a.',
      'a/',
      'A-',
      'AB-1',
      'https://',
      'https://a ',
      ':',
      ' -- ',
      '--',
      ' -',
      ', ',
      '"',
      '<',
      '1',
      '/*',
      '/* ',
      '*',
    ],
    ...[
      'TODO ',
      '// TODO: ',
      'TODO(',
      '\n//   ',
      '\n// ',
      '\n//   TODO',
      '\n *   ',
      '\n//',
      '\r',
      'é',
      '#[allow',
      '#[allow(',
    ],
    ...[
      '@Suppress',
      '@Suppress(',
      'reason = "',
      'reason=\\',
      'eslint-disable -',
      'Aa Bb ',
      'a <',
      '2027-01-31 ',
      '(#1)',
      '(#1) ',
    ],
  ];
  for (const head of ['// TODO', '// TODO: a', '// eslint-disable-line a', '@SuppressWarnings("']) {
    it(`takes linear time behind ${head}`, function () {
      this.timeout(20_000);
      for (const unit of units) {
        const text = head + repeated(unit);
        const isComment = head.startsWith('/');
        const regions = isComment ? [{ kind: 'comment', start: 0, end: text.length } as const] : [];
        assert.ok(findMarkers(text, regions, defaultTags).length <= text.length);
      }
    });
  }

  it('takes linear time over many line comments', function () {
    this.timeout(20_000);
    for (const unit of ['// TODO: a\n', '//   a\n', '// TODO\n//   a\n', '//\n']) {
      assert.ok(markersOf(`// TODO: a\n${repeated(unit)}`, 'typescript').length > 0);
    }
  });
});

function partsOf(marker: Marker) {
  return markerParts.flatMap((name) => marker[name] ?? []).sort((a, b) => a.start - b.start);
}
