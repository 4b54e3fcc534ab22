import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capturePhilosophy } from '../../../src/core/authoring/capturePhilosophy';
import { codeAlone, wholeSelection } from '../../../src/core/authoring/codeSelection';
import { ownMatches } from '../../../src/core/authoring/ownMatches';
import { patternOf } from '../../../src/core/authoring/selectorDraft';
import { parseYaml } from '../../../src/core/guidance/yamlTree';
import { createCompilers } from '../../../src/core/match/compilers';
import { compilePattern } from '../../../src/core/text/pattern';

const compilers = createCompilers();
const options = { root: 'file:///w/', folder: '', compilers, today: '2026-06-15', isTaken: () => false };

const pieces = fc.constantFrom(
  ...[
    'import moment from "moment";',
    'Date.now()',
    'this.close()',
    'catch (err) {',
    'throw err; }',
    'a.b?.c(d)',
    '=>',
  ],
  ...[
    '// a note',
    '"a string"',
    '`t ${x.y()} t`',
    '/re(g)?ex/',
    '\t',
    '  ',
    '\n',
    '\r\n',
    '😀',
    'é',
    '\u00a0',
    '\u2028',
  ],
  ...['[*]', '\\', '$^|', 'require("./x")', '@maya', "'", '#', ': ', 'café.menu()', '\ud800', '\u0000'],
);
const code = fc.array(
  fc.oneof({ weight: 3, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 5 })),
  {
    minLength: 1,
    maxLength: 14,
  },
);

describe('a selector that is drafted from a selection', () => {
  it('finds the selection again, or is the file as a whole', () => {
    let located = 0;
    fc.assert(
      fc.property(
        code,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('typescript', 'python', 'plaintext'),
        (parts, a, b, languageId) => {
          const text = parts.join('');
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort(
            (one, other) => one - other,
          ) as [number, number];
          const selection = wholeSelection({ text, languageId, path: 'src/a.ts', start, end });
          if (selection.start === selection.end) return;
          const { edit } = capturePhilosophy(selection, '', { ...options, as: 'avoid' });
          assert.equal(edit.kind, 'edited');
          if (edit.kind !== 'edited') return;
          const written = parseYaml(edit.text).trees[0]!.value as {
            philosophies: { applies: object; examples?: { bad: string }[] }[];
          };
          const [philosophy] = written.philosophies;
          const yaml = `philosophies:\n  - ${JSON.stringify({ id: 'x', applies: philosophy!.applies })}\n`;
          const isWhole = Object.keys(philosophy!.applies).join() === 'files';
          if (isWhole) return;
          located += 1;
          const found = ownMatches(yaml, selection, options);
          assert.ok(found.some((match) => match.start < selection.end && match.end > selection.start));
          for (const { bad } of philosophy!.examples ?? [])
            assert.ok(ownMatches(yaml, { ...selection, text: bad }, options).length > 0, bad);
        },
      ),
      { numRuns: 100 },
    );
    assert.ok(located > 70, `only ${located} of 100 were located`);
  });

  it('is a pattern that matches the code that it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (written) => {
        const text = written.trim();
        const source = patternOf(text);
        if (source === '') return;
        const pattern = compilePattern(source);
        if ('message' in pattern) return assert.fail(`${source}: ${pattern.message}`);
        assert.equal(pattern.matches(text)[0]?.start, 0, source);
      }),
      { numRuns: 200 },
    );
  });
});

describe('code that stands alone', () => {
  it('begins where its leftmost line does', () => {
    const text = 'if (a) {\n    b();\n\n      c();  \n}\n';
    assert.equal(codeAlone(text, text.indexOf('b'), text.indexOf('c') + 4), 'b();\n\n  c();');
    assert.equal(codeAlone(text, 0, text.length - 1), text.trimEnd().replace('  \n', '\n'));
  });
});
