import assert from 'node:assert/strict';
import { compileImportPatterns } from '../../../src/core/match/importPatterns';
import { findImports } from '../../../src/core/match/imports';
import { scanRegions } from '../../../src/core/comments/scanRegions';

interface Case {
  readonly patterns: readonly string[];
  readonly text: string;
  readonly languageId?: string;
  readonly fromPath?: string;
}

/** What the patterns match, as `PATTERN: TEXT AT THE PLACE`. */
function matched({
  patterns,
  text,
  languageId = 'typescript',
  fromPath = 'src/http/client.ts',
}: Case): readonly string[] {
  const sites = findImports(text, scanRegions(text, languageId), languageId);
  return compileImportPatterns(patterns)
    .find(sites, fromPath)
    .map(({ pattern, start, end }) => `${patterns[pattern]}: ${text.slice(start, end)}`);
}

describe('compileImportPatterns', () => {
  const check = (title: string, given: Case, expected: readonly string[]) => {
    it(title, () => assert.deepEqual(matched(given), expected));
  };
  const momentImports = `import a from 'moment'; import b from 'moment/locale/de'; import c from 'moments';`;

  check('takes a name alone for that module alone', { patterns: ['moment'], text: momentImports }, [
    'moment: moment',
  ]);
  check('lets a star cross separators', { patterns: ['moment/*'], text: momentImports }, [
    'moment/*: moment/locale/de',
  ]);
  check(
    'gives every pattern that matches, in the order of the list',
    { patterns: ['m*t', '*', 'moment', 'moment'], text: `import 'moment'` },
    ['m*t: moment', '*: moment', 'moment: moment', 'moment: moment'],
  );
  check('distinguishes case', { patterns: ['Moment'], text: momentImports }, []);
  check(
    'compares other names than paths with what is written',
    { patterns: ['*/pool.js', '../db/pool.js', 'src/db/pool', './pool.js'], text: `import '../db/pool.js'` },
    ['*/pool.js: ../db/pool.js', '../db/pool.js: ../db/pool.js'],
  );

  describe('with ./ in front', () => {
    check(
      'resolves relative imports',
      { patterns: ['./src/db/*', './src/db/pool'], text: `import '../db/pool.js'` },
      ['./src/db/*: ../db/pool.js', './src/db/pool: ../db/pool.js'],
    );
    check('matches no module of that name', { patterns: ['./src/db/*'], text: `import 'src/db/pool'` }, []);
    check(
      'starts at the base folder, not at the file',
      { patterns: ['./client'], text: `import './client'` },
      [],
    );
    check(
      'reads a file in the base folder',
      { patterns: ['./a', './b/c'], text: `import './a'; import './b/./d/../c'`, fromPath: 'x.ts' },
      ['./a: ./a', './b/c: ./b/./d/../c'],
    );
    check(
      'leaves out the extension on both sides',
      {
        patterns: ['./src/db/pool.ts', './src/db/*.mts'],
        text: `import '../db/pool.js'; import '../db/pool'`,
      },
      [
        './src/db/pool.ts: ../db/pool.js',
        './src/db/*.mts: ../db/pool.js',
        './src/db/pool.ts: ../db/pool',
        './src/db/*.mts: ../db/pool',
      ],
    );
    check(
      'knows other extensions by name',
      { patterns: ['./src/*.css', './src/main'], text: `import '../main.css'; import '../other.svg'` },
      ['./src/*.css: ../main.css', './src/main: ../main.css'],
    );
    check(
      'takes a dotted name for a name',
      { patterns: ['./src/user', './src/user.service'], text: `import '../user.service'` },
      ['./src/user.service: ../user.service'],
    );
    check(
      'matches nothing outside of the base folder',
      { patterns: ['./*', './x'], text: `import '../../../x'` },
      [],
    );
    check(
      'resolves folders',
      { patterns: ['./src/http', './src'], text: `import '.'; import '..'; import './'` },
      ['./src/http: .', './src: ..', './src/http: ./'],
    );

    check(
      'resolves the dots of Python',
      {
        languageId: 'python',
        patterns: ['./src/db', './src/db/*'],
        text: 'from ..db import pool',
        fromPath: 'src/http/client.py',
      },
      ['./src/db: ..db', './src/db/*: pool'],
    );
    check(
      'resolves what C names in quotes',
      {
        languageId: 'c',
        patterns: ['./src/db/*'],
        text: '#include "db/pool.h"\n#include <db/pool.h>',
        fromPath: 'src/main.c',
      },
      ['./src/db/*: db/pool.h'],
    );
    check(
      'resolves require_relative',
      {
        languageId: 'ruby',
        patterns: ['./src/db/*'],
        text: `require_relative 'db/pool'\nrequire 'db/pool'`,
        fromPath: 'src/main.rb',
      },
      ['./src/db/*: db/pool'],
    );
    check(
      'resolves __DIR__',
      {
        languageId: 'php',
        patterns: ['./src/db/pool', './lib'],
        text: `<?php require __DIR__ . '/../db/pool.php'; require dirname(__DIR__) . '/../lib.php';`,
        fromPath: 'src/http/client.php',
      },
      ['./src/db/pool: /../db/pool.php', './lib: /../lib.php'],
    );
  });

  describe('for the names of a Python module', () => {
    const python = (patterns: readonly string[], expected: readonly string[]) =>
      check(
        patterns.join(', '),
        { languageId: 'python', patterns, text: 'from os import path, sep', fromPath: 'a.py' },
        expected,
      );
    python(['os'], ['os: os']);
    python(['os.path'], ['os.path: path']);
    python(['os.*'], ['os.*: path', 'os.*: sep']);
    python(['os*'], ['os*: os']);
    python(['*'], ['*: os']);
  });

  it('answers for 1,000 names with one look-up for each site', () => {
    const text = Array.from({ length: 2000 }, (_, index) => `import 'module-${index}';`).join('\n');
    const sites = findImports(text, scanRegions(text, 'typescript'), 'typescript');
    const patterns = compileImportPatterns(Array.from({ length: 1000 }, (_, index) => `module-${index}`));
    assert.equal(patterns.find(sites, 'a.ts').length, 1000);
  });
});
