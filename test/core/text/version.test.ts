import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readToolWish, tools } from '../../../src/core/text/tools';
import { isWithin, rangeWords, readVersion } from '../../../src/core/text/version';

/** What each tool printed on a real machine, and its version in that. */
const printed: readonly (readonly [string, string, string])[] = [
  ['bun', '1.1.30\n', '1.1.30'],
  ['cargo', 'cargo 1.82.0 (8f40fc59f 2024-08-21)\n', '1.82.0'],
  [
    'cmake',
    'cmake version 3.28.3\n\nCMake suite maintained and supported by Kitware (kitware.com).\n',
    '3.28.3',
  ],
  ['deno', 'deno 2.0.0 (stable, release, x86_64-unknown-linux-gnu)\nv8 12.9.202.13-rusty\n', '2.0.0'],
  ['docker', 'Docker version 27.3.1, build ce12230\n', '27.3.1'],
  ['dotnet', '9.0.100-preview.7.24407.12\n', '9.0.100-preview.7.24407.12'],
  ['gcc', 'gcc (Ubuntu 13.2.0-23ubuntu4) 13.3.0\nCopyright (C) 2023 Free Software\n', '13.3.0'],
  ['gcc', 'gcc (crosstool-NG 1.25.0) 12.2.0\n', '12.2.0'],
  ['gcc', 'Apple clang version 15.0.0 (clang-1500.3.9.4)\nTarget: arm64-apple-darwin23.6.0\n', '15.0.0'],
  ['git', 'git version 2.39.5 (Apple Git-154)\n', '2.39.5'],
  ['git', 'git version 2.47.1.windows.2\n', '2.47.1'],
  ['go', 'go version go1.22.2 linux/amd64\n', '1.22.2'],
  ['go', 'go version go1.23rc1 linux/amd64\n', '1.23rc1'],
  [
    'gradle',
    '\n----\nGradle 8.10.2\n----\n\nBuild time:    2024-09-23 21:28:39 UTC\nJVM: 21.0.4\n',
    '8.10.2',
  ],
  ['helm', 'v3.16.2+g13654a5\n', '3.16.2'],
  ['java', 'openjdk version "21.0.4" 2024-07-16\nOpenJDK Runtime Environment (build 21.0.4+7)\n', '21.0.4'],
  ['java', 'openjdk version "21" 2023-09-19\n', '21'],
  ['java', 'openjdk version "22-ea" 2024-03-19\n', '22-ea'],
  ['java', 'java version "1.8.0_391"\n', '1.8.0'],
  ['java', 'Picked up JAVA_TOOL_OPTIONS: -Xmx512m -Da=1.2\nopenjdk version "17.0.1" 2021-10-19\n', '17.0.1'],
  ['kubectl', 'Client Version: v1.31.1\nKustomize Version: v5.4.2\n', '1.31.1'],
  ['kubectl', 'Client Version: version.Info{Major:"1", Minor:"25", GitVersion:"v1.25.3"}\n', '1.25.3'],
  ['make', 'GNU Make 4.3\nBuilt for x86_64-pc-linux-gnu\n', '4.3'],
  ['mvn', '\u001b[1mApache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)\u001b[m\n', '3.9.9'],
  ['node', 'v20.20.2\n', '20.20.2'],
  ['node', 'v24.0.0-nightly20250101abc\n', '24.0.0-nightly20250101abc'],
  ['npm', '10.8.2\n', '10.8.2'],
  ['php', 'PHP 8.3.6 (cli) (built: Sep 30 2024 15:17:17) (NTS)\n', '8.3.6'],
  ['pip', 'pip 24.0 from /usr/lib/python3.12/site-packages/pip (python 3.12)\n', '24.0'],
  ['pnpm', '9.12.3\n', '9.12.3'],
  ['poetry', 'Poetry (version 1.8.3)\n', '1.8.3'],
  ['psql', 'psql (PostgreSQL) 16.4 (Ubuntu 16.4-0ubuntu0.24.04.2)\n', '16.4'],
  ['psql', 'psql (PostgreSQL) 17beta1\n', '17beta1'],
  ['python', 'Python 3.13.0rc2\n', '3.13.0rc2'],
  ['python3', 'Python 3.12.3\n', '3.12.3'],
  ['ruby', 'ruby 3.2.3 (2024-01-18 revision 52bb2ac0a6) [x86_64-linux-gnu]\n', '3.2.3'],
  ['rustc', 'rustc 1.84.0-nightly (b19329a37 2024-11-21)\n', '1.84.0-nightly'],
  ['terraform', 'Terraform v1.9.8\non linux_amd64\n\nYour version of Terraform is out of date!\n', '1.9.8'],
  ['uv', 'uv 0.4.20\n', '0.4.20'],
  ['yarn', '4.5.0\n', '4.5.0'],
];

