import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { compileTags, findMarkers, type MarkerTag } from '../../../src/core/markers/findMarkers';

/** `marked` has every marker between `«` and `»`. */
function check(languageId: string, marked: string, tags: readonly MarkerTag[] = defaultTags): void {
  const text = marked.replace(/[«»]/g, '');
  let found = '';
  let at = 0;
  for (const { start, end } of findMarkers(text, scanRegions(text, languageId), tags)) {
    found += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  assert.equal(found + text.slice(at), marked);
}

describe('findMarkers: debt', () => {
  it('finds a tag that comes first on a line of a comment', () => {
    check('typescript', '// «TODO»: a\n/* «FIXME» b */\n/**\n * c\n *   - «HACK» d\n «XXX»\n */\n///«BUG»');
    check('python', '# «TODO» a\nb = 1  #: «FIXME»: c\n# ---- «XXX» ----');
    check('html', '<!-- «TODO» a -->\n<!--\n  «FIXME»\n-->');
    check('vb', "' «TODO» a\nREM «FIXME» b\n''' «HACK» c");
    check('haskell', '-- | «TODO» a\n{- «FIXME» -}');
    check('FortranFixedForm', 'C     «TODO» a\n');
    check('bat', 'rem «TODO» a\n:: «FIXME» b');
    check('gas', 'nop @ «TODO» a\n@@ «FIXME»: b\n# «HACK» c');
    check('lua', '--[==[ «TODO» a ]==]');
  });

  it('takes no tag out of a sentence', () => {
    check('typescript', '// This is the TODO list\n// see TODO: a\n// "TODO" is b\n// `FIXME` c\n// a TODO');
    check('typescript', '// http://TODO/a\n// C# TODO a\n// $TODO a\n// note: TODO a');
  });

  it('takes whole words only', () => {
    check(
      'typescript',
      '// TODOS\n// TODO_LIST\n// HACK-ish\n// TODO.md\n// TODO’s\n// TODOé\n// éTODO\n// TODO2',
    );
    check('typescript', '// «TODO»-12\n// «TODO».\n// «TODO», a\n// «TODO»/FIXME\n// «TODO»(a)\n// «TODO»');
  });

  it('takes lower case only before a colon', () => {
    check(
      'typescript',
      '// «todo»: a\n// todo b\n// «Fixme»: c\n// Bug d\n// todo(a): e\n// todo://f\n// todo : g',
    );
  });

  it('takes an alias as it is written, and with a sign in any case', () => {
    check('typescript', '/** «@todo» a */ /** «@TODO» b */ /** @see todo */ // a@todo.b');
  });

  it('takes a tag behind a delimiter or dashes', () => {
    check('typescript', '// a // «TODO»: b\n// eslint c -- «FIXME» d\n/* e /* «HACK» */\n// f--TODO g//TODO');
    check('shellscript', '# a # «TODO» b\n# c#TODO');
  });

  it('takes lists, boxes, brackets and signs of other scripts for decoration', () => {
    check(
      'typescript',
      '// 1. «TODO» a\n// 12) «TODO» b\n// - [ ] «TODO» c\n// [«TODO»] d\n// (FIXME1)\n// • «TODO» e',
    );
    check('typescript', '// ⚠️ «TODO» a\n// 3 TODO b\n// v1.2 TODO c');
  });

  it('leaves code and strings alone', () => {
    check('typescript', 'TODO(); "// TODO a"; `// FIXME`; /* «TODO» */ TODO: for (;;) {}');
    check('python', 'def f():\n    """TODO: a"""\n');
    check('markdown', '# TODO\n- [ ] TODO a\n```\n// TODO b\n```\n<!-- «TODO» c -->');
  });

  it('finds several on one line, and a tag at either end of the text', () => {
    check('typescript', '/*«TODO»*/ f(/* «FIXME» a */ b) // «HACK»');
  });

  it('reports the tag by its name', () => {
    const text = '// @todo a\n// todo: b\n// eslint-disable-next-line c';
    const names = findMarkers(text, scanRegions(text, 'typescript'), defaultTags).map(({ tag, kind }) => [
      tag,
      kind,
    ]);
    assert.deepEqual(names, [
      ['TODO', 'debt'],
      ['TODO', 'debt'],
      ['eslint-disable', 'suppression'],
    ]);
  });

  it('looks for the tags of the caller and no others', () => {
    const tags = [{ tag: 'NOTE', aliases: ['À FAIRE', '要修正'], kind: 'debt' }] as const;
    check('typescript', '// «NOTE» a\n// TODO b\n// «À FAIRE» c\n// «à faire»: d\n// «要修正» e', tags);
    check('typescript', '// TODO a', []);
    check('typescript', '// «#TODO» a', [{ tag: '#TODO', aliases: ['TODO'], kind: 'debt' }]);
    check('typescript', '// a', [{ tag: ' ', kind: 'debt' }]);
  });
});

describe('findMarkers: suppressions', () => {
  it('finds directives first in a comment', () => {
    check(
      'typescript',
      '/* «eslint-disable» no-a */ // «@ts-ignore»: b\n// «eslint-disable-next-line» c -- «TODO» d',
    );
    check(
      'python',
      'import a  # «noqa»: F401  # «type: ignore»[b]\nc  # «type:ignore»\n# «pylint: disable»=d',
    );
    check('go', 'a() //«nolint»:errcheck // b\n//«nolint»');
    check('ruby', '# «rubocop:disable» A/B\n# rubocop:enable A/B');
    check('java', 'a(); // «NOSONAR» b');
    check('cpp', 'a(); // «NOLINT»(b)\n// «NOLINTNEXTLINE»');
    check('shellscript', '# «shellcheck disable»=SC1000');
    check('typescriptreact', '<a>{/* «@ts-expect-error» */}</a>');
  });

  it('finds annotations, pragmas and attributes in code', () => {
    check('java', '«@SuppressWarnings»("a") class B {}');
    check('kotlin', '«@Suppress»("A") «@file:Suppress»("B") @SuppressFoo');
    check('csharp', '«#pragma warning disable» CS0168\n#pragma warning restore\n«[SuppressMessage»("a")]');
    check('cpp', '«#pragma GCC  diagnostic ignored» "-Wall"\n«#pragma warning(disable»: 4996)');
    check('rust', '«#[allow»(dead_code)]\n«#![allow»(b)]\n// a #[allow(b)]\n"#[allow(c)]"');
  });

  it('takes no plain word out of code or a sentence', () => {
    check('yaml', 'noqa: a\neslint-disable: b # «noqa»');
    check('typescript', 'const NOSONAR = "eslint-disable"; // we use eslint-disable here\n// ESLINT-DISABLE');
  });
});

describe('findMarkers on any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'TODO',
      'todo:',
      '@todo',
      'FIXME',
      'noqa',
      'type:',
      'ignore',
      '#[allow',
      '@Suppress',
      '//',
      '/*',
      '*/',
      '#',
      '\n',
      ' ',
      ' -- ',
    ],
    ...['a', '1.', '-', '*', '"', "'", '`', 'é', '😀', ':', '(', '['],
  );
  const anyText = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives sorted, separate markers of the right kind of place', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('typescript', 'python', 'rust', 'vb', 'html'), (text, id) => {
        const regions = scanRegions(text, id);
        let last = 0;
        for (const { tag, kind, start, end } of findMarkers(text, regions, defaultTags)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
          const known = defaultTags.find((one) => one.tag === tag);
          assert.equal(known?.kind, kind);
          const inComment = regions.some(
            (one) => one.kind === 'comment' && one.start <= start && end <= one.end,
          );
          assert.ok(inComment || kind === 'suppression');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same line by line', () => {
    const search = compileTags(defaultTags);
    fc.assert(
      fc.property(anyText, fc.constantFrom('typescript', 'rust', 'java'), (text, id) => {
        const regions = scanRegions(text, id);
        const lines = [...text.matchAll(/[^\n]*\n|[^\n]+/g)].map(({ 0: line, index }) => ({
          start: index,
          end: index + line.length,
        }));
        assert.deepEqual(search.find(text, regions, lines), search.find(text, regions));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds a tag at the head of any comment line, whatever follows', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ :,(\]][^\r\n\u2028\u2029]{0,20}$/), (rest) => {
        const text = `a();\n//   TODO${rest}\n`;
        const [first] = findMarkers(text, scanRegions(text, 'typescript'), defaultTags);
        assert.deepEqual([first?.tag, first?.kind, first?.start, first?.end], ['TODO', 'debt', 10, 14]);
      }),
    );
  });

  it('takes linear time', function () {
    this.timeout(30_000);
    for (const unit of ['TODO ', '-TODO', '#', '@', '[', '// TODO: ', 'type:   ', '1. ', ' -- ']) {
      const text = `// ${unit.repeat(300_000 / unit.length)}`;
      assert.ok(
        findMarkers(text, [{ kind: 'comment', start: 0, end: text.length }], defaultTags).length <=
          text.length,
      );
    }
  });

  it('takes linear time where signs are tags', () => {
    const text = `// ${'! '.repeat(30_000)}`;
    const regions = scanRegions(text, 'typescript');
    assert.equal(findMarkers(text, regions, [{ tag: '!', kind: 'debt' }]).length, 30_000);
  });
});
