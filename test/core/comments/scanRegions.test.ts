import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../../src/core/comments/languages';
import { scanRegions } from '../../../src/core/comments/scanRegions';

/** What opens, closes or escapes something in some language: random text of these finds the corners. */
const TOKENS = [
  ...[
    '"',
    "'",
    '`',
    '"""',
    "'''",
    '\\',
    '/',
    '//',
    '/*',
    '*/',
    '#',
    '--',
    ';',
    '%',
    '!',
    '*',
    '|',
    '>',
    ':',
    '@',
  ],
  ...[
    '${',
    '#{',
    '$(',
    '\\(',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '</',
    '/>',
    '<a',
    '<a>',
    '</a>',
    '<!--',
    '-->',
  ],
  ...[
    'r#"',
    '"#',
    'R"(',
    ')"',
    '[[',
    ']]',
    '--[[',
    '$$',
    '$a$',
    '<<A',
    '\nA\n',
    '<<~A',
    '```',
    '~~~',
    '{-',
    '-}',
  ],
  ...[
    'f"',
    '@"',
    '$"',
    'q(',
    's/',
    '%w[',
    '~s(',
    '<script>',
    '</script>',
    '<?php',
    '?>',
    '{{',
    '}}',
    '{%',
    '%}',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '  - ',
    'a',
    'return',
    'if',
    '=',
    '1',
    'é',
    '😀',
    '\ud800',
    '\ufeff',
    '---\n',
  ],
  ...[
    '=begin',
    '\n=end',
    '__END__\n',
    'rem ',
    'url(',
    '(*',
    '*)',
    '#|',
    '|#',
    '#=',
    '=#',
    "?'",
    '.. ',
    '\\verb|',
  ],
];

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((tokens) => tokens.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('scanRegions', () => {
  for (const { id } of languages) {
    it(`gives sorted regions inside any text: ${id}`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const regions = scanRegions(text, id);
          let end = 0;
          for (const region of regions) {
            assert.ok(region.start >= end && region.end > region.start && region.end <= text.length);
            end = region.end;
          }
          assert.deepEqual(scanRegions(text, id), regions, 'a second scan gives the same');
        }),
        { numRuns: 60 },
      );
    });
  }

  for (const { id } of languages) {
    it(`gives what begins before an offset without reading the rest: ${id}`, () => {
      fc.assert(
        fc.property(anyText, fc.nat({ max: 200 }), (text, until) => {
          const all = scanRegions(text, id);
          const some = scanRegions(text, id, until);
          const last = some.at(-1);
          assert.deepEqual(some.slice(0, -1), all.slice(0, Math.max(0, some.length - 1)));
          if (last?.kind === 'comment') assert.deepEqual(last, all[some.length - 1]);
          else if (last !== undefined) assert.equal(last.start, all[some.length - 1]?.start);
          assert.ok((all[some.length]?.start ?? Infinity) >= until);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('gives the line comments that follow one, and nothing behind them', () => {
    const text = '// a\n// b\n  // c\nd();\n// e\n';
    const regions = scanRegions(text, 'typescript', 2);
    assert.deepEqual(
      regions.map(({ start, end }) => text.slice(start, end)),
      ['// a', '// b', '// c'],
    );
  });

  it('stops behind a comment that empty lines follow', () => {
    const text = `// a${'\n'.repeat(1_000_000)}// b`;
    assert.deepEqual(scanRegions(text, 'typescript', 2), [{ kind: 'comment', start: 0, end: 4 }]);
  });

  it('gives no strings in data and prose', () => {
    const data = ['json', 'jsonc', 'yaml', 'toml', 'ini', 'properties', 'xml', 'markdown', 'plaintext'];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...data), (text, id) => {
        assert.ok(scanRegions(text, id).every(({ kind }) => kind === 'comment'));
      }),
    );
  });

  it('says the same of a text whatever its line ends are', () => {
    const text = 'a = "b" // c\n/* d\n e */ `f\n${g}\n` + "open\n// h \\\n i\n';
    for (const id of ['typescript', 'cpp', 'go', 'java', 'csharp']) {
      const windows = text.replaceAll('\n', '\r\n');
      const pieces = ({ start, end }: { start: number; end: number }, from: string) => from.slice(start, end);
      assert.deepEqual(
        scanRegions(windows, id).map((region) => pieces(region, windows).replaceAll('\r\n', '\n')),
        scanRegions(text, id).map((region) => pieces(region, text)),
      );
      assert.equal(scanRegions(text.replaceAll('\n', '\r'), id).length, scanRegions(text, id).length);
    }
  });
});

describe('scanRegions on a megabyte of one thing', () => {
  const LENGTH = 1_000_000;
  const UNITS: Readonly<Record<string, readonly string[]>> = {
    typescript: ['"', '`', '\\', '/', '/[', '*', '`${', '}/', '{', '( /'],
    typescriptreact: ['<', '<a>', '<a b={', '<a>('],
    python: ["'", 'f"{', 'f"{a:{'],
    rust: ['r####', 'r#"', '/*', "'"],
    ruby: ['"#{', '%w[', '<<~A\n', 'a /b'],
    shellscript: ['"$(', '((', '<<A\n', '${', ' #'],
    svelte: ['{', '<a', '<script>/*</script>'],
    markdown: ['`', '`` ` ', '```\n'],
  };

  for (const [id, units] of Object.entries(UNITS)) {
    it(`takes linear time: ${id}`, function () {
      // About 20 ms each; a scan in quadratic time would take many minutes for one of them.
      this.timeout(30_000);
      for (const unit of units) {
        const regions = scanRegions(unit.repeat(LENGTH / unit.length), id);
        assert.ok((regions.at(-1)?.end ?? 0) <= LENGTH);
      }
    });
  }

  it('takes no longer where lines end with carriage returns alone', () => {
    const took = (lineEnd: string) => {
      const text = `f'{${lineEnd}`.repeat(LENGTH / 4);
      const before = process.cpuUsage().user;
      scanRegions(text, 'python');
      return process.cpuUsage().user - before;
    };
    assert.ok(took('\r') < 5 * took('\n') + 100_000);
  });

  it('does not overflow the stack, however deep the nesting', () => {
    const depth = 200_000;
    const text = '`${'.repeat(depth) + '"deep"' + '}`'.repeat(depth);
    const regions = scanRegions(text, 'typescript');
    assert.equal(regions.length, 2 * depth + 1);
    assert.deepEqual(regions[depth], { kind: 'string', start: 3 * depth, end: 3 * depth + 6 });
    assert.deepEqual(regions.at(-1), { kind: 'string', start: text.length - 1, end: text.length });
  });
});