describe('the version of a tool', () => {
  for (const [tool, output, version] of printed)
    it(`is ${version} of ${tool}`, () => assert.equal(readVersion(tool, output)?.text, version));

  it('is known for every tool that may be asked', () =>
    assert.deepEqual([...new Set(printed.map(([tool]) => tool))].sort(), Object.keys(tools).sort()));

  for (const output of [
    '',
    'command not found',
    'see /usr/lib/x/1.2.3/readme',
    'built 2024-09-23',
    '-Da=1.2',
  ])
    it(`is not in "${output}"`, () => assert.equal(readVersion('node', output), undefined));

  it('of an old Java is what everybody calls it', () => {
    const java8 = readVersion('java', 'java version "1.8.0_391"')!;
    assert.ok(isWithin(java8, '>= 8') && isWithin(java8, '< 9'));
  });

  it('is read from any output, in no time', () =>
    fc.assert(
      fc.property(fc.string(), (output) => {
        const version = readVersion('node', output);
        assert.ok(version === undefined || version.numbers.every(Number.isInteger));
      }),
    ));

  it('is not looked for over and over in a long output', () => {
    const before = performance.now();
    for (const piece of ['1.', '1-', 'v', '(', '1.1.1.1.', '\u001b[', 'go1-rc.'])
      readVersion('node', piece.repeat(32_000));
    assert.ok(performance.now() - before < 2_000);
  });
});

describe('isWithin', () => {
  const within = (version: string, wish: string) => {
    const { range } = readToolWish(`node ${wish}`)!;
    return isWithin(readVersion('node', version)!, range);
  };
  for (const [version, wish, expected] of [
    ['v20.0.0', '>= 20', true],
    ['v18.2.0', '>= 20', false],
    ['v9.11.2', '>= 20', false],
    ['v20.1.0', '> 20', false],
    ['v21.0.0', '> 20', true],
    ['v20.9.1', '<= 20', true],
    ['v20.9.1', '< 20', false],
    ['v20.9.1', '= 20', true],
    ['v20.10.0', '>= 20.9', true],
    ['v20.9.0', '>= 20.10', false],
    ['v22.1.0', '>= 20 < 22', false],
    ['v21.9.9', '>= 20, < 22', true],
    ['v20.0.0', '20', true],
    ['v4.3', '>= 4.3.0', true],
    ['v20.0.0-rc.1', '>= 20', false],
    ['v20.1.0-rc.1', '>= 20', true],
    ['v20.0.0-rc.1', '< 20', true],
    ['v1.0.0', '', true],
  ] as const)
    it(`says that ${version} is ${expected ? '' : 'not '}${wish || 'any'}`, () =>
      assert.equal(within(version, wish), expected));

  const number = fc.integer({ min: 0, max: 30 });
  const numbers = fc.tuple(number, number, number);

  it('orders versions as their numbers, one after the other', () =>
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [version, bound] = [one.join('.'), other.join('.')];
        const order = one.map((each, index) => each - other[index]!).find((each) => each !== 0) ?? 0;
        assert.equal(within(version, `>= ${bound}`), order >= 0);
        assert.equal(within(version, `> ${bound}`), order > 0);
        assert.equal(within(version, `< ${bound}`), order < 0);
        assert.equal(within(version, `<= ${bound}`), order <= 0);
        assert.equal(within(version, `= ${bound}`), order === 0);
      }),
    ));

  it('has each version on one side of a shorter bound', () =>
    fc.assert(
      fc.property(numbers, number, (one, major) => {
        const version = one.join('.');
        assert.notEqual(within(version, `>= ${major}`), within(version, `< ${major}`));
        assert.equal(within(version, `= ${major}`), one[0] === major);
      }),
    ));
});

describe('rangeWords', () => {
  it('says what is asked for', () => {
    assert.equal(rangeWords('>= 20'), '20 or later');
    assert.equal(rangeWords('>= 20 < 25.1'), '20 or later, before 25.1');
    assert.equal(rangeWords('> 1 <= 2 = 3'), 'later than 1, 2 or earlier, 3');
    assert.equal(rangeWords(''), '');
  });
});
