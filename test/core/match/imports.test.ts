import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findImports } from '../../../src/core/match/imports';
import { scanRegions } from '../../../src/core/comments/scanRegions';

const languages = ['typescript', 'vue', 'python', 'go', 'java', 'csharp', 'rust', 'ruby', 'php', 'cpp'];

describe('findImports', () => {
  const fragments = [
    'import {',
    'import ',
    'import (',
    'import <',
    'export {a as ',
    "import 'a', ",
    "from 'a' ",
    "{ 'a' from 'b', ",
    'from . import (a, ',
    'from .',
    'from a.',
    'use a::{',
    'use a::{b, c as ',
    'a::',
    'use a\\{',
    'using a.',
    'using a = ',
    'using global::',
    'require(',
    "require 'a', ",
    'autoload :A, ',
    '#include <',
    'namespace {',
    '<script',
    '\\\n',
    'importimport',
    '/**/',
    ' ',
  ];

  /** Reads the fragment, repeated, behind each of the beginnings, in each language: what is not linear never ends. */
  const readAll = (fragment: string, size: number, beginnings: readonly string[]) => {
    const text = fragment.repeat(Math.ceil(size / fragment.length));
    for (const languageId of languages) {
      for (const beginning of beginnings) {
        const whole = beginning + text;
        const sites = findImports(whole, scanRegions(whole, languageId), languageId);
        assert.ok(sites.every(({ start, end }) => start <= end && end <= whole.length));
      }
    }
  };

  it('takes time in proportion to the text', () => {
    for (const fragment of fragments) {
      readAll(fragment, 60_000, ['', 'import ', 'from a import (', 'use a::', 'using ']);
    }
  });

  for (const fragment of ['import {', 'use a::{']) {
    it(`reads 1 MB of ${fragment}`, () => readAll(fragment, 1_000_000, ['']));
  }

  it('finds sites in order, in the text, without overlap, whatever the text is', () => {
    const words = [
      'import',
      'from',
      'export',
      'use',
      'using',
      'require',
      'include',
      'load',
      'static',
      'as',
      'self',
    ];
    const marks = [
      'a',
      'b',
      '.',
      '::',
      '\\',
      '{',
      '}',
      '(',
      ')',
      ',',
      ';',
      '#',
      '<',
      '>',
      '*',
      ' ',
      '\n',
      '"a"',
      "'b'",
    ];
    const text = fc
      .array(fc.constantFrom(...words, ...marks), { maxLength: 40 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (source, languageId) => {
        const regions = scanRegions(source, languageId);
        let end = 0;
        for (const site of findImports(source, regions, languageId)) {
          assert.ok(site.start >= end && site.end > site.start && site.end <= source.length);
          assert.notEqual(site.module, '');
          end = site.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds nothing inside comments and strings', () => {
    const statements: Record<string, string> = {
      typescript: `import a from 'a'; require('b')`,
      python: 'import a',
      java: 'import a.b;',
      csharp: 'using a.b;',
      rust: 'use a::{b, c};',
      cpp: '#include <a>',
    };
    for (const [languageId, text] of Object.entries(statements)) {
      assert.notDeepEqual(findImports(text, scanRegions(text, languageId), languageId), []);
      for (const kind of ['comment', 'string'] as const) {
        assert.deepEqual(findImports(text, [{ kind, start: 0, end: text.length }], languageId), []);
      }
    }
  });
});
